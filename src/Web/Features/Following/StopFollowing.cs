using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Following;

/// <summary>Somebody does not want to hear of a request any more: what was kept about them goes, with the letters that wait.</summary>
public sealed class StopFollowing(AppDb db)
{
    /// <summary>May be repeated.</summary>
    public async Task RunAsync(string secret, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.Outbox.Where(row => row.Recipient == NoticeRecipient.Follower && row.SentAt == null
                && db.Followers.Any(follower => follower.Secret == secret && follower.Id == row.AddresseeId))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Followers.Where(follower => follower.Secret == secret).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
