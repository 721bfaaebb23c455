using Songthang.Domain.Geography;

namespace Songthang.Infrastructure.Geodata;

/// <summary>
/// The borders of the tambon as they hold now, in memory: finding the tambon of a position costs no trip to the database.
/// Other processes on the same database follow within seconds.
/// </summary>
public sealed class CurrentBoundaries
{
    volatile Held held = new(0, BoundaryMap.Empty, "");

    /// <summary>The borders; empty while none were loaded.</summary>
    public BoundaryMap Map => held.Map;

    /// <summary>Whose data they are, to be shown wherever they are; may be empty.</summary>
    public string Attribution => held.Attribution;

    /// <summary>Key of the decision that they hold; 0 before the first. Changes with them: a mark for caches.</summary>
    public int Number => held.Number;

    /// <summary>Holds these from now on.</summary>
    /// <param name="number">Key of the decision.</param>
    /// <param name="boundaries">The borders.</param>
    /// <param name="attribution">Whose data they are.</param>
    public void Hold(int number, IEnumerable<Boundary> boundaries, string attribution) =>
        held = new(number, new BoundaryMap(boundaries), attribution);

    sealed record Held(int Number, BoundaryMap Map, string Attribution);
}
