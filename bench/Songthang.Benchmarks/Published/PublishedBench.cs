using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Songthang.Benchmarks.Desk;
using Songthang.Benchmarks.Map;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Benchmarks.Published;

/// <summary>
/// The published program as it runs: its start and memory, what it answers beside a bare Kestrel that gives the same bytes in the same run, and
/// how many photos it takes. <c>-- published PROGRAM --requests 100000 --database sqlite</c>. The load comes from wrk, on the same two cores.
/// </summary>
static partial class PublishedBench
{
    const int Runs = 3, Starts = 5, Photos = 60;

    static readonly (string What, string Address)[] Doors =
    [
        ("map, the province", "/map/reports.json?zoom=9&bbox=100.2,14.0,100.9,14.8"),
        ("map, a town", "/map/reports.json?zoom=14&bbox=100.53,14.33,100.60,14.38"),
        ("public list", "/reports"),
        ("a request", ""),
        ("Open311 list", "/open311/v2/requests.json?page_size=50"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var file = args[0];
        var requests = int.Parse(args.Option("--requests") ?? "100000", CultureInfo.InvariantCulture);
        var isPostgres = args.Option("--database") == "postgres";
        var data = MadeData.Of(requests, 1_000);
        await using var made = await MadeDatabase.CreateAsync(isPostgres, data, MadeDesk.Of(data));
        var folder = Directory.CreateTempSubdirectory("songthang-bench-").FullName;
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Songthang"] = made.ConnectionString,
            ["Logging__LogLevel__Default"] = "Error",
            // What protects the service from one sender is not what is measured.
            ["Songthang__RateLimits__Harvest__Permits"] = "1000000000",
            ["Songthang__RateLimits__Upload__Permits"] = "1000000000",
            ["Songthang__UploadQuota__SenderFiles"] = "1000000000",
            ["Songthang__UploadQuota__SenderMegabytes"] = "1000000000",
            ["Songthang__UploadQuota__Files"] = "1000000000",
            ["Songthang__UploadQuota__Megabytes"] = "1000000000",
        };
        Console.WriteLine(Invariant($"{requests:N0} requests in {(isPostgres ? "PostgreSQL" : "SQLite")}."));
        var starts = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            await using var once = await StartAsync();
            starts.Add(once.Start.TotalSeconds);
        }

        await using var program = await StartAsync();
        // The background looks round once after the start.
        await Task.Delay(TimeSpan.FromSeconds(5));
        Console.WriteLine(Invariant($"Start to first page: {starts.Order().ElementAt(Starts / 2):0.00} s (median of {Starts}); idle memory {program.Resident:0} MB."));
        await AnswersAsync(program, await FirstReferenceAsync(made), folder);
        Console.WriteLine(Invariant($"Memory after the load: {program.Resident:0} MB, at most {program.Peak:0} MB."));
        await PhotosAsync(program);
        await FirstViewAsync(program);
        Directory.Delete(folder, recursive: true);
        return 0;

        Task<PublishedProgram> StartAsync() => PublishedProgram.StartAsync(file, port => ["serve", "--port", port.ToString(CultureInfo.InvariantCulture), "--data", Path.Combine(folder, "data")], settings);
    }

    static async Task AnswersAsync(PublishedProgram program, string reference, string folder)
    {
        Console.WriteLine();
        Console.WriteLine("| answer | kB | a second | bare Kestrel | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (what, given) in Doors)
        {
            var address = new Uri(program.Address, given.Length > 0 ? given : $"/reports/{reference}");
            using var http = new HttpClient();
            using var first = await http.GetAsync(address);
            var body = await first.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            var bytes = Path.Combine(folder, "body");
            await File.WriteAllBytesAsync(bytes, body);
            await using var bare = await PublishedProgram.StartAsync(Environment.ProcessPath!, port =>
                [typeof(BareKestrel).Assembly.Location, "bare", port.ToString(CultureInfo.InvariantCulture), bytes, first.Content.Headers.ContentType!.ToString()], new Dictionary<string, string>(StringComparer.Ordinal));
            var (ours, theirs) = (new List<double>(), new List<double>());
            // The first of each warms up.
            for (var run = 0; run <= Runs; run++)
            {
                ours.Add(await RateAsync(address));
                theirs.Add(await RateAsync(bare.Address));
            }

            var (mine, yardstick) = (ours.Skip(1).Order().ElementAt(Runs / 2), theirs.Skip(1).Order().ElementAt(Runs / 2));
            Console.WriteLine(Invariant($"| {what} | {body.Length / 1000.0:0.0} | {mine:0} | {yardstick:0} | {mine / yardstick:P0} |"));
        }
    }

    static async Task<double> RateAsync(Uri address)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", "-c16", "-d4s", address.AbsoluteUri]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return said.Contains("Non-2xx", StringComparison.Ordinal)
            ? throw new InvalidOperationException(said)
            : double.Parse(Rate().Match(said).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Four at a time send photos of twelve million pixels, as a phone takes them.</summary>
    static async Task PhotosAsync(PublishedProgram program)
    {
        var photo = Scene();
        var before = program.Resident;
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = program.Address };
        var page = await http.GetStringAsync(new Uri("/report", UriKind.Relative));
        var (token, key) = (Token().Match(page).Groups["token"].Value, FormKey().Match(page).Groups["key"].Value);
        var most = 0.0;
        async Task SendAsync(int count)
        {
            var next = 0;
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                while (Interlocked.Increment(ref next) <= count)
                {
                    using var form = new MultipartFormDataContent();
                    form.Headers.Add("RequestVerificationToken", token);
                    using var file = new ByteArrayContent(photo);
                    file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
                    form.Add(file, "Photos", "lamp.jpg");
                    using var answer = await http.PostAsync(new Uri($"/uploads/{key}", UriKind.Relative), form);
                    if (!answer.IsSuccessStatusCode)
                        throw new InvalidOperationException(await answer.Content.ReadAsStringAsync() + program.Said);
                    most = Math.Max(most, program.Resident);
                    // A report takes a few; the rest make room.
                    var sent = Regex.Match(await answer.Content.ReadAsStringAsync(), "\"key\":\"(?<key>[0-9a-f]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["key"].Value;
                    using var remove = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
                    using var removed = await http.PostAsync(new Uri($"/uploads/{key}/{sent}/remove", UriKind.Relative), remove);
                }
            })));
        }

        await SendAsync(4);
        var watch = Stopwatch.StartNew();
        await SendAsync(Photos);
        Console.WriteLine();
        Console.WriteLine(Invariant($"Photos of 12 megapixels ({photo.Length / 1e6:0.0} MB): {Photos / watch.Elapsed.TotalSeconds:0.0} a second, memory {before:0} MB before, at most {most:0} MB."));
    }

    /// <summary>Large and small shapes with the grain of a sensor: 3 MB, as a phone writes them.</summary>
    static byte[] Scene()
    {
        using var large = Image.Perlin(4000, 3000, cellSize: 300);
        using var small = Image.Perlin(4000, 3000, cellSize: 24);
        using var grain = Image.Gaussnoise(4000, 3000, sigma: 5, mean: 0);
        using var red = ((large * 80) + (small * 25) + 120 + grain).CopyMemory();
        using var green = (red * 0.9) + 10;
        using var blue = (red * 0.6) + 40;
        using var scene = red.Bandjoin(green, blue).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        return scene.JpegsaveBuffer(q: 90);
    }

    /// <summary>What a phone fetches to show the form, packed as a browser asks for it.</summary>
    static async Task FirstViewAsync(PublishedProgram program)
    {
        using var http = new HttpClient { BaseAddress = program.Address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        using var plain = new HttpClient { BaseAddress = program.Address };
        var page = await plain.GetStringAsync(new Uri("/report", UriKind.Relative));
        var all = Part().Matches(page).Select(match => match.Groups["address"].Value).Where(address => address.StartsWith('/')).Prepend("/report").Distinct().ToList();
        long bytes = 0;
        foreach (var address in all)
            bytes += (await http.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
        Console.WriteLine(Invariant($"First view of /report: {bytes / 1000.0:0} kB in {all.Count} requests, without what scripts fetch later ({string.Join(' ', all)})."));
    }

    static async Task<string> FirstReferenceAsync(MadeDatabase made)
    {
        await using var scope = made.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().ServiceRequests.OrderByDescending(request => request.Id).Select(request => request.Reference).FirstAsync();
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"name=""__RequestVerificationToken""[^>]*value=""(?<token>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"/uploads/(?<key>[0-9A-Za-z_-]{32,64})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormKey();

    [GeneratedRegex(@"<(?:link rel=""(?:preload|stylesheet|icon)""|script)[^>]*(?:href|src)=""(?<address>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
