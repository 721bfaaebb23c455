using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Webhooks;

/// <param name="Id">Which one.</param>
public sealed record WebhookToDelete(int Id);

/// <summary>An administrator ends a webhook for good: nothing is sent any more, what waits neither.</summary>
public sealed class DeleteWebhook(AppDb db, AuditLog audit)
{
    /// <returns>Whether there was such a webhook.</returns>
    public async Task<bool> RunAsync(WebhookToDelete input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var subscription = await db.WebhookSubscriptions.SingleOrDefaultAsync(one => one.Id == input.Id && one.DeletedAt == null, cancellationToken);
        if (subscription is null)
            return false;
        (subscription.DeletedAt, subscription.ProtectedSecret) = (now, "");
        audit.Add(AuditAction.WebhookDeleted, by, now, AuditSubject.Webhook(input.Id), subscription.Partner);
        await db.SaveChangesAsync(cancellationToken);
        await db.WebhookDeliveries.Where(row => row.SubscriptionId == input.Id && row.NextAttemptAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, (DateTime?)null).SetProperty(row => row.GivenUpAt, now), cancellationToken);
        return true;
    }
}
