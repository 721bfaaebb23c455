using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// Who else waits for a request than its requester: citizens whose reports were merged into it, followers, the officer who sees to it. Whoever is
/// more than one of these by the same address is told once of each entry.
/// </summary>
static class Others
{
    public static async Task TellAsync(AppDb db, ServiceRequest request, Notice notice, CancellationToken cancellationToken)
    {
        if (notice.OfficerId is { } officer)
        {
            await TellOfficerAsync(db, request, notice, officer, cancellationToken);
            return;
        }

        // Nobody else can know yet of what is stored in this very moment.
        if (request.Id == 0)
            return;
        var merged = await MergedAsync(db, request, cancellationToken);
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (request.Requester is { ToldBy: ToldBy.Email, Email.Length: > 0 })
            told.Add(request.Requester.Email);
        if (notice.Recipient == NoticeRecipient.AlsoReported)
        {
            Tell(merged);
            return;
        }

        told.UnionWith(merged.Select(addressee => addressee.Email));
        Tell(await FollowersAsync(db, request, cancellationToken));

        void Tell(List<Addressee> addressees)
        {
            foreach (var addressee in addressees)
                if (told.Add(addressee.Email))
                    db.Outbox.Add(OutboxMessage.For(request, notice.Entry, notice.Recipient, addressee.Id));
        }
    }

    /// <summary>An officer whose account has no address sees in the own inbox what there is to do; a letter would only lie dead.</summary>
    static async Task TellOfficerAsync(AppDb db, ServiceRequest request, Notice notice, int officer, CancellationToken cancellationToken)
    {
        if (!await db.Users.AnyAsync(account => account.Id == officer && !account.IsClosed && account.Email != null && account.Email != "", cancellationToken))
            return;
        var row = OutboxMessage.For(request, notice.Entry, notice.Recipient);
        row.OfficerId = officer;
        db.Outbox.Add(row);
    }

    static Task<List<Addressee>> MergedAsync(AppDb db, ServiceRequest request, CancellationToken cancellationToken) =>
        db.ServiceRequests.AsNoTracking()
            .Where(merged => merged.MergedIntoId == request.Id && merged.Requester.ToldBy == ToldBy.Email && merged.Requester.Email != "")
            .OrderBy(merged => merged.Id).Select(merged => new Addressee(merged.Id, merged.Requester.Email)).ToListAsync(cancellationToken);

    static Task<List<Addressee>> FollowersAsync(AppDb db, ServiceRequest request, CancellationToken cancellationToken) =>
        db.Followers.AsNoTracking().OfRequest(db, request.Id).Where(follower => follower.Email != "")
            .OrderBy(follower => follower.Id).Select(follower => new Addressee(follower.Id, follower.Email)).ToListAsync(cancellationToken);

    /// <summary>Followers of a request, and of those that were merged into it.</summary>
    public static IQueryable<Follower> OfRequest(this IQueryable<Follower> followers, AppDb db, long requestId) =>
        db.ServiceRequests.Where(request => request.Id == requestId || request.MergedIntoId == requestId)
            .Join(followers, request => request.Id, follower => follower.ServiceRequestId, (_, follower) => follower);

    sealed record Addressee(long Id, string Email);
}
