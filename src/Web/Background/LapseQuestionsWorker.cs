using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Lapsing;

namespace Songthang.Web.Background;

/// <summary>Looks every few minutes for questions whose time to answer is over.</summary>
public sealed class LapseQuestionsWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<LapseQuestionsWorker> log)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    const int MostAtOnce = 100;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(Pause, time, now => RunOnceAsync(now, stoppingToken), log, stoppingToken);

    /// <summary>Lets the questions lapse that are due, the oldest first; what is too much comes in the next round.</summary>
    public async Task RunOnceAsync(DateTime now, CancellationToken cancellationToken)
    {
        List<string> references;
        await using (var scope = scopes.CreateAsyncScope())
        {
            references = await scope.ServiceProvider.GetRequiredService<AppDb>().ServiceRequests
                .Where(request => request.AnswerBy <= now).OrderBy(request => request.AnswerBy)
                .Select(request => request.Reference).Take(MostAtOnce).ToListAsync(cancellationToken);
        }

        foreach (var reference in references)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<LetQuestionLapse>().RunAsync(reference, now, cancellationToken);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                // The oldest comes first in every round: one that cannot be changed must not hold up all others for ever.
                log.LogError(problem, "The question on {Reference} could not lapse", reference);
            }
        }
    }
}
