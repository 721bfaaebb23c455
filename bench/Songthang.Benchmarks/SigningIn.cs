using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Benchmarks;

/// <summary>
/// Whether the time of an answer tells which accounts exist: an unknown name and a wrong password, tried in turns over HTTP, and the
/// difference of the two medians. Fails when it is 5 ms or more.
/// </summary>
static partial class SigningIn
{
    const string UserName = "somchai", Wrong = "ไม่ใช่รหัสผ่านนี้แน่นอน";
    const double MostMilliseconds = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        var pairs = int.Parse(args.Option("--pairs") ?? "200", CultureInfo.InvariantCulture);
        // What protects the service from one sender is not what is measured.
        Environment.SetEnvironmentVariable("Songthang__RateLimits__SignIn__Permits", "1000000000");
        var directory = Directory.CreateTempSubdirectory("songthang-bench-").FullName;
        try
        {
            await using var database = await BenchDatabase.CreateAsync(directory, "signing_in", args.Option("--database") == "postgres");
            await database.App.StartAsync();
            await CreateAccountAsync(database);
            using var visitor = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
            {
                BaseAddress = new Uri(BenchDatabase.AddressOf(database.App)),
            };
            var token = Token().Match(await visitor.GetStringAsync(new Uri("/officer/sign-in", UriKind.Relative))).Groups["token"].Value;
            for (var i = 0; i < 5; i++)
                _ = (await TryAsync(database, visitor, token, "nobody"), await TryAsync(database, visitor, token, UserName));
            var (unknown, wrong) = (new List<double>(), new List<double>());
            for (var i = 0; i < pairs; i++)
            {
                unknown.Add(await TryAsync(database, visitor, token, "nobody"));
                wrong.Add(await TryAsync(database, visitor, token, UserName));
            }

            await database.App.StopAsync();
            var difference = Math.Abs(Median(unknown) - Median(wrong));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"median of {pairs} each, in turns: unknown name {Median(unknown):0.0} ms, wrong password {Median(wrong):0.0} ms, difference {difference:0.0} ms"));
            return difference < MostMilliseconds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    static async Task CreateAccountAsync(BenchDatabase database)
    {
        await using var scope = database.App.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<OfficerAccount>>().CreateAsync(
            new OfficerAccount { UserName = UserName, DisplayName = "ผู้วัด", Role = OfficerRole.Officer, CreatedAt = DateTime.UnixEpoch }, "ม้าแดงกระโดดข้ามรั้ว");
        if (!created.Succeeded)
            throw new InvalidOperationException(created.ToString());
    }

    /// <summary>Milliseconds until the answer is there. No name ever rests, which would be another answer.</summary>
    static async Task<double> TryAsync(BenchDatabase database, HttpClient visitor, string token, string userName)
    {
        await using (var scope = database.App.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AppDb>().GuessCounts.ExecuteDeleteAsync();
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["UserName"] = userName,
            ["Password"] = Wrong,
            ["__RequestVerificationToken"] = token,
        });
        var begun = Stopwatch.GetTimestamp();
        using var answer = await visitor.PostAsync(new Uri("/officer/sign-in", UriKind.Relative), form);
        var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.OK ? taken : throw new InvalidOperationException($"Answered {answer.StatusCode}.");
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
