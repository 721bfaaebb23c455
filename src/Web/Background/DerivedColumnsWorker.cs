using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Background;

/// <summary>Looks again and again whether a change of the settings left requests to be derived anew.</summary>
public sealed class DerivedColumnsWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<DerivedColumnsWorker> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(Pause, time, _ => RunOnceAsync(stoppingToken), log, stoppingToken);

    /// <summary>Renews all that is behind, batch by batch.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var before = long.MaxValue;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var renew = scope.ServiceProvider.GetRequiredService<RenewDerivedColumns>();
            var behind = await renew.FindAsync(before, cancellationToken);
            if (behind.Count == 0)
                return;
            foreach (var (id, reference) in behind)
            {
                before = id;
                await TryAsync(renew, reference, cancellationToken);
            }
        }
    }

    async Task TryAsync(RenewDerivedColumns renew, string reference, CancellationToken cancellationToken)
    {
        try
        {
            await renew.RunAsync(reference, cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // One that cannot be read must not hold up all the others for ever.
            log.LogError(problem, "The columns of {Reference} could not be renewed", reference);
        }
    }
}
