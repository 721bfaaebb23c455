using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Webhooks;

/// <param name="SubscriptionId">To whom.</param>
/// <param name="DeliveryId">Which one; null for all that were given up.</param>
public sealed record DeliveriesToSendAgain(int SubscriptionId, long? DeliveryId);

/// <summary>An administrator has something sent once more, with the id that it had: the partner recognises a repetition.</summary>
public sealed class SendDeliveriesAgain(AppDb db)
{
    /// <returns>How many are sent again.</returns>
    public Task<int> RunAsync(DeliveriesToSendAgain input, DateTime now, CancellationToken cancellationToken) => db.WebhookDeliveries
        .Where(row => row.SubscriptionId == input.SubscriptionId && row.NextAttemptAt == null
            && (input.DeliveryId == null ? row.GivenUpAt != null : row.Id == input.DeliveryId))
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, now).SetProperty(row => row.Attempts, 0)
            .SetProperty(row => row.GivenUpAt, (DateTime?)null).SetProperty(row => row.SentAt, (DateTime?)null), cancellationToken);
}
