using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Background;

/// <summary>Removes personal data whose time is over, by the settings that hold now.</summary>
public sealed class RetentionWorker(IServiceScopeFactory scopes, CurrentSettings settings, TimeProvider time, ILogger<RetentionWorker> log)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>So many requests in a round: what an older register left is gone within days, and nobody waits for it.</summary>
    public const int MostAtOnce = 200;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(Pause, time, now => RunOnceAsync(now, stoppingToken), log, stoppingToken);

    /// <summary>One round, the oldest first; what is too much comes in the next one.</summary>
    public async Task RunOnceAsync(DateTime now, CancellationToken cancellationToken)
    {
        var kept = settings.Get(Topics.Retention);
        await EachAsync(
            remove => remove.FindDueAsync(now.AddMonths(-kept.ContactMonths), MostAtOnce, cancellationToken),
            (remove, reference) => remove.RunAsync(reference, Actor.System, now, cancellationToken), cancellationToken);
        await EachAsync(
            remove => remove.FindPhotosDueAsync(now.AddMonths(-kept.PhotoMonths), MostAtOnce, cancellationToken),
            (remove, reference) => remove.RemovePhotosAsync(reference, Actor.System, now, cancellationToken), cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RemovePersonalData>().ForgetWhoAskedAsync(now.AddMonths(-kept.ContactMonths), cancellationToken);
    }

    async Task EachAsync(
        Func<RemovePersonalData, Task<List<string>>> find, Func<RemovePersonalData, string, Task> act, CancellationToken cancellationToken)
    {
        List<string> references;
        await using (var scope = scopes.CreateAsyncScope())
            references = await find(scope.ServiceProvider.GetRequiredService<RemovePersonalData>());
        foreach (var reference in references)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await act(scope.ServiceProvider.GetRequiredService<RemovePersonalData>(), reference);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                // The oldest comes first in every round: one that cannot be changed must not hold up all others for ever.
                log.LogError(problem, "The personal data of {Reference} could not be removed", reference);
            }
        }
    }
}
