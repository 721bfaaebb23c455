using System.Diagnostics;
using System.Globalization;
using Songthang.Domain.Tests.Outages;

namespace Songthang.Benchmarks;

/// <summary>How many faults of circuits the search finds, and how much of what it suggests is right, where the truth is known.</summary>
static class OutagesInSimulatedProvinces
{
    /// <summary>Prints one row for each province and one for all. The first argument is how many provinces, 12 unless told.</summary>
    public static int Run(string[] args)
    {
        var provinces = args is [var typed, ..] ? int.Parse(typed, CultureInfo.InvariantCulture) : 12;
        Console.WriteLine("| province | suggested | right | precision | findable | found | recall | seconds |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var (all, since) = (new List<HitsAndMisses>(), Stopwatch.GetTimestamp());
        for (var seed = 1; seed <= provinces; seed++)
        {
            var began = Stopwatch.GetTimestamp();
            all.Add(HitsAndMisses.Of(seed));
            Row($"{seed}", all[^1], began);
        }

        Row("all", HitsAndMisses.Sum(all), since);
        return 0;
    }

    static void Row(string name, HitsAndMisses of, long since) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {of.Suggested} | {of.Right} | {of.Precision:0.00} | {of.Findable} | {of.Found} | {of.Recall:0.00} | {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} |"));
}
