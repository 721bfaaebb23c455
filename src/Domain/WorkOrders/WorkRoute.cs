using Songthang.Domain.Geography;

namespace Songthang.Domain.WorkOrders;

/// <summary>In which order a lorry goes from place to place.</summary>
public static class WorkRoute
{
    /// <summary>
    /// From the first stop each time to the nearest of the rest. Stops whose position nobody knows come last, in their own
    /// order.
    /// </summary>
    /// <param name="stops">The first one is where the way begins.</param>
    /// <param name="positionOf">Where a stop is; null when unknown.</param>
    public static IReadOnlyList<T> Order<T>(IEnumerable<T> stops, Func<T, Position?> positionOf)
    {
        var unknown = new List<T>();
        var rest = new List<(T Stop, Position At)>();
        foreach (var stop in stops)
        {
            if (positionOf(stop) is { } at)
                rest.Add((stop, at));
            else
                unknown.Add(stop);
        }

        var way = new List<T>();
        for (var next = 0; rest.Count > 0;)
        {
            var (stop, here) = rest[next];
            way.Add(stop);
            rest.RemoveAt(next);
            next = rest.Count == 0 ? 0 : rest.IndexOf(rest.MinBy(one => here.MetresTo(one.At)));
        }

        return [.. way, .. unknown];
    }
}
