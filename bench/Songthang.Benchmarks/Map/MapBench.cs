using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Benchmarks.Map;

/// <summary>
/// The public map over many requests: each answer beside the same answer over a thousand requests, and beside the same question
/// asked of the requests themselves. <c>-- map --requests 1000000 --poles 100000 --database sqlite</c>; for <c>postgres</c>
/// SONGTHANG_BENCH_POSTGRES names the server. The data are made anew in a folder or database of their own and removed again.
/// </summary>
static class MapBench
{
    // A desk's screen around the busiest place of the made data.
    const int ScreenWidth = 1440, ScreenHeight = 900, Runs = 9;

    static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    public static async Task<int> RunAsync(string[] args)
    {
        var requests = int.Parse(args.Option("--requests") ?? "1000000", CultureInfo.InvariantCulture);
        var poles = int.Parse(args.Option("--poles") ?? "100000", CultureInfo.InvariantCulture);
        var isPostgres = args.Option("--database") == "postgres";
        await using var small = await MadeDatabase.CreateAsync(isPostgres, MadeData.Of(1_000, 1_000));
        var watch = Stopwatch.StartNew();
        var data = MadeData.Of(requests, poles);
        await using var large = await MadeDatabase.CreateAsync(isPostgres, data);
        Console.WriteLine(Invariant($"{requests:N0} requests and {poles:N0} poles in {(isPostgres ? "PostgreSQL" : "SQLite")}, {large.SumRows:N0} kept rows, made in {watch.Elapsed.TotalSeconds:0} s."));
        Console.WriteLine();
        Console.WriteLine("| question | zoom | groups + marks | ms | of a thousand requests | by hand |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var zoom in (int[])[8, 10, 11, 12, 13, 14, 15, 16, 17, 18])
            await LineAsync("all", new(), zoom, data.Busiest, large, small);
        var filter = new PublicFilter(Status: PublicStatus.Find("waiting"), FaultCode: "flicker");
        foreach (var zoom in (int[])[10, 13, 15, 17])
            await LineAsync("waiting, one fault", filter, zoom, data.Busiest, large, small);
        foreach (var zoom in (int[])[10, 14, 17])
            await LineAsync("one amphoe", new(AmphoeCode: "1401"), zoom, data.Busiest, large, small);
        foreach (var zoom in (int[])[10, 15, 17])
            await LineAsync("received in a month", new(Received: new(new(2026, 5, 1), new(2026, 5, 31))), zoom, data.Busiest, large, small);
        foreach (var zoom in (int[])[16, 17, 18])
            await PolesAsync(zoom, data.Busiest, large, small);
        return 0;
    }

    static async Task LineAsync(string name, PublicFilter filter, int zoom, Position centre, MadeDatabase large, MadeDatabase small)
    {
        var window = Screen(centre, zoom);
        MapView? view = null;
        var ours = await MedianAsync(Runs, large, async services => view = await AskAsync(services, filter, window));
        var thousand = await MedianAsync(Runs, small, services => AskAsync(services, filter, window));
        var hand = filter == new PublicFilter() ? await MedianAsync(3, large, services => ByHandAsync(services.GetRequiredService<AppDb>(), window)) : (double?)null;
        Console.WriteLine(Invariant($"| {name} | {zoom} | {view!.Groups.Count} + {view.Reports.Count}{(view.IsMore ? ", more" : "")} | {ours:0.0} | {ours / thousand:0.0} × | {(hand is null ? "" : Invariant($"{hand / ours:0} ×"))} |"));
    }

    static async Task PolesAsync(int zoom, Position centre, MadeDatabase large, MadeDatabase small)
    {
        var box = Screen(centre, zoom).Box;
        IReadOnlyList<PoleInShort> found = [];
        var ours = await MedianAsync(Runs, large, async services => found = await services.GetRequiredService<Poles>().InBoxAsync(box, 2_001, CancellationToken.None));
        var thousand = await MedianAsync(Runs, small, services => services.GetRequiredService<Poles>().InBoxAsync(box, 2_001, CancellationToken.None));
        Console.WriteLine(Invariant($"| poles | {zoom} | {found.Count} | {ours:0.0} | {ours / thousand:0.0} × | |"));
    }

    static async Task<MapView> AskAsync(IServiceProvider services, PublicFilter filter, MapWindow window)
    {
        var view = await services.GetRequiredService<MapQuery>().RunAsync(filter, window, CancellationToken.None);
        // As much work as an answer makes besides.
        JsonSerializer.SerializeToUtf8Bytes(view, Wire);
        return view;
    }

    /// <summary>What somebody would write who has the requests and no sums: count them by squares.</summary>
    static async Task<int> ByHandAsync(AppDb db, MapWindow window)
    {
        var box = window.Box;
        var (width, height) = (Steps((box.East - box.West) / (window.East - window.West + 1)), Steps((box.North - box.South) / (window.South - window.North + 1)));
        var (west, south, east, north) = (Steps(box.West), Steps(box.South), Steps(box.East), Steps(box.North));
        var groups = await db.Database.SqlQuery<int>($"""
            SELECT CAST(COUNT(*) AS int) AS "Value" FROM service_requests
            WHERE map_latitude BETWEEN {south} AND {north} AND map_longitude BETWEEN {west} AND {east}
            GROUP BY map_latitude / {height}, map_longitude / {width}, status
            """).ToListAsync();
        return groups.Count;
    }

    static MapWindow Screen(Position centre, int zoom)
    {
        var middle = MapCell.Of(centre, zoom);
        var (across, down) = (ScreenWidth / MapCell.Pixels / 2 + 1, ScreenHeight / MapCell.Pixels / 2 + 1);
        var last = (1 << (zoom + 2)) - 1;
        return new(zoom, Math.Max(0, middle.Column - across), Math.Max(0, middle.Row - down), Math.Min(last, middle.Column + across), Math.Min(last, middle.Row + down));
    }

    static async Task<double> MedianAsync<T>(int runs, MadeDatabase database, Func<IServiceProvider, Task<T>> ask)
    {
        var times = new List<double>();
        for (var run = 0; run <= runs; run++)
        {
            await using var scope = database.Services.CreateAsyncScope();
            var watch = Stopwatch.StartNew();
            await ask(scope.ServiceProvider);
            // The first one warms up.
            if (run > 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    static int Steps(double degrees) => Math.Max(1, (int)Math.Round(degrees * MapMark.StepsOfDegree));

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
