using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Lapsing;
using Songthang.Web.Features.Reminding;

namespace Songthang.Web.Background;

/// <summary>Looks every few minutes for questions whose time to answer is nearly over, or is over.</summary>
public sealed class LapseQuestionsWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<LapseQuestionsWorker> log)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    const int MostAtOnce = 100;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(Pause, time, now => RunOnceAsync(now, stoppingToken), log, stoppingToken);

    /// <summary>Lets the questions lapse that are due and reminds of others, the oldest first; what is too much comes in the next round.</summary>
    public async Task RunOnceAsync(DateTime now, CancellationToken cancellationToken)
    {
        await EachAsync(
            request => request.AnswerBy <= now, request => request.AnswerBy,
            (services, reference) => services.GetRequiredService<LetQuestionLapse>().RunAsync(reference, now, cancellationToken), cancellationToken);
        // What is over was dealt with above: nobody is reminded of it.
        await EachAsync(
            request => request.RemindAt <= now && request.AnswerBy > now, request => request.RemindAt,
            (services, reference) => services.GetRequiredService<RemindOfQuestion>().RunAsync(reference, now, cancellationToken), cancellationToken);
    }

    async Task EachAsync(
        Expression<Func<ServiceRequest, bool>> isDue, Expression<Func<ServiceRequest, DateTime?>> due,
        Func<IServiceProvider, string, Task> act, CancellationToken cancellationToken)
    {
        List<string> references;
        await using (var scope = scopes.CreateAsyncScope())
        {
            references = await scope.ServiceProvider.GetRequiredService<AppDb>().ServiceRequests
                .Where(isDue).OrderBy(due).Select(request => request.Reference).Take(MostAtOnce).ToListAsync(cancellationToken);
        }

        foreach (var reference in references)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await act(scope.ServiceProvider, reference);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                // The oldest comes first in every round: one that cannot be changed must not hold up all others for ever.
                log.LogError(problem, "The question on {Reference} could not be dealt with", reference);
            }
        }
    }
}
