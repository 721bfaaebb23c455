using Songthang.Domain.WeakSpots;

namespace Songthang.Web.Features.WeakSpots;

/// <summary>Weak spots in the order that was asked for.</summary>
static class WeakSpotOrder
{
    public static IReadOnlyList<WeakPole> Sorted(IReadOnlyList<WeakPole> poles, WeakSpotsAddress by) => Turned<WeakPole>(by, by.Sort switch
    {
        WeakSpotSort.Last => poles.OrderByDescending(pole => pole.LastAt).ThenBy(pole => pole.CodeNumber),
        WeakSpotSort.Name => poles.OrderBy(pole => pole.Order, StringComparer.Ordinal).ThenBy(pole => pole.CodeNumber),
        _ => poles,
    });

    public static IReadOnlyList<WeakRoad> Sorted(IReadOnlyList<WeakRoad> all, WeakSpotsAddress by) => Turned<WeakRoad>(by, by.Sort switch
    {
        WeakSpotSort.Faults => all.OrderByDescending(road => road.Faults).ThenBy(road => road.Name, StringComparer.Ordinal),
        WeakSpotSort.Name => all.OrderBy(road => road.Name, StringComparer.Ordinal),
        _ => all,
    });

    public static IReadOnlyList<AgedLamp> Sorted(IReadOnlyList<AgedLamp> lamps, WeakSpotsAddress by) =>
        Turned<AgedLamp>(by, by.Sort == WeakSpotSort.Name ? lamps.OrderBy(lamp => lamp.CodeNumber) : lamps);

    static IReadOnlyList<T> Turned<T>(WeakSpotsAddress by, IEnumerable<T> sorted) => by.Turned ? [.. sorted.Reverse()] : [.. sorted];
}
