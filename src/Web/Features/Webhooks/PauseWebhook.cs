using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Webhooks;

/// <param name="Id">Which one.</param>
/// <param name="Pauses">True to pause it, false to let it go on.</param>
public sealed record WebhookPause(int Id, bool Pauses);

/// <summary>An administrator pauses a webhook or lets it go on; what happened meanwhile is sent then.</summary>
public sealed class PauseWebhook(AppDb db, AuditLog audit)
{
    /// <returns>Whether there is such a webhook.</returns>
    public async Task<bool> RunAsync(WebhookPause input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var subscription = await db.WebhookSubscriptions.SingleOrDefaultAsync(one => one.Id == input.Id && one.DeletedAt == null, cancellationToken);
        if (subscription is null)
            return false;
        if (subscription.PausedAt is not null == input.Pauses)
            return true;
        (subscription.PausedAt, subscription.IsPausedByFailures) = (input.Pauses ? now : null, false);
        if (!input.Pauses)
            (subscription.FailuresInARow, subscription.RestsUntil) = (0, null);
        audit.Add(AuditAction.WebhookChanged, by, now, AuditSubject.Webhook(input.Id), input.Pauses ? "paused" : "resumed");
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
