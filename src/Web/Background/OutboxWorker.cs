using Songthang.Infrastructure.Outbox;

namespace Songthang.Web.Background;

/// <summary>Empties the outbox every few seconds.</summary>
public sealed class OutboxWorker(OutboxSender sender, TimeProvider time, ILogger<OutboxWorker> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.RunAsync(Pause, time, async _ =>
    {
        while (await sender.RunOnceAsync(time.GetUtcNow().UtcDateTime, stoppingToken) == OutboxSender.BatchSize)
        {
            // A full batch: there may be more.
        }
    }, log, stoppingToken);
}
