using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How webhooks become tables.</summary>
static class WebhookTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<WebhookSubscription>(subscription =>
        {
            subscription.ToTable("webhook_subscriptions");
            subscription.Property(s => s.Partner).HasMaxLength(WebhookSubscription.MaxPartner);
            subscription.Property(s => s.Url).HasMaxLength(WebhookSubscription.MaxUrl);
            subscription.Property(s => s.ProtectedSecret).HasMaxLength(1000);
            subscription.Property(s => s.Events).HasConversion<string>().HasMaxLength(100);
            subscription.Property(s => s.AmphoeCode).HasMaxLength(4);
            subscription.Property(s => s.CreatedBy).HasMaxLength(200);
        });
        builder.Entity<WebhookDelivery>(delivery =>
        {
            delivery.ToTable("webhook_deliveries");
            delivery.Property(d => d.Event).HasConversion<string>().HasMaxLength(32);
            delivery.Property(d => d.Answer).HasMaxLength(WebhookDelivery.MaxAnswer);
            delivery.HasOne<WebhookSubscription>().WithMany().HasForeignKey(d => d.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
            delivery.HasOne(d => d.ServiceRequest).WithMany().HasForeignKey(d => d.ServiceRequestId).OnDelete(DeleteBehavior.Cascade);
            delivery.HasIndex(d => d.EventId).IsUnique();
            // What is due; the list of one partner; what of one request comes before.
            delivery.HasIndex(d => d.NextAttemptAt);
            delivery.HasIndex(d => new { d.SubscriptionId, d.Id });
            delivery.HasIndex(d => new { d.ServiceRequestId, d.SubscriptionId, d.Id });
        });
    }
}
