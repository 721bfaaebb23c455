using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Songthang.Domain.Publication;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Infrastructure.Webhooks;

/// <summary>
/// Tells partners what was written down for them. A row is claimed first and marked after the answer: when the program dies
/// in between it is sent once more, with the same id. Of one request a partner hears in the order in which it happened.
/// </summary>
public sealed class WebhookSender(
    IServiceScopeFactory scopes, WebhookClient client, WebhookSecret secrets, WebhookShape shape, WebhookOutcome outcome, ILogger<WebhookSender> log)
{
    /// <summary>Most rows of one run.</summary>
    public const int BatchSize = 60;

    // A partner whose server is slow holds up nobody else.
    const int PartnersAtOnce = 6;

    /// <summary>How long a claim lasts: more than a call can take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Sends what is due, oldest first.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the run; a row in the middle stays claimed and is sent again.</param>
    /// <returns>How many were tried.</returns>
    public async Task<int> RunOnceAsync(DateTime now, CancellationToken cancellationToken)
    {
        var tried = 0;
        var partners = (await FindDueAsync(now, cancellationToken)).GroupBy(due => due.SubscriptionId);
        await Parallel.ForEachAsync(partners, new ParallelOptions { MaxDegreeOfParallelism = PartnersAtOnce, CancellationToken = cancellationToken },
            async (rows, token) =>
            {
                foreach (var row in rows)
                {
                    if (!await ClaimAsync(row.Id, now, token))
                        continue;
                    Interlocked.Increment(ref tried);
                    // The other rows of a server in trouble need not find out one by one.
                    if (!await SendAsync(row.Id, now, token))
                        break;
                }
            });
        return tried;
    }

    async Task<List<Due>> FindDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var open = db.WebhookSubscriptions.Where(subscription => subscription.DeletedAt == null && subscription.PausedAt == null
            && (subscription.RestsUntil == null || subscription.RestsUntil <= now)).Select(subscription => subscription.Id);
        return await db.WebhookDeliveries.AsNoTracking()
            .Where(row => row.NextAttemptAt <= now && open.Contains(row.SubscriptionId)
                && !db.WebhookDeliveries.Any(before => before.ServiceRequestId == row.ServiceRequestId && row.ServiceRequestId != null
                    && before.SubscriptionId == row.SubscriptionId && before.Id < row.Id && before.NextAttemptAt != null))
            .OrderBy(row => row.NextAttemptAt).ThenBy(row => row.Id).Take(BatchSize)
            .Select(row => new Due(row.Id, row.SubscriptionId)).ToListAsync(cancellationToken);
    }

    /// <summary>Takes a row for as long as a lease lasts, unless somebody else did since it was found.</summary>
    async Task<bool> ClaimAsync(long id, DateTime now, CancellationToken cancellationToken)
    {
        DateTime? end = now + Lease;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().WebhookDeliveries
            .Where(row => row.Id == id && row.NextAttemptAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, end)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellationToken) == 1;
    }

    /// <returns>Whether the partner's server can take more.</returns>
    async Task<bool> SendAsync(long id, DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var row = await db.WebhookDeliveries.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        var subscription = await db.WebhookSubscriptions.AsNoTracking().SingleAsync(one => one.Id == row.SubscriptionId, cancellationToken);
        WebhookAnswer answer;
        try
        {
            answer = await CallAsync(scope.ServiceProvider.GetRequiredService<PublicServiceRequests>(), row, subscription, now, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "Webhook delivery {Id} could not be written", id);
            answer = new(null, "The message could not be written; the log says why.");
        }

        await outcome.StoreAsync(id, answer, now);
        return !answer.ServerIsTroubled;
    }

    async Task<WebhookAnswer> CallAsync(
        PublicServiceRequests requests, WebhookDelivery row, WebhookSubscription subscription, DateTime now, CancellationToken cancellationToken)
    {
        PublicServiceRequest? request = null;
        if (row.ServiceRequestId is { } id && (await requests.OfAsync([id], cancellationToken)) is [var found])
            request = found;
        var body = WebhookMessage.Write(row, request, shape.Write);
        return await client.PostAsync(subscription.Url, body,
        [
            ("Songthang-Signature", WebhookSecret.Sign(secrets.Unprotect(subscription.ProtectedSecret), body, now)),
            ("Songthang-Event", WebhookMessage.NameOf(row.Event)),
            ("Songthang-Event-Id", row.EventId.ToString()),
            ("User-Agent", "Songthang-Webhooks/1"),
        ], cancellationToken);
    }

    readonly record struct Due(long Id, int SubscriptionId);
}
