using System.Diagnostics.Metrics;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Shared;

/// <summary>
/// What the program measures of itself beside what ASP.NET Core does: the meter <c>Songthang</c>, for OpenTelemetry or
/// <c>dotnet-counters</c>. What is in the database is read once a minute, not whenever somebody looks.
/// </summary>
public sealed class Gauges : IDisposable
{
    public const string MeterName = "Songthang";

    readonly Meter meter;

    volatile Reading last = new(new(0, null, 0, 0, 0), DateTime.MinValue);

    public Gauges(IMeterFactory meters, IServiceProvider services)
    {
        meter = meters.Create(MeterName);
        Gauge("songthang.outbox.age", "s", "Age of the oldest message that is to be sent", () => last.Workload.OutboxAge(last.At).TotalSeconds);
        Gauge("songthang.outbox.waiting", "{message}", "Messages that are due", () => last.Workload.Waiting);
        Gauge("songthang.outbox.given_up", "{message}", "Messages that could not be delivered", () => last.Workload.GivenUp);
        Gauge("songthang.requests.open", "{request}", "Requests that somebody waits for", () => last.Workload.OpenRequests);
        Gauge("songthang.requests.overdue", "{request}", "Requests past the time of their step", () => last.Workload.Overdue);
        if (services.GetService<SqliteWriter>() is not { } writer)
            return;
        Gauge("songthang.writer.waiting", "{turn}", "Who waits for a turn to write to the SQLite file", () => writer.Waiting);
        meter.CreateObservableCounter("songthang.writer.turns", () => writer.Turns, "{turn}", "Turns that were given");
        meter.CreateObservableCounter("songthang.writer.commits", () => writer.Groups, "{commit}", "Commits that they took");
    }

    /// <summary>What was read last.</summary>
    public Workload Workload => last.Workload;

    /// <summary>Shows this from now on.</summary>
    public void Show(Workload workload, DateTime now) => last = new(workload, now);

    public void Dispose() => meter.Dispose();

    void Gauge(string name, string unit, string about, Func<double> value) => meter.CreateObservableGauge(name, value, unit, about);

    sealed record Reading(Workload Workload, DateTime At);
}
