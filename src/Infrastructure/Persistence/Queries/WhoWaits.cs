using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A request that was merged into another one.</summary>
/// <param name="Reference">As people know it.</param>
/// <param name="SubmittedAt">When received, UTC.</param>
/// <param name="ToldBy">How its requester wants to be told: whom a phone call must reach is known by it.</param>
public sealed record MergedRequest(string Reference, DateTime SubmittedAt, ToldBy ToldBy);

/// <summary>Who waits for one repair besides the requester.</summary>
/// <param name="Merged">Requests that were merged into it, eldest first.</param>
/// <param name="Followers">How many follow it or one of those; each person once.</param>
public sealed record WhoWaits(IReadOnlyList<MergedRequest> Merged, int Followers)
{
    /// <summary>How many people reported the fault or wait for it.</summary>
    public int People => 1 + Merged.Count + Followers;

    /// <summary>Reads it for one request.</summary>
    public static async Task<WhoWaits> ReadAsync(AppDb db, long requestId, CancellationToken cancellationToken) => new(
        await db.ServiceRequests.AsNoTracking().Where(merged => merged.MergedIntoId == requestId)
            .OrderBy(merged => merged.SubmittedAt).ThenBy(merged => merged.Id)
            .Select(merged => new MergedRequest(merged.Reference, merged.SubmittedAt, merged.Requester.ToldBy)).ToListAsync(cancellationToken),
        await db.Followers.OfRequest(db, requestId).Select(follower => follower.Contact).Distinct().CountAsync(cancellationToken));
}
