using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Rating;

namespace Songthang.Web.Background;

/// <summary>Looks every few minutes for repairs of the day that can be judged now that it is dark.</summary>
public sealed class EveningQuestionsWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<EveningQuestionsWorker> log)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    const int MostAtOnce = 100;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(Pause, time, now => RunOnceAsync(now, stoppingToken), log, stoppingToken);

    /// <summary>Asks what is due, the oldest first; what is too much comes in the next round.</summary>
    public async Task RunOnceAsync(DateTime now, CancellationToken cancellationToken)
    {
        List<long> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<AppDb>().Evaluations
                .Where(it => it.AskAgainAt <= now).OrderBy(it => it.AskAgainAt).Select(it => it.Id)
                .Take(MostAtOnce).ToListAsync(cancellationToken);
        }

        foreach (var id in due)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<AskForEvaluation>().RunAsync(id, now, cancellationToken);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                log.LogError(problem, "The requester of repair {Id} could not be asked", id);
            }
        }
    }
}
