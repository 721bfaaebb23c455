namespace Songthang.Web.Background;

/// <summary>Does something again and again until the program ends; a round that fails does not end the rounds.</summary>
static class Rounds
{
    public static async Task RunAsync(
        TimeSpan pause, TimeProvider time, Func<DateTime, Task> round, ILogger log, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // Off the clock's own thread: however many ticks pass during a round, one round follows, also when the clock leaps.
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                await TryAsync(round, time.GetUtcNow().UtcDateTime, log, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    static async Task TryAsync(Func<DateTime, Task> round, DateTime now, ILogger log, CancellationToken stoppingToken)
    {
        try
        {
            await round(now);
        }
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(problem, "A round failed; the next one follows");
        }
    }
}
