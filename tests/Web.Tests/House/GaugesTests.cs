using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.House;

public class GaugesTests
{
    [Fact]
    public async Task What_waits_is_measured_and_ready_says_what_was_looked_at()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 30).Checked().Accepted());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(minutes: 1));
        var now = app.Time.GetUtcNow().UtcDateTime;
        var workload = await app.WithAsync<WorkloadQuery, Workload>(query => query.ReadAsync(now, TestContext.Current.CancellationToken));
        app.Services.GetRequiredService<Gauges>().Show(workload, now);

        var seen = new Dictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == Gauges.MeterName && instrument.Meter.Scope == app.Services.GetRequiredService<IMeterFactory>())
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();

        Assert.Equal((2, 1), (seen["songthang.requests.open"], seen["songthang.requests.overdue"]));
        Assert.Equal(workload.OutboxAge(now).TotalSeconds, seen["songthang.outbox.age"]);
        if (!TestDatabase.IsPostgres)
        {
            Assert.Equal(0, seen["songthang.writer.waiting"]);
            Assert.Equal(app.Services.GetRequiredService<SqliteWriter>().Turns, seen["songthang.writer.turns"]);
        }

        using var visitor = app.NewVisitor();
        var ready = await visitor.GetAsync("/health/ready");
        Assert.Equal(["database: Healthy", "disk: Healthy", "outbox: Healthy"], ready.Text.Split('\n')[1..]);
    }
}
