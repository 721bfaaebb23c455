using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Background;

/// <summary>Sweeps uploads and spent records once an hour.</summary>
sealed class SweepUploadsWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<SweepUploadsWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var deleted = await scope.ServiceProvider.GetRequiredService<SweepUploads>()
                .RunAsync(time.GetUtcNow().UtcDateTime, cancellationToken);
            deleted += await scope.ServiceProvider.GetRequiredService<SweepDocuments>().RunAsync(time.GetUtcNow().UtcDateTime, cancellationToken);
            if (deleted > 0) log.LogInformation("Swept {Count} photos and documents that nobody sent", deleted);
            await scope.ServiceProvider.GetRequiredService<SweepRecords>().RunAsync(time.GetUtcNow().UtcDateTime, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The next hour tries again; until then nothing is worse than a fuller disk.
            log.LogError(problem, "Sweeping failed");
        }
    }
}
