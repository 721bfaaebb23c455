using System.Diagnostics;
using System.Globalization;
using Songthang.Web.Tests.Fuzzing;

namespace Songthang.Benchmarks.Fuzzing;

/// <summary>
/// Reads input made by chance with every parser: none may throw but as it says, none may take long, and what is read is written and
/// read again as the same. Ends with 1 when one did.
/// </summary>
static class FuzzBench
{
    // No input is longer than some kilobytes: what takes this long does not end, or grows faster than its input.
    const double LongestSeconds = 5;

    // Faults of one parser that are written down; more of them are mostly the same one.
    const int MostFaults = 5;

    /// <summary>Runs: how many executions each, and part of a parser's name to run only those.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments.Length > 0 ? int.Parse(arguments[0].Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture) : 1_000_000;
        var only = arguments.ElementAtOrDefault(1) ?? "";
        var first = Environment.TickCount;
        var isSound = true;
        Console.WriteLine($"first number {first}\n\n| parser | executions | seconds | µs each | slowest ms | faults |\n|---|---:|---:|---:|---:|---:|");
        foreach (var parser in TypedParsers.All.Concat(QueryParsers.All).Concat(FileParsers.All).Where(parser => parser.Name.Contains(only, StringComparison.Ordinal)))
            isSound &= await RunAsync(parser, count / parser.Share, first);
        return isSound ? 0 : 1;
    }

    static async Task<bool> RunAsync(Parser parser, int count, int first)
    {
        var (number, since, slowest) = (first, Stopwatch.GetTimestamp(), TimeSpan.Zero);
        var faults = new List<string>();
        // Nothing stops a parser that never ends; so the run ends with its number.
        using var watch = new Timer(_ =>
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref since)).TotalSeconds < LongestSeconds)
                return;
            Console.WriteLine($"{parser.Name}, number {Volatile.Read(ref number)}: still not done after {LongestSeconds} s");
            Environment.Exit(1);
        }, null, 1000, 1000);
        var whole = Stopwatch.StartNew();
        for (var done = 0; done < count; done++)
        {
            Volatile.Write(ref number, unchecked(first + done));
            Volatile.Write(ref since, Stopwatch.GetTimestamp());
            try
            {
                await parser.Try(new Random(number));
            }
            catch (InvalidOperationException fault)
            {
                faults.Add($"{parser.Name}, number {number}: {fault.Message}\n{fault.InnerException}");
                if (faults.Count == MostFaults)
                    count = done + 1;
            }

            if (Stopwatch.GetElapsedTime(since) is var took && took > slowest)
                slowest = took;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {parser.Name} | {count:N0} | {whole.Elapsed.TotalSeconds:0} | {whole.Elapsed.TotalMicroseconds / count:0.0} | {slowest.TotalMilliseconds:0} | {faults.Count} |"));
        faults.ForEach(Console.WriteLine);
        return faults.Count == 0;
    }
}
