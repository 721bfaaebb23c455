using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Writes down what partners are told, in the transaction that saves what they are told of.</summary>
static class WebhookWriting
{
    public static async Task WriteAsync(AppDb db, CancellationToken cancellationToken)
    {
        var happened = Happened(db);
        if (happened.Count == 0)
            return;
        // While it is paused the events wait for it.
        var subscriptions = await db.WebhookSubscriptions.AsNoTracking().Where(subscription => subscription.DeletedAt == null)
            .OrderBy(subscription => subscription.Id).ToListAsync(cancellationToken);
        foreach (var (request, what) in happened)
            foreach (var subscription in subscriptions)
                if (subscription.Events.HasFlag(what) && request.Place.TambonCode.StartsWith(subscription.AmphoeCode, StringComparison.Ordinal))
                    db.WebhookDeliveries.Add(Delivery(subscription, request, what));
    }

    /// <summary>What of all that is saved now is an event; of what an older register tells nobody is told.</summary>
    static List<(ServiceRequest Request, WebhookEvents What)> Happened(AppDb db)
    {
        var happened = new List<(ServiceRequest, WebhookEvents)>();
        foreach (var tracked in db.ChangeTracker.Entries<ServiceRequest>())
        {
            if (tracked.State is not (EntityState.Added or EntityState.Modified) || tracked.Entity.Timeline is [.., { ActorKind: ActorKind.Import }])
                continue;
            if (tracked.State == EntityState.Added)
                happened.Add((tracked.Entity, WebhookEvents.Created));
            else
                happened.AddRange(Changed(tracked).Select(what => (tracked.Entity, what)));
        }

        return happened;
    }

    static IEnumerable<WebhookEvents> Changed(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<ServiceRequest> tracked)
    {
        var checkedAt = tracked.Property(request => request.CheckedAt);
        if (checkedAt.OriginalValue is null && checkedAt.CurrentValue is not null)
            yield return WebhookEvents.Checked;
        var status = tracked.Property(request => request.Status);
        if (status.OriginalValue != status.CurrentValue)
            yield return WebhookEvents.StatusChanged;
    }

    static WebhookDelivery Delivery(WebhookSubscription subscription, ServiceRequest request, WebhookEvents what) => new()
    {
        SubscriptionId = subscription.Id,
        EventId = Guid.CreateVersion7(new DateTimeOffset(request.UpdatedAt)),
        Event = what,
        ServiceRequest = request,
        Status = request.Status,
        CreatedAt = request.UpdatedAt,
        NextAttemptAt = request.UpdatedAt,
    };
}
