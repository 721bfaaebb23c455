using Songthang.Web.Features.Handling.Printing;

namespace Songthang.Web.Background;

/// <summary>Makes the files with many forms, one at a time, and removes those that are a day old.</summary>
sealed class RequestFormsWorker(FormQueue queue, FormFiles files, WriteRequestForms write, TimeProvider time, ILogger<RequestFormsWorker> log)
    : BackgroundService
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
            await foreach (var wanted in queue.ReadAllAsync(stoppingToken))
                await write.RunAsync(wanted, time.GetUtcNow().UtcDateTime, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; whoever waits asks again.
        }
    }
}
