using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Background;

/// <summary>Takes over settings, borders and roads that another process on the same database changed.</summary>
public sealed class SettingsWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<SettingsWorker> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>The first request already finds the settings as they are.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(Pause, time, _ => RefreshAsync(stoppingToken), log, stoppingToken);

    async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SettingsStore>().RefreshAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<BoundaryStore>().RefreshAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<RoadStore>().RefreshAsync(cancellationToken);
    }
}
