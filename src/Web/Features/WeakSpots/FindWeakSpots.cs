using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WeakSpots;

/// <summary>The weak spots, found once a minute whoever looks.</summary>
public sealed class FindWeakSpots(KeptForAWhile kept, WeakSpotQuery query, CurrentRoads roads, CurrentSettings settings)
{
    const int BytesOfFault = 500, BytesOfSpot = 200;

    static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    public Task<WeakSpotsFound> RunAsync(DateTime now, CancellationToken cancellationToken) => kept.GetAsync(
        $"weak-spots/{roads.Number}/{settings.NumberOf(Topics.LampKinds)}", Age, Bytes, stop => query.FindAsync(now, stop), cancellationToken);

    static long Bytes(WeakSpotsFound found) =>
        found.Poles.Sum(pole => BytesOfSpot + (long)pole.Faults.Count * BytesOfFault) + (found.Roads.Count + found.Lamps.Count) * (long)BytesOfSpot;
}
