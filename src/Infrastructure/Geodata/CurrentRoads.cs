using Songthang.Domain.Geography;

namespace Songthang.Infrastructure.Geodata;

/// <summary>The roads and their owners as they are now, in memory. Other processes on the same database follow within seconds.</summary>
public sealed class CurrentRoads
{
    /// <summary>A lamp farther from a road than this is not taken for one of its lamps.</summary>
    public const double LampMetres = 30;

    volatile Held held = new(0, RoadMap.Empty);

    /// <summary>The roads; empty while none were loaded.</summary>
    public RoadMap Map => held.Map;

    /// <summary>Key of the newest change; 0 before the first. Changes with them: a mark for caches.</summary>
    public int Number => held.Number;

    /// <summary>Holds these from now on.</summary>
    public void Hold(int number, IEnumerable<Road> roads) => held = new(number, new RoadMap(roads));

    sealed record Held(int Number, RoadMap Map);
}
