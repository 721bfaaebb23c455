using Microsoft.Extensions.Options;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Webhooks;

namespace Songthang.Web.Features.Webhooks;

/// <param name="Partner">Who is told.</param>
/// <param name="Url">Where to, as typed.</param>
/// <param name="Events">Of what.</param>
/// <param name="AmphoeCode">Only of requests there; empty for all.</param>
public sealed record NewWebhook(string Partner, string Url, WebhookEvents Events, string AmphoeCode);

/// <summary>An administrator has a partner told of changes.</summary>
public sealed class CreateWebhook(AppDb db, AuditLog audit, WebhookSecret secrets, IOptions<WebhookOptions> options)
{
    /// <returns>The new subscription's number and its secret, which is not shown again.</returns>
    /// <exception cref="RuleBroken"><c>webhook.url</c>.</exception>
    public async Task<(int Id, string Secret)> RunAsync(NewWebhook input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var url = WebhookAddress.Read(input.Url, options.Value.AllowPrivateAddresses);
        var secret = WebhookSecret.New();
        var subscription = new WebhookSubscription
        {
            Partner = input.Partner,
            Url = url.AbsoluteUri,
            ProtectedSecret = secrets.Protect(secret),
            Events = input.Events,
            AmphoeCode = input.AmphoeCode,
            CreatedAt = now,
            CreatedBy = by.Name,
        };
        await using var transaction = await db.BeginAsync(cancellationToken);
        db.WebhookSubscriptions.Add(subscription);
        await db.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(AuditAction.WebhookCreated, by, now, AuditSubject.Webhook(subscription.Id), input.Partner, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (subscription.Id, secret);
    }
}
