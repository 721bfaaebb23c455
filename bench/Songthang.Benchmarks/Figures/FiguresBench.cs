using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Benchmarks.Map;
using Songthang.Domain.Figures;
using Songthang.Domain.Publication;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web;
using Songthang.Web.Features.OpenData;
using Songthang.Web.Features.Statistics;
using DayRange = Songthang.Web.Features.OpenData.DayRange;

namespace Songthang.Benchmarks.Figures;

/// <summary>
/// Figures, open data and what other programs harvest, over many requests: each answer beside the same over a thousand requests.
/// <c>-- figures --requests 1000000 --database sqlite</c>; for <c>postgres</c> SONGTHANG_BENCH_POSTGRES names the server. The data
/// are made anew in a folder or database of their own and removed again.
/// </summary>
static class FiguresBench
{
    const int Runs = 7, PageSize = 1000;

    // Days of the made data.
    static readonly Period ThreeYears = Period.Free(new(2023, 12, 10), new(2026, 11, 20)), LastYear = Period.FiscalYear(2569), May = Period.Month(new(2026, 5, 1));

    static readonly DateTime Middle = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), Now = new(2026, 11, 30, 3, 0, 0, DateTimeKind.Utc);

    static readonly (string What, Func<IServiceProvider, Task> Ask)[] Questions =
    [
        ("/statistics, a fiscal year", services => FiguresAsync(services, new(LastYear))),
        ("/statistics, three years and odd days", services => FiguresAsync(services, new(ThreeYears))),
        ("/statistics, one amphoe", services => FiguresAsync(services, new(LastYear, "1401"))),
        ("/statistics, one fault", services => FiguresAsync(services, new(LastYear, "", "lamp_out"))),
        ("/officer/statistics: officers, crews, causes, materials, a fiscal year", services => WorkAsync(services, LastYear)),
        ("/officer/statistics: the same, three years and odd days", services => WorkAsync(services, ThreeYears)),
        ("monthly report", services => services.GetRequiredService<ShowMonthlyReport>().RunAsync(May, Now, CancellationToken.None)),
        ("/open-data: count and last change of a year", services => Requests(services).StampAsync(DayRange.OfYear(2568), CancellationToken.None)),
        ("/open-data: count and last change of all", services => Requests(services).StampAsync(default, CancellationToken.None)),
        ("/api/v1/requests, the newest 50", services => Public(services).PageAsync(new(), null, 50, CancellationToken.None)),
        ("/api/v1/requests?updated_after, 50", services => Public(services).ChangedAsync(new(), Middle, null, 50, CancellationToken.None)),
        ("Open311 requests?updated_after, 1,000", services => HarvestAsync(services, new HarvestFilter { ChangedAfter = Middle })),
        ("Open311 requests?updated_after&status=open, 1,000", services => HarvestAsync(services, new HarvestFilter { ChangedAfter = Middle, States = PublicStatus.Open.States })),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var requests = int.Parse(args.Option("--requests") ?? "1000000", CultureInfo.InvariantCulture);
        var isPostgres = args.Option("--database") == "postgres";
        var watch = Stopwatch.StartNew();
        await using var small = await MadeAsync(isPostgres, 1_000);
        await using var large = await MadeAsync(isPostgres, requests);
        await using var one = small.Around();
        await using var other = large.Around();
        Console.WriteLine(Invariant($"{requests:N0} requests in {(isPostgres ? "PostgreSQL" : "SQLite")}, made in {watch.Elapsed.TotalSeconds:0} s."));
        Console.WriteLine();
        Console.WriteLine("| question | ms | of a thousand requests |");
        Console.WriteLine("|---|---|---|");
        foreach (var (what, ask) in Questions)
        {
            var (ours, thousand) = (await MedianAsync(other, ask), await MedianAsync(one, ask));
            Console.WriteLine(Invariant($"| {what} | {ours:0.0} | {ours / thousand:0.0} × |"));
        }

        var (few, many) = (await WriteAsync(one), await WriteAsync(other));
        Console.WriteLine(Invariant($"| CSV of a year: {many.Rows:N0} rows, {many.Bytes / 1e6:0.0} MB, first bytes after {many.First:0} ms | {many.Whole:0} | {many.Whole / many.Rows / (few.Whole / few.Rows):0.0} × for a row |"));
        Console.WriteLine(Invariant($"| memory held while it is written, MB | {many.Held / 1e6:0.0} | {few.Held / 1e6:0.0} |"));
        return 0;
    }

    static async Task<MadeDatabase> MadeAsync(bool isPostgres, int requests)
    {
        var data = MadeData.Of(requests, 1_000);
        return await MadeDatabase.CreateAsync(isPostgres, data, MadeFigures.Of(data));
    }

    static Task FiguresAsync(IServiceProvider services, FiguresOf of) => services.GetRequiredService<FiguresQuery>().RunAsync(of, CancellationToken.None);

    static Task WorkAsync(IServiceProvider services, Period period) => services.GetRequiredService<WorkFiguresQuery>().RunAsync(period, CancellationToken.None);

    static Task HarvestAsync(IServiceProvider services, HarvestFilter filter) =>
        Public(services).HarvestAsync(filter, HarvestOrder.ByChange, null, 0, PageSize, CancellationToken.None);

    static PublicServiceRequests Public(IServiceProvider services) => services.GetRequiredService<PublicServiceRequests>();

    static OpenDataset Requests(IServiceProvider services) => services.GetRequiredService<OpenDatasets>().Of(RequestDataset.Slug);

    static async Task<double> MedianAsync(WebApplication app, Func<IServiceProvider, Task> ask)
    {
        var times = new List<double>();
        for (var run = 0; run <= Runs; run++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var watch = Stopwatch.StartNew();
            await ask(scope.ServiceProvider);
            // The first one warms up.
            if (run > 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    static async Task<(long Rows, long Bytes, double First, double Whole, long Held)> WriteAsync(WebApplication app)
    {
        (long, long, double, double, long) written = default;
        for (var run = 0; run < 2; run++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            using var sink = new CountingSink();
            var set = Requests(scope.ServiceProvider);
            var rows = (await set.StampAsync(DayRange.OfYear(2568), CancellationToken.None)).Count;
            GC.Collect();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            sink.Begin(before);
            await scope.ServiceProvider.GetRequiredService<WriteOpenFile>().RunAsync(
                new(set, OpenFormat.All.First(format => format.Extension == "csv"), DayRange.OfYear(2568), sink, static () => { }), CancellationToken.None);
            // The first one warms up.
            written = (rows, sink.Bytes, sink.FirstMilliseconds, sink.Milliseconds, sink.MostHeld);
        }

        return written;
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
