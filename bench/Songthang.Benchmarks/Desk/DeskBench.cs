using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Benchmarks.Map;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence;
using Songthang.Web;

namespace Songthang.Benchmarks.Desk;

/// <summary>
/// The officers' list by HTTP with filters, orders and words, over many requests and over a thousand: the same questions, in turns.
/// <c>-- desk --requests 1000000 --database sqlite</c>; for <c>postgres</c> SONGTHANG_BENCH_POSTGRES names the server.
/// </summary>
static partial class DeskBench
{
    const int Asked = 600;

    const string Password = "ม้าแดงกระโดดข้ามรั้ว";

    public static async Task<int> RunAsync(string[] args)
    {
        var requests = int.Parse(args.Option("--requests") ?? "1000000", CultureInfo.InvariantCulture);
        var isPostgres = args.Option("--database") == "postgres";
        var watch = Stopwatch.StartNew();
        await using var small = await MadeAsync(isPostgres, 1_000);
        await using var large = await MadeAsync(isPostgres, requests);
        Console.WriteLine(Invariant($"{requests:N0} requests in {(isPostgres ? "PostgreSQL" : "SQLite")}, made in {watch.Elapsed.TotalSeconds:0} s."));
        await using var one = small.Around();
        await using var other = large.Around();
        using var few = await SignInAsync(one);
        using var many = await SignInAsync(other);
        Console.WriteLine();
        Console.WriteLine("| the officers' list | p50, ms | p99, ms | of a thousand: p50 | p99 |");
        Console.WriteLine("|---|---|---|---|---|");
        // Other lists first, so that both programs have made their statements and neither knows the answers.
        foreach (var address in Lists(new Random(2570)).Take(Asked / 2))
        {
            await TakeAsync(few, address);
            await TakeAsync(many, address);
        }

        await LineAsync("filtered and sorted", few, many, Lists(new Random(2569)).Take(Asked));
        await LineAsync("words", few, many, SearchingBench.Addresses());
        await SearchingBench.RunAsync(large);
        await one.StopAsync();
        await other.StopAsync();
        return 0;
    }

    /// <summary>Any filter with any order, as officers come to them.</summary>
    static IEnumerable<string> Lists(Random random)
    {
        string[] views = ["all", "unread", "waiting", "working", "asking", "overdue"], sorts = ["received", "reference", "fault", "place", "status", "due"], whose = ["team", "team", "mine", "unassigned"];
        var (faults, province) = (FaultTypes.Shipped.All, ReferenceData.Province);
        while (true)
        {
            var narrow = random.Next(8) switch
            {
                0 => "&fault=" + faults[random.Next(faults.Count)].Code,
                1 => "&area=" + province.Amphoes[random.Next(province.Amphoes.Count)].Code,
                2 => "&area=" + province.Tambons[random.Next(province.Tambons.Count)].Code,
                3 => "&status=completed&status=declined",
                4 => "&from=2026-10-01&to=2026-10-31",
                5 => "&reopened=yes",
                _ => "",
            };
            yield return $"/officer?whose={whose[random.Next(4)]}&view={views[random.Next(6)]}&sort={sorts[random.Next(6)]}&dir={(random.Next(2) == 0 ? "up" : "down")}{narrow}";
        }
    }

    internal static async Task LineAsync(string what, HttpClient few, HttpClient many, IEnumerable<string> addresses)
    {
        var (thousand, ours) = (new List<(double Took, string)>(), new List<(double Took, string Address)>());
        var all = addresses.ToList();
        // In turns, so that the machine's moods are the same for both.
        foreach (var address in all)
        {
            thousand.Add(await TakeAsync(few, address));
            ours.Add(await TakeAsync(many, address));
        }

        Console.WriteLine(Invariant($"| {what} | {At(ours, 0.5):0.0} | {At(ours, 0.99):0.0} | {At(ours, 0.5) / At(thousand, 0.5):0.0} × | {At(ours, 0.99) / At(thousand, 0.99):0.0} × |"));
        foreach (var (took, address) in ours.OrderByDescending(one => one.Took).Take(12))
            Console.Error.WriteLine(Invariant($"  {took:0} ms {address}"));
    }

    static async Task<(double Took, string Address)> TakeAsync(HttpClient http, string address)
    {
        var watch = Stopwatch.StartNew();
        await http.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        return (watch.Elapsed.TotalMilliseconds, address);
    }

    static double At(List<(double Took, string)> times, double share) => times.Select(time => time.Took).Order().ElementAt((int)(times.Count * share));

    static async Task<MadeDatabase> MadeAsync(bool isPostgres, int requests)
    {
        var data = MadeData.Of(requests, 1_000);
        return await MadeDatabase.CreateAsync(isPostgres, data, MadeDesk.Of(data));
    }

    /// <summary>A browser of an officer who has work of their own.</summary>
    static async Task<HttpClient> SignInAsync(WebApplication app)
    {
        await app.StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<OfficerAccount>>();
            var officer = await users.FindByNameAsync("bench1") ?? throw new InvalidOperationException("No officer.");
            officer.Role = OfficerRole.Officer;
            await users.AddPasswordAsync(officer, Password);
        }

        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(BenchDatabase.AddressOf(app)) };
        var token = Token().Match(await http.GetStringAsync(new Uri("/officer/sign-in", UriKind.Relative))).Groups["value"].Value;
        using var form = new FormUrlEncodedContent([new("UserName", "bench1"), new("Password", Password), new("__RequestVerificationToken", token)]);
        using var answer = await http.PostAsync(new Uri("/officer/sign-in", UriKind.Relative), form);
        return answer.RequestMessage!.RequestUri!.AbsolutePath == "/officer/sign-in" ? throw new InvalidOperationException("Not signed in.") : http;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
