using Songthang.Web.Features.Warning;

namespace Songthang.Web.Background;

/// <summary>Looks every few minutes for steps that run out of time, and in the morning for the day's digest.</summary>
public sealed class WarningsWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<WarningsWorker> log) : BackgroundService
{
    /// <summary>Long enough that many steps of a few minutes are one letter, and short enough for a morning.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(Pause, time, now => RunOnceAsync(now, stoppingToken), log, stoppingToken);

    async Task RunOnceAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SendDigest>().RunAsync(now, cancellationToken);
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<WarnOfDueSteps>().RunAsync(now, cancellationToken);
    }
}
