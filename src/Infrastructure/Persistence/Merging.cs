using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// Merging changes several requests at once: always the duplicate and the main request together, in one transaction, so
/// that of two people who merge, split or act at the same moment one looks again.
/// </summary>
public static class Merging
{
    /// <summary>The request that goes on for this reference: itself, or the one that it was merged into; null when there is none.</summary>
    public static async Task<ServiceRequest?> FindMainAsync(this AppDb db, string reference, CancellationToken cancellationToken)
    {
        var found = await db.FindRequestAsync(reference, cancellationToken);
        return found?.MergedIntoId is { } main ? await db.FindAsync(main, cancellationToken) : found;
    }

    /// <summary>Merges a request into a main one; what had been merged into it goes along.</summary>
    /// <exception cref="Domain.RuleBroken">What <see cref="ServiceRequest.MergeInto"/> refuses.</exception>
    public static async Task MergeAsync(
        this AppDb db, ServiceRequest request, ServiceRequest main, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var carried = await db.FindDuplicatesAsync(request, cancellationToken);
        request.MergeInto(main, by, now);
        main.TakeIn(request, by, now);
        foreach (var duplicate in carried)
        {
            duplicate.FollowTo(main, by, now);
            main.TakeIn(duplicate, by, now);
        }
    }

    /// <summary>Lets a merged request go on by itself again.</summary>
    public static async Task SplitOffAsync(
        this AppDb db, ServiceRequest request, string reason, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var main = request.MergedIntoId is { } id ? await db.FindAsync(id, cancellationToken) : null;
        request.SplitOff(reason, by, now);
        main?.LetGo(request, by, now);
    }

    /// <summary>
    /// A main request was taken back by its requester, but others still wait for the light: the eldest of the merged
    /// requests takes its place, the rest and the followers go with that one.
    /// </summary>
    public static async Task PassOnAsync(this AppDb db, ServiceRequest withdrawn, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.FindDuplicatesAsync(withdrawn, cancellationToken) is not [var heir, .. var rest])
            return;
        heir.SplitOff("", Actor.System, now);
        withdrawn.LetGo(heir, Actor.System, now);
        foreach (var duplicate in rest)
        {
            duplicate.FollowTo(heir, Actor.System, now);
            heir.TakeIn(duplicate, Actor.System, now);
            withdrawn.LetGo(duplicate, Actor.System, now);
        }

        await db.Followers.Where(follower => follower.ServiceRequestId == withdrawn.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(follower => follower.ServiceRequestId, heir.Id), cancellationToken);
    }

    static Task<ServiceRequest> FindAsync(this AppDb db, long id, CancellationToken cancellationToken) =>
        AppDb.Whole(db.ServiceRequests).SingleAsync(request => request.Id == id, cancellationToken);

    /// <summary>What was merged into a request, eldest first.</summary>
    static Task<List<ServiceRequest>> FindDuplicatesAsync(this AppDb db, ServiceRequest main, CancellationToken cancellationToken) =>
        AppDb.Whole(db.ServiceRequests).Where(request => request.MergedIntoId == main.Id)
            .OrderBy(request => request.SubmittedAt).ThenBy(request => request.Id).ToListAsync(cancellationToken);
}
