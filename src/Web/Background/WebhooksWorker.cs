using Songthang.Infrastructure.Webhooks;

namespace Songthang.Web.Background;

/// <summary>Tells partners every few seconds what was written down for them, and forgets once an hour what is old.</summary>
public sealed class WebhooksWorker(WebhookSender sender, IServiceScopeFactory scopes, TimeProvider time, ILogger<WebhooksWorker> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Rounds.RunAsync(Pause, time, async _ =>
        {
            while (await sender.RunOnceAsync(time.GetUtcNow().UtcDateTime, stoppingToken) > 0)
            {
                // Of one request only the first was due: there may be more.
            }
        }, log, stoppingToken),
        Rounds.RunAsync(TimeSpan.FromHours(1), time, async now =>
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SweepDeliveries>().RunAsync(now, stoppingToken);
        }, log, stoppingToken));
}
