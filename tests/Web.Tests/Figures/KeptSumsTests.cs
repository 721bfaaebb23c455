using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Figures;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Persistence.Sums;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Background;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Figures;

public sealed class KeptSumsTests : IAsyncLifetime
{
    TestApp app = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task After_ten_thousand_random_events_the_figures_equal_a_recount_of_the_timelines()
    {
        var lives = new RandomLives(app, seed: 2569, app.Services.GetRequiredService<Province>());
        for (var round = 0; lives.Events < 10_000; round++)
        {
            await lives.LiveAsync();
            if (round % 12 == 0)
                await FoldAsync();
        }

        await EqualARecountAsync();
        await FoldAsync();
        Assert.False(await app.WithDbAsync(db => db.DailySums.AnyAsync(sum => sum.IsFresh, Stop)));
        Assert.False(await app.WithDbAsync(db => db.MapSums.AnyAsync(sum => sum.IsFresh, Stop)));
        await EqualARecountAsync();
    }

    [Fact]
    public async Task Many_who_save_at_once_and_fold_meanwhile_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(lane => Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
            {
                var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: lane).Accepted());
                await Given.LaterAsync(app, request, it => it.Completed());
                if (i % 5 == 0)
                    await FoldAsync();
            }
        }, Stop)));
        await FoldAsync();

        await EqualARecountAsync();
    }

    [Fact]
    public async Task Requests_of_an_older_version_are_counted_in_the_background_and_once_only()
    {
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Accepted().After(days: 1).Completed());
        await Given.ARequestAsync(app);
        await app.WithDbAsync(async db =>
        {
            // As the migration leaves them: no sums, and nothing counted.
            await db.DailySums.ExecuteDeleteAsync(Stop);
            await db.StepSums.ExecuteDeleteAsync(Stop);
            await db.MapSums.ExecuteDeleteAsync(Stop);
            return await db.ServiceRequests.ExecuteUpdateAsync(set => set
                .SetProperty(request => EF.Property<string>(request, DerivedColumns.CountedAs), "")
                .SetProperty(request => EF.Property<string>(request, DerivedColumns.MappedAs), "")
                .SetProperty(request => EF.Property<long>(request, DerivedColumns.DerivedFrom), DerivedColumns.NotCounted), Stop);
        });
        Assert.False((await FiguresAsync(new(Period.FiscalYear(2570)))).IsComplete);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Worker<DerivedColumnsWorker>().RunOnceAsync(Stop), Stop)));

        var figures = await FiguresAsync(new(Period.FiscalYear(2570)));
        Assert.True(figures.IsComplete);
        Assert.Equal((2, 1, 1), (figures.Total.Received, figures.Total.Done, figures.Total.Completed));
        await EqualARecountAsync();
    }

    [Fact]
    public async Task Another_allowance_counts_anew_what_was_done_in_time()
    {
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 9).Accepted().After(days: 3).Completed());
        Assert.Equal(1, (await FiguresAsync(new(Period.FiscalYear(2570)))).Total.Kept);

        using var administrator = await app.SignInAsync(Songthang.Domain.Officers.OfficerRole.Administrator);
        var form = await administrator.GetAsync("/officer/settings/steps/line/DoWork");
        await administrator.SubmitAsync(form, "main form", [("minutes.amount", "2"), ("minutes.unit", "1440")]);
        await Worker<DerivedColumnsWorker>().RunOnceAsync(Stop);

        var figures = await FiguresAsync(new(Period.FiscalYear(2570)));
        Assert.Equal((1, 0), (figures.Total.Completed, figures.Total.Kept));
        Assert.Equal((1, 0), (figures.Step(ManualStep.DoWork).Count, figures.Step(ManualStep.DoWork).Kept));
    }

    async Task EqualARecountAsync()
    {
        var all = await app.WithDbAsync(db => db.ServiceRequests.AsNoTracking().Include(request => request.Timeline.OrderBy(entry => entry.Number)).ToListAsync(Stop));
        var recount = new Recount(all, app.Services.GetRequiredService<CurrentSettings>().ServiceLevel);
        Period[] periods =
        [
            Period.FiscalYear(2568), Period.FiscalYear(2569), Period.FiscalYear(2570), Period.Quarter(2570, 1), Period.Month(new(2025, 9, 1)),
            Period.Free(new(2025, 8, 20), new(2025, 8, 21)), Period.Free(new(2025, 8, 25), new(2025, 11, 3)), Period.Free(new(2025, 9, 1), new(2025, 10, 15)),
        ];
        foreach (var period in periods)
        {
            await EqualAsync(new(period), recount);
            await EqualAsync(new(period, "1401"), recount);
            await EqualAsync(new(period, PublicFilter.NoAmphoe), recount);
            await EqualAsync(new(period, "", "flicker"), recount);
            await EqualAsync(new(period, "1402", "lamp_out"), recount);
        }

        foreach (var zoom in (int[])[9, 10, 13, 16])
        {
            await MapEqualsAsync(new(), zoom, all, _ => true);
            await MapEqualsAsync(new(PublicStatus.Open), zoom, all, it => it.Status.IsOpen());
            await MapEqualsAsync(new(FaultCode: "flicker"), zoom, all, it => it.FaultCode == "flicker");
            await MapEqualsAsync(new(AmphoeCode: PublicFilter.NoAmphoe), zoom, all, it => it.Place.TambonCode.Length == 0);
            await MapEqualsAsync(new(PublicStatus.Find("completed"), "1401", "140102", "lamp_out"), zoom, all,
                it => it is { Status: ServiceRequestStatus.Completed, FaultCode: "lamp_out", Place.TambonCode: "140102" });
        }
    }

    async Task MapEqualsAsync(PublicFilter filter, int zoom, List<ServiceRequest> all, Func<ServiceRequest, bool> fits)
    {
        var province = app.Services.GetRequiredService<Province>();
        var recount = all.Where(fits).Select(it => (Mark: MapMark.Of(it, province), it.Status)).Where(it => it.Mark is not null)
            .GroupBy(it => MapCell.Of(it.Mark!.Value.Position, zoom))
            .Select(cell => (cell.Key, cell.Count(), cell.Count(it => it.Status == ServiceRequestStatus.Completed),
                Math.Round((double)cell.Sum(it => (long)it.Mark!.Value.Latitude) / cell.Count() / MapMark.StepsOfDegree, 5)));

        var view = await app.WithAsync<MapQuery, MapView>(map => map.RunAsync(filter, MapWindow.Around(new(99, 13, 102, 16), zoom), Stop));

        var shown = view.Groups.Select(group => (group.Cell, group.Count, group.Done, group.Latitude))
            .Concat(view.Reports.Select(report => (MapCell.Of(report.Mark.Position, zoom), 1, report.Request.Status == ServiceRequestStatus.Completed ? 1 : 0, report.Mark.Position.Latitude)));
        Assert.Equal(Sorted(recount), Sorted(shown));

        static IEnumerable<(MapCell, int, int, double)> Sorted(IEnumerable<(MapCell Cell, int Count, int Done, double Latitude)> cells) => cells
            .OrderBy(cell => cell.Cell.Row).ThenBy(cell => cell.Cell.Column);
    }

    async Task EqualAsync(FiguresOf of, Recount recount)
    {
        var figures = await FiguresAsync(of);

        Assert.Equal(recount.Of(of), figures.Total);
        Assert.Equal(figures.Total, Sum(figures.Months));
        Assert.Equal(figures.Total, Sum(figures.Amphoes));
        Assert.Equal(figures.Total, Sum(figures.Faults));
        Assert.Equal(figures.Total, Sum(figures.Channels));
        Assert.Equal(of.AmphoeCode.Length > 0 && of.FaultCode.Length > 0 ? 0 : 7, figures.Steps.Count);
        foreach (var step in figures.Steps)
        {
            var exact = recount.Minutes(of, step.Step);
            Assert.Equal(exact.Count, step.Count);
            Assert.Equal(Told(exact, 0.5), step.Median);
            Assert.Equal(Told(exact, 0.9), step.NinetiethPercentile);
        }

        foreach (var line in figures.Faults.Where(line => line.Work is not null))
            Assert.Equal(recount.Minutes(of with { FaultCode = line.Key }, ManualStep.DoWork).Count, line.Work!.Count);
    }

    static int? Told(List<int> exact, double share) => exact.Count == 0
        ? null
        : DurationScale.Round(exact[(int)Math.Ceiling(exact.Count * share) - 1]);

    static Tally Sum(IEnumerable<FiguresLine> lines) => lines.Aggregate(Tally.Nothing, (sum, line) => sum + line.Tally);

    Task<PeriodFigures> FiguresAsync(FiguresOf of) => app.WithAsync<FiguresQuery, PeriodFigures>(query => query.RunAsync(of, Stop));

    Task<int> FoldAsync() => app.WithAsync<FoldSums, int>(async fold =>
    {
        while (await fold.RunAsync(Stop) > 0)
        {
            // Until nothing is left.
        }

        return 0;
    });

    T Worker<T>() => app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<T>().Single();
}
