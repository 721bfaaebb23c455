using Microsoft.EntityFrameworkCore;
using Songthang.Web.Features.Outages;

namespace Songthang.Web.Background;

/// <summary>Looks every few minutes whether dark lamps have one cause.</summary>
public sealed class OutagesWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<OutagesWorker> log) : BackgroundService
{
    /// <summary>A crew is not sent sooner, and the search reads only what is open.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(Pause, time, now => RunOnceAsync(now, stoppingToken), log, stoppingToken);

    async Task RunOnceAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<LookForOutages>().RunAsync(now, cancellationToken);
        }
        catch (DbUpdateException problem)
        {
            // An officer decided, or another node saw the same, at this moment: the next round looks again.
            log.LogInformation(problem, "Suspected outages changed meanwhile");
        }
    }
}
