using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Songthang.Infrastructure.Channels;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Shared;

/// <summary>For whoever watches the program: is the process there, and can it do its work.</summary>
public static class Health
{
    /// <summary>With less room than this on the disk of the data folder nothing more is to be sent here.</summary>
    public const long LeastBytes = 100L * 1024 * 1024;

    /// <summary>With less room than this somebody should look.</summary>
    public const long FewBytes = 1024L * 1024 * 1024;

    /// <summary>A message that waits longer is worth a look.</summary>
    public static readonly TimeSpan LongInOutbox = TimeSpan.FromHours(1);

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseAnswers>("database")
        .AddCheck<DiskHasRoom>("disk")
        .AddCheck<OutboxMoves>("outbox");

    /// <summary>
    /// Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c>: 503 when it cannot do its work, 200 with
    /// <c>Degraded</c> when it can and somebody should look. One line for each check, and nothing of what is inside.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = TellAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = TellAsync }).AllowAnonymous();
    }

    static Task TellAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            string.Join('\n', report.Entries.Select(check => $"{check.Key}: {check.Value.Status}").Prepend(report.Status.ToString())), context.RequestAborted);
    }

    sealed class DatabaseAnswers(AppDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }

    sealed class DiskHasRoom(Startup startup) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(new DriveInfo(startup.DataDirectory).AvailableFreeSpace switch
            {
                < LeastBytes => HealthCheckResult.Unhealthy(),
                < FewBytes => HealthCheckResult.Degraded(),
                _ => HealthCheckResult.Healthy(),
            });
    }

    sealed class OutboxMoves(Gauges gauges, TimeProvider time, PostOffice post) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(post.IsOpen && gauges.Workload.OutboxAge(time.GetUtcNow().UtcDateTime) > LongInOutbox
                ? HealthCheckResult.Degraded()
                : HealthCheckResult.Healthy());
    }
}
