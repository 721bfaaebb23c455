using Songthang.Web.Features.Verifying;

namespace Songthang.Web.Background;

/// <summary>Does the proofs that the director asks for, one after the other.</summary>
public sealed class VerificationWorker(IServiceScopeFactory scopes, VerificationQueue queue, ILogger<VerificationWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var id in queue.ReadAsync(stoppingToken))
                await RunOnceAsync(id, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    async Task RunOnceAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RecordVerification>().RunAsync(id, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "Verification {Id} could not be recorded", id);
        }
    }
}
