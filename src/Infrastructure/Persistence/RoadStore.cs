using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Geodata;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Keeps the roads in the database.</summary>
/// <param name="db">The database.</param>
/// <param name="current">What holds now in this process.</param>
public sealed class RoadStore(AppDb db, CurrentRoads current)
{
    /// <summary>Makes what the database says hold in this process: at the start, after a change, and every few seconds.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        // First the number: whatever changes while the roads are read is read again on the next round.
        var newest = await db.RoadChanges.MaxAsync(change => (int?)change.Id, cancellationToken) ?? 0;
        if (newest != current.Number)
            current.Hold(newest, await db.Roads.AsNoTracking().OrderBy(road => road.Id).ToListAsync(cancellationToken));
    }

    /// <summary>Notes a change, which is stored with whatever the caller saves next; every process then reads the roads again.</summary>
    /// <param name="kind">What is done.</param>
    /// <param name="detail">To what: the name of the file, or of the road.</param>
    /// <param name="roads">How many roads it is done to.</param>
    /// <param name="by">Who does it; null for the command line.</param>
    /// <param name="now">UTC.</param>
    public void Note(RoadChangeKind kind, string detail, int roads, Actor? by, DateTime now) => db.RoadChanges.Add(new RoadChange
    {
        At = now,
        OfficerId = by?.OfficerId,
        OfficerName = by?.Name ?? "",
        Kind = kind,
        Detail = detail.Length <= RoadChange.MaxDetail ? detail : detail[..RoadChange.MaxDetail],
        Roads = roads,
    });
}
