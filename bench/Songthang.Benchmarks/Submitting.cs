using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Reporting;

namespace Songthang.Benchmarks;

/// <summary>
/// How many submissions a second so many clients at once get acknowledged, and how that compares with as many clients that insert one row
/// each into a bare table, with the same durability and nothing else: no numbers, no timeline, no outbox, no search.
/// </summary>
static class Submitting
{
    public static async Task<int> RunAsync(string[] args)
    {
        var clients = Number(args, "--clients", 16);
        var count = Number(args, "--count", 2000);
        var isPostgres = args.Option("--database") == "postgres";
        // What protects the service from one sender is not what is measured.
        Environment.SetEnvironmentVariable("Songthang__RateLimits__Api__Permits", "1000000000");
        var directory = Directory.CreateTempSubdirectory("songthang-bench-").FullName;
        try
        {
            await using var database = await BenchDatabase.CreateAsync(directory, "submit", isPostgres);
            await database.App.StartAsync();
            var bare = await BareAsync(database, clients, count);
            Tell("bare insert loop", bare, bare);
            _ = await UseCaseAsync(database, clients, count / 10);
            var writer = database.App.Services.GetService<SqliteWriter>();
            var before = (writer?.Turns, writer?.Groups);
            Tell("submissions, use case", await UseCaseAsync(database, clients, count), bare);
            if (writer is not null)
                Console.WriteLine($"  {writer.Turns - before.Turns} writes in {writer.Groups - before.Groups} commits");
            Tell("submissions by HTTP (/api/v1/requests)", await HttpAsync(database, clients, count), bare);
            await database.App.StopAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    static async Task<double> BareAsync(BenchDatabase database, int clients, int count)
    {
        await using (var setUp = await database.OpenAsync())
        {
            await using var create = setUp.CreateCommand();
            create.CommandText = "CREATE TABLE bare (form_key varchar(64) PRIMARY KEY, words text NOT NULL)";
            await create.ExecuteNonQueryAsync();
        }

        var connections = new List<System.Data.Common.DbConnection>();
        for (var i = 0; i < clients; i++)
            connections.Add(await database.OpenAsync());
        var words = new string('ก', 400);
        return await TimeAsync(clients, count, async (client, _) =>
        {
            await using var insert = connections[client].CreateCommand();
            insert.CommandText = "INSERT INTO bare (form_key, words) VALUES (@key, @words)";
            Add(insert, "@key", Guid.NewGuid().ToString("N"));
            Add(insert, "@words", words);
            await insert.ExecuteNonQueryAsync();
        });
    }

    static Task<double> UseCaseAsync(BenchDatabase database, int clients, int count) => TimeAsync(clients, count, async (_, number) =>
    {
        await using var scope = database.App.Services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await scope.ServiceProvider.GetRequiredService<SubmitServiceRequest>().RunAsync(
            new NewReport(
                Guid.NewGuid().ToString("N"), "", "lamp_out", $"ไฟดับหน้าบ้านเลขที่ {number} มาหลายคืนแล้ว มืดมาก", null,
                new Place("140101", "ถนนทดสอบ", "ตรงข้ามร้านตัวอย่าง", "3", "", 14.35 + number % 100 * 0.001, 100.56 + number % 70 * 0.001),
                new Requester("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, []),
            Actor.Requester, now, CancellationToken.None);
    });

    static async Task<double> HttpAsync(BenchDatabase database, int clients, int count)
    {
        var secret = ApiKeySecret.New();
        await using (var scope = database.App.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.ApiKeys.Add(new ApiKey
            {
                Partner = "bench",
                Scopes = PartnerScopes.Api,
                PerMinute = int.MaxValue,
                PerDay = int.MaxValue,
                Hash = ApiKeySecret.Hash(secret),
                Prefix = secret[..ApiKeySecret.PrefixLength],
                CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
            });
            await db.SaveChangesAsync();
        }

        var address = BenchDatabase.AddressOf(database.App);
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Add("X-Api-Key", secret);
        return await TimeAsync(clients, count, async (_, number) =>
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/requests")
            {
                Content = JsonContent.Create(new { serviceCode = "lamp_out", symptom = $"ไฟดับดวงที่ {number}", tambonCode = "140101", road = "ถนนทดสอบ", name = "ทดสอบ ใจดี", phone = "0812345678" }),
            };
            message.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
            using var answer = await http.SendAsync(message);
            answer.EnsureSuccessStatusCode();
        });
    }

    /// <summary>So many a second.</summary>
    static async Task<double> TimeAsync(int clients, int count, Func<int, int, Task> one)
    {
        var (next, watch) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= count)
                await one(client, number);
        })));
        return count / watch.Elapsed.TotalSeconds;
    }

    static void Add(System.Data.Common.DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    static void Tell(string what, double perSecond, double bare) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {perSecond:0} a second, {perSecond / bare:P0} of the bare loop"));

    static int Number(string[] args, string name, int otherwise) =>
        args.Option(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
}
