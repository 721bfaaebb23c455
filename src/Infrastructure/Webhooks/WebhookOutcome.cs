using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Outbox;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Webhooks;

/// <summary>Keeps what came of telling a partner: sent, to be tried again after a while, given up, and paused in the end.</summary>
public sealed class WebhookOutcome(IServiceScopeFactory scopes, ILogger<WebhookOutcome> log)
{
    // From a server that restarts to a weekend.
    static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    /// <summary>Cannot be cancelled: what was sent must be known as sent, also while the program ends.</summary>
    public async Task StoreAsync(long id, WebhookAnswer answer, DateTime now)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var row = await db.WebhookDeliveries.SingleAsync(row => row.Id == id, CancellationToken.None);
        var subscription = await db.WebhookSubscriptions.SingleAsync(one => one.Id == row.SubscriptionId, CancellationToken.None);
        (row.StatusCode, row.Answer) = (answer.StatusCode, answer.Answer);
        if (answer.IsTaken)
        {
            (row.SentAt, row.NextAttemptAt, row.GivenUpAt) = (now, null, null);
            (subscription.FailuresInARow, subscription.RestsUntil) = (0, null);
        }
        else
        {
            Fail(row, answer, now);
            await RestAsync(scope.ServiceProvider.GetRequiredService<StaffPost>(), subscription, answer, now);
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    void Fail(WebhookDelivery row, WebhookAnswer answer, DateTime now)
    {
        var isOver = row.Attempts > Waits.Length;
        var wait = isOver ? TimeSpan.Zero : Waits[Math.Max(row.Attempts, 1) - 1];
        row.NextAttemptAt = isOver ? null : now + (answer.RetryAfter > wait ? answer.RetryAfter.Value : wait);
        row.GivenUpAt = isOver ? now : null;
        log.LogWarning("Webhook delivery {Id} was not taken, attempt {Attempts}: {Status} {Answer}{Over}",
            row.Id, row.Attempts, answer.StatusCode, answer.Answer, isOver ? "; given up" : "");
    }

    /// <summary>A server in trouble rests, ever longer; one that fails too often, or says that it is gone, is paused and the administrators are told.</summary>
    async Task RestAsync(StaffPost post, WebhookSubscription subscription, WebhookAnswer answer, DateTime now)
    {
        subscription.FailuresInARow++;
        if (answer.ServerIsTroubled)
        {
            var wait = answer.RetryAfter ?? Waits[Math.Min(subscription.FailuresInARow, Waits.Length) - 1];
            subscription.RestsUntil = now + (wait < LongestRest ? wait : LongestRest);
        }

        var gone = answer.StatusCode == 410;
        if (subscription.PausedAt is not null || (!gone && subscription.FailuresInARow < WebhookSubscription.FailuresUntilPause))
            return;
        (subscription.PausedAt, subscription.IsPausedByFailures) = (now, true);
        log.LogError("Webhook {Id} is paused after {Failures} failures in a row", subscription.Id, subscription.FailuresInARow);
        post.Add(new StaffLetter("พักการแจ้งระบบภายนอก",
            [$"ระบบของ {subscription.Partner} ไม่รับข้อมูล {subscription.FailuresInARow} ครั้งติดกัน จึงพักการส่งไว้ เรื่องที่เกิดขึ้นระหว่างนี้รออยู่ และส่งต่อเมื่อเปิดอีกครั้ง"],
            $"/officer/settings/webhooks/{subscription.Id}", "ดูการแจ้งระบบภายนอก"),
            await post.WhoReadsAsync(OfficerRole.Administrator, CancellationToken.None), alsoToDutyDesk: false, now);
    }
}
