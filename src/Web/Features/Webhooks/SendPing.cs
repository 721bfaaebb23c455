using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Webhooks;

/// <param name="Id">To whom.</param>
public sealed record PingToSend(int Id);

/// <summary>An administrator tries whether a partner's server answers: a message with no request in it.</summary>
public sealed class SendPing(AppDb db)
{
    public async Task RunAsync(PingToSend input, DateTime now, CancellationToken cancellationToken)
    {
        db.WebhookDeliveries.Add(new WebhookDelivery
        {
            SubscriptionId = input.Id,
            EventId = Guid.CreateVersion7(new DateTimeOffset(now)),
            Event = WebhookEvents.None,
            CreatedAt = now,
            NextAttemptAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
