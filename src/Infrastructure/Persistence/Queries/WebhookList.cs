using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A delivery as administrators look at it.</summary>
/// <param name="Delivery">What was told, and what came of it.</param>
/// <param name="Reference">The request; null for a ping.</param>
public sealed record WebhookDeliveryRow(WebhookDelivery Delivery, string? Reference);

/// <summary>What administrators see of webhooks.</summary>
/// <param name="db">The database.</param>
public sealed class WebhookList(AppDb db)
{
    /// <summary>Most that are shown.</summary>
    public const int MostShown = 200;

    /// <summary>Those that were not ended, by name.</summary>
    public Task<List<WebhookSubscription>> ReadAsync(CancellationToken cancellationToken) => db.WebhookSubscriptions.AsNoTracking()
        .Where(subscription => subscription.DeletedAt == null).OrderBy(subscription => subscription.Partner).ThenBy(subscription => subscription.Id)
        .Take(MostShown).ToListAsync(cancellationToken);

    /// <summary>One that was not ended, or null.</summary>
    public Task<WebhookSubscription?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.WebhookSubscriptions.AsNoTracking().SingleOrDefaultAsync(subscription => subscription.Id == id && subscription.DeletedAt == null, cancellationToken);

    /// <summary>Deliveries of one partner, newest first.</summary>
    /// <param name="subscriptionId">Whose.</param>
    /// <param name="before">Key of the last one of the page before; null on the first page.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<WebhookDeliveryRow>> DeliveriesAsync(int subscriptionId, long? before, int count, CancellationToken cancellationToken) =>
        db.WebhookDeliveries.AsNoTracking().Where(row => row.SubscriptionId == subscriptionId && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(count)
            .Select(row => new WebhookDeliveryRow(row, row.ServiceRequest!.Reference)).ToListAsync(cancellationToken);
}
