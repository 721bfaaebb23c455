using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Songthang.Benchmarks.Map;
using Songthang.Web;

namespace Songthang.Benchmarks;

/// <summary>
/// How many answers a second the public doors give to sixteen who ask at once, beside a bare Kestrel that gives the same bytes in the same
/// run. <c>-- answers --requests 100000 --database sqlite</c>. The load comes from the same two cores.
/// </summary>
static class Answering
{
    const int Clients = 16, Runs = 3;

    static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    static readonly (string What, string Address)[] Doors =
    [
        ("map, the province", "/map/reports.json?zoom=9&bbox=100.2,14.0,100.9,14.8"),
        ("map, a town", "/map/reports.json?zoom=14&bbox=100.53,14.33,100.60,14.38"),
        ("public list", "/reports"),
        ("Open311 list", "/open311/v2/requests.json?page_size=50"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var requests = int.Parse(args.Option("--requests") ?? "100000", CultureInfo.InvariantCulture);
        var isPostgres = args.Option("--database") == "postgres";
        await using var made = await MadeDatabase.CreateAsync(isPostgres, MadeData.Of(requests, 1_000));
        var folder = Directory.CreateTempSubdirectory("songthang-bench-").FullName;
        await using var app = Songthang.Web.Program.CreateApp(new Startup(folder, "http://127.0.0.1:0", IsDemo: false), builder =>
        {
            builder.Configuration["ConnectionStrings:Songthang"] = made.ConnectionString;
            builder.Configuration["Logging:LogLevel:Default"] = "Error";
            // What protects the service from one sender is not what is measured.
            builder.Configuration["Songthang:RateLimits:Harvest:Permits"] = "1000000000";
        });
        await app.StartAsync();
        Console.WriteLine(FormattableString.Invariant($"{requests:N0} requests in {(isPostgres ? "PostgreSQL" : "SQLite")}, {Clients} clients, median of {Runs}."));
        Console.WriteLine();
        Console.WriteLine("| answer | kB | a second | bare Kestrel | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (what, address) in Doors)
            await LineAsync(what, AddressOf(app) + address);
        await app.StopAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    static async Task LineAsync(string what, string address)
    {
        using var http = new HttpClient();
        using var first = await http.GetAsync(new Uri(address));
        first.EnsureSuccessStatusCode();
        var body = await first.Content.ReadAsByteArrayAsync();
        await using var bare = Bare(body, first.Content.Headers.ContentType!.ToString());
        await bare.StartAsync();
        var (ours, theirs) = (new List<double>(), new List<double>());
        // The first of each warms up.
        for (var run = 0; run <= Runs; run++)
        {
            ours.Add(await RateAsync(http, address));
            theirs.Add(await RateAsync(http, AddressOf(bare)));
        }

        var (mine, yardstick) = (Median(ours.Skip(1)), Median(theirs.Skip(1)));
        Console.WriteLine(FormattableString.Invariant($"| {what} | {body.Length / 1000.0:0.0} | {mine:0} | {yardstick:0} | {mine / yardstick:P0} |"));
        await bare.StopAsync();
    }

    /// <summary>A Kestrel that does nothing but give these bytes.</summary>
    static WebApplication Bare(byte[] body, string contentType)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            (context.Response.ContentType, context.Response.ContentLength) = (contentType, body.Length);
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        return app;
    }

    static async Task<double> RateAsync(HttpClient http, string address)
    {
        var (watch, count, uri) = (Stopwatch.StartNew(), 0, new Uri(address));
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < Measured)
            {
                await http.GetByteArrayAsync(uri);
                Interlocked.Increment(ref count);
            }
        })));
        return count / watch.Elapsed.TotalSeconds;
    }

    static double Median(IEnumerable<double> rates) => rates.Order().ElementAt(Runs / 2);

    /// <summary>Where a program that was started listens.</summary>
    public static string AddressOf(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
