using Songthang.Infrastructure.Persistence.Sums;

namespace Songthang.Web.Background;

/// <summary>Folds what saves have added to the sums, once a minute.</summary>
public sealed class SumsWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<SumsWorker> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(Pause, time, _ => RunOnceAsync(stoppingToken), log, stoppingToken);

    /// <summary>One round; what is too much comes in the next one.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FoldSums>().RunAsync(cancellationToken);
    }
}
