using Songthang.Web.Features.BackingUp;

namespace Songthang.Web.Background;

/// <summary>Looks every few minutes whether the day's backup is due.</summary>
public sealed class BackupsWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<BackupsWorker> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.RunAsync(Pause, time, async now =>
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TakeScheduledBackup>().RunAsync(now, stoppingToken);
    }, log, stoppingToken);
}
