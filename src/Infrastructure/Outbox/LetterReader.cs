using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Outbox;

/// <summary>Who reads a letter.</summary>
/// <param name="Email">Address, not yet looked at.</param>
/// <param name="Language"><c>th</c> or <c>en</c>.</param>
/// <param name="Secret">Unguessable part of the reader's own link; empty for officers.</param>
/// <param name="OwnReference">The reader's own report when it was merged into the request of the letter; null otherwise.</param>
public sealed record LetterReader(string Email, string Language, string Secret, string? OwnReference)
{
    /// <summary>The reader of an outbox row; null when there is none any more, such as a follower who stopped.</summary>
    public static async Task<LetterReader?> FindAsync(
        AppDb db, OutboxMessage row, ServiceRequest request, string dutyAddress, CancellationToken cancellationToken) => row.Recipient switch
        {
            NoticeRecipient.Requester => new(request.Requester.Email, request.Requester.Language, request.Secret, null),
            NoticeRecipient.AlsoReported => await db.ServiceRequests.Where(merged => merged.Id == row.AddresseeId)
                .Select(merged => new LetterReader(merged.Requester.Email, merged.Requester.Language, merged.Secret, merged.Reference))
                .SingleOrDefaultAsync(cancellationToken),
            NoticeRecipient.Follower => await db.Followers.Where(follower => follower.Id == row.AddresseeId)
                .Select(follower => new LetterReader(follower.Email, follower.Language, follower.Secret, null))
                .SingleOrDefaultAsync(cancellationToken),
            // Whoever left meanwhile gets none.
            NoticeRecipient.Officer => await db.Users.Where(account => account.Id == row.OfficerId && !account.IsClosed && account.Email != null)
                .Select(account => new LetterReader(account.Email!, "th", "", null)).SingleOrDefaultAsync(cancellationToken),
            _ => new(dutyAddress, "th", "", null),
        };
}
