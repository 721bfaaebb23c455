namespace Songthang.Architecture.Tests;

public class SliceTests
{
    const string Features = "Songthang.Web.Features";
    const string Handling = "Songthang.Web.Features.Handling";
    const string Shared = "Songthang.Web.Shared";

    static readonly string[] Doors = ["Open311", "Api", "Background", "Line", "CommandLine"];

    [Fact]
    public void Slices_do_not_import_each_other() =>
        Rule.Holds("What two slices want moves down: to Domain, Persistence/Queries or Shared.",
            Code.Uses.Where(use => SliceOf(use.From) is { } from && SliceOf(use.To) is { } to && from != to));

    [Fact]
    public void Slices_import_no_door() =>
        Rule.Holds("A door opens to the slices, never the other way.",
            Code.Uses.Where(use => use.From.IsIn(Features) && DoorOf(use.To) is not null));

    [Fact]
    public void Only_Program_imports_a_door() =>
        Rule.Holds("Nothing but Program knows the doors, not even another door.",
            Code.Uses.Where(use => DoorOf(use.To) is { } door && DoorOf(use.From) != door
                && !use.From.IsIn(Features) && use.From.Type != "Songthang.Web.Program"));

    [Fact]
    public void Shared_imports_no_slice() =>
        Rule.Holds("Links between slices go through Shared/Links.cs, which knows only addresses.",
            Code.Uses.Where(use => use.From.IsIn(Shared) && use.To.IsIn(Features)));

    // Each act of handling a request is a slice of its own; what they share stands beside them in Handling.
    static string? SliceOf(Place place) =>
        place.ChildOf(Handling) is { } act ? $"Handling.{act}" : place.ChildOf(Features);

    static string? DoorOf(Place place) =>
        place.ChildOf("Songthang.Web") is { } folder && Doors.Contains(folder, StringComparer.Ordinal) ? folder : null;
}
