using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Background;

/// <summary>Reads once a minute what the gauges show of the database.</summary>
public sealed class GaugesWorker(IServiceScopeFactory scopes, Gauges gauges, TimeProvider time, ILogger<GaugesWorker> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Rounds.RunAsync(Pause, time, async now =>
    {
        await using var scope = scopes.CreateAsyncScope();
        gauges.Show(await scope.ServiceProvider.GetRequiredService<WorkloadQuery>().ReadAsync(now, stoppingToken), now);
    }, log, stoppingToken);
}
