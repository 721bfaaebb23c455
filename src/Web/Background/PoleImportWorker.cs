using Songthang.Web.Features.PoleImporting;

namespace Songthang.Web.Background;

/// <summary>Compares files with the register of poles and takes them over, one after the other.</summary>
public sealed class PoleImportWorker(IServiceScopeFactory scopes, PoleImportDesk desk, ILogger<PoleImportWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var key in desk.ReadAllAsync(stoppingToken))
                await RunOnceAsync(key, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    async Task RunOnceAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FinishPoleImport>().RunAsync(key, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "An import of poles could not be worked on");
        }
    }
}
