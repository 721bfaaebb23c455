using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Benchmarks.Map;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Benchmarks.Desk;

/// <summary>A page of what words find, beside the same question written by hand in SQL.</summary>
static class SearchingBench
{
    const int Runs = 7, Size = 25;

    public static IEnumerable<string> Addresses() => Enumerable.Range(0, Runs)
        .SelectMany(_ => MadeTexts.Words).Select(words => "/officer?whose=team&q=" + Uri.EscapeDataString(words));

    public static async Task RunAsync(MadeDatabase made)
    {
        Console.WriteLine();
        Console.WriteLine("| words | found | ms | by hand | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        var (all, hand) = (new List<double>(), new List<double>());
        foreach (var words in MadeTexts.Words)
        {
            await using var scope = made.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var now = new DateTime(2026, 11, 30, 3, 0, 0, DateTimeKind.Utc);
            var (ours, theirs, found) = (new List<double>(), new List<double>(), 0);
            for (var run = 0; run <= Runs; run++)
            {
                var watch = Stopwatch.StartNew();
                var inbox = new InboxQuery(db);
                var filter = new InboxFilter(Words: words);
                var counted = await inbox.CountAsync(filter, now, CancellationToken.None);
                found = (await inbox.ReadAsync(filter, InboxOrder.Default, null, Size, counted.Found, now, CancellationToken.None)).Rows.Count;
                ours.Add(watch.Elapsed.TotalMilliseconds);
                watch.Restart();
                await ByHandAsync(db, words);
                theirs.Add(watch.Elapsed.TotalMilliseconds);
            }

            all.AddRange(ours.Skip(1));
            hand.AddRange(theirs.Skip(1));
            Console.WriteLine(FormattableString.Invariant($"| {words} | {found} | {Median(ours):0.0} | {Median(theirs):0.0} | {Median(ours) / Median(theirs):0.0} × |"));
        }

        Console.WriteLine(FormattableString.Invariant($"| p99 of all | | {Worst(all):0.0} | {Worst(hand):0.0} | {Worst(all) / Worst(hand):0.0} × |"));
    }

    /// <summary>What somebody who knows the database would write: the index of words where they are long enough, else a look at the newest 5,000.</summary>
    static async Task ByHandAsync(AppDb db, string words)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isPostgres = db.Database.IsNpgsql();
        var isLong = parts.All(part => part.Length > 2);
        var tests = isPostgres || !isLong
            ? string.Join(" AND ", parts.Select((_, at) => isPostgres ? $"search_text LIKE @p{at}" : $"instr(search_text, @p{at}) > 0"))
            : "id IN (SELECT rowid FROM service_request_search WHERE service_request_search MATCH @p0)";
        var source = isLong ? "service_requests" : "(SELECT * FROM service_requests ORDER BY submitted_at DESC LIMIT 5000) newest";
        // Made of numbers of parameters, from here alone.
#pragma warning disable CA2100
        command.CommandText = $"SELECT id, reference, symptom FROM {source} WHERE {tests} ORDER BY newest_order DESC, id DESC LIMIT {Size + 1}";
#pragma warning restore CA2100
        if (isPostgres || !isLong)
        {
            for (var at = 0; at < parts.Length; at++)
                Add(command, $"@p{at}", isPostgres ? $"%{parts[at]}%" : parts[at]);
        }
        else
        {
            Add(command, "@p0", "search_text : (" + string.Join(" AND ", parts.Select(part => $"\"{part}\"")) + ")");
        }

        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            _ = reader.GetString(2);
    }

    static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    static double Median(List<double> times) => times.Skip(1).Order().ElementAt(Runs / 2);

    static double Worst(List<double> times) => times.Order().ElementAt((int)(times.Count * 0.99));
}
