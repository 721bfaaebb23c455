using Songthang.Web.Shared.Making;

namespace Songthang.Web.Background;

/// <summary>Makes the files with many papers, one at a time, and removes those that are a day old.</summary>
sealed class PaperFilesWorker(PaperQueue queue, PaperFiles files, TimeProvider time, ILogger<PaperFilesWorker> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        WriteAsync(stoppingToken),
        Rounds.RunAsync(TimeSpan.FromHours(1), time, now =>
        {
            files.Sweep(now);
            return Task.CompletedTask;
        }, log, stoppingToken));

    async Task WriteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var job in queue.ReadAllAsync(stoppingToken))
                await WriteAsync(job, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; whoever waits asks again.
        }
    }

    async Task WriteAsync(PaperJob job, CancellationToken stoppingToken)
    {
        try
        {
            await job.WriteAsync(time.GetUtcNow().UtcDateTime, stoppingToken);
            files.Finish(job.Wanted);
        }
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(problem, "A file with {Count} papers could not be made", job.Wanted.Count);
            files.Report(job.Wanted, new(0, job.Wanted.Count, HasFailed: true));
        }
    }
}
