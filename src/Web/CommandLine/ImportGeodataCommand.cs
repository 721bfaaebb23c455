using System.CommandLine;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Surveying;

namespace Songthang.Web.CommandLine;

/// <summary><c>songthang import boundaries FILE.geojson</c> and <c>import roads FILE.geojson</c>: all of a file or nothing.</summary>
static class ImportGeodataCommand
{
    public static Command CreateBoundaries(AppFactory createApp)
    {
        var file = File("Borders of all tambon: polygons (WGS 84) with their codes");
        var attribution = new Option<string>("--attribution") { Description = "Whose data it is, shown wherever the borders are", DefaultValueFactory = _ => "" };
        var command = new Command("boundaries", "Take the borders of the tambon into use") { file, attribution, Commands.Data };
        command.SetAction((parsed, cancellationToken) => RunAsync(createApp, parsed, file, async (services, content, name, now) =>
        {
            var said = parsed.GetValue(attribution)!;
            if (said.Length > BoundarySet.MaxAttribution)
                return ([GeoProblem.OfFile($"ที่มายาวเกิน {BoundarySet.MaxAttribution} ตัวอักษร", $"The attribution has more than {BoundarySet.MaxAttribution} characters.")], "");
            var taken = await services.GetRequiredService<ImportBoundaries>()
                .RunAsync(new(content, name, said, AtOnce: true), Actor.System, now, cancellationToken);
            return (taken.Problems, $"The borders of {taken.Tambons} tambon ({taken.Positions} positions) are in use.");
        }, cancellationToken));
        return command;
    }

    public static Command CreateRoads(AppFactory createApp)
    {
        var file = File("Roads: lines (WGS 84) with number, name and owner");
        var replace = new Option<bool>("--replace") { Description = "Let them take the place of all present roads" };
        var trial = new Option<bool>("--dry-run") { Description = "Only say what would happen" };
        var command = new Command("roads", "Take over roads and whose lamps they have") { file, replace, trial, Commands.Data };
        command.SetAction((parsed, cancellationToken) => RunAsync(createApp, parsed, file, async (services, content, name, now) =>
        {
            var isTrial = parsed.GetValue(trial);
            var taken = await services.GetRequiredService<ImportRoads>()
                .RunAsync(new(content, name, Columns: null, parsed.GetValue(replace), isTrial), Actor.System, now, cancellationToken);
            return (taken.Problems, $"{taken.Roads.Count} roads {(isTrial ? "would be" : "were")} taken over, {taken.Outside} outside the province left out.");
        }, cancellationToken));
        return command;
    }

    static Argument<FileInfo> File(string description) => new("FILE.geojson") { Description = description };

    static async Task<int> RunAsync(
        AppFactory createApp, ParseResult parsed, Argument<FileInfo> argument,
        Func<IServiceProvider, Stream, string, DateTime, Task<(IReadOnlyList<GeoProblem> Problems, string Done)>> import, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(argument)!;
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file {file.FullName}.");
            return 1;
        }

        if (file.Length > BoundaryFile.MostBytes)
        {
            await Console.Error.WriteLineAsync($"The file has more than {BoundaryFile.MostBytes / 1024 / 1024} MB.");
            return 1;
        }

        await using var app = createApp(new Startup(parsed.GetValue(Commands.Data)!.FullName, "http://127.0.0.1:0", IsDemo: false));
        await using var scope = app.Services.CreateAsyncScope();
        await Database.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), cancellationToken);
        await scope.ServiceProvider.GetRequiredService<SettingsStore>().RefreshAsync(cancellationToken);
        await using var content = file.OpenRead();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var (problems, done) = await import(scope.ServiceProvider, content, file.Name, now);
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync($"{file.Name}: {problem.Where.Thai}: {problem.Sentence.Thai} / {problem.Where.English}: {problem.Sentence.English}");
        if (problems.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{problems.Count} problems; nothing was taken over.");
            return 1;
        }

        Console.WriteLine(done);
        return 0;
    }
}
