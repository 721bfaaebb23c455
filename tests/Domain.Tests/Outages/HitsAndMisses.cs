using Songthang.Domain.Outages;

namespace Songthang.Domain.Tests.Outages;

/// <summary>How well the search does in a simulated province.</summary>
/// <param name="Suggested">Outages that it suggested.</param>
/// <param name="Right">Those of which most evidence is of one circuit's fault.</param>
/// <param name="Findable">Faults of circuits of which three lamps were reported within the window.</param>
/// <param name="Found">Those that were suggested.</param>
sealed record HitsAndMisses(int Suggested, int Right, int Findable, int Found)
{
    const int DaysBefore = 365;

    /// <summary>Of what it suggests, how much is right.</summary>
    public double Precision => (double)Right / Suggested;

    /// <summary>Of what it could find, how much it finds.</summary>
    public double Recall => (double)Found / Findable;

    /// <summary>Several together.</summary>
    public static HitsAndMisses Sum(IEnumerable<HitsAndMisses> all) => all.Aggregate((one, other) => new(
        one.Suggested + other.Suggested, one.Right + other.Right, one.Findable + other.Findable, one.Found + other.Found));

    /// <summary>Looks twice a day for so many days, as the program does, after a year of history.</summary>
    public static HitsAndMisses Of(int seed, int days = 120)
    {
        var all = new SimulatedProvince(seed).Reports(DaysBefore + days);
        var fault = all.ToDictionary(told => told.Report.Reference, told => told.Fault, StringComparer.Ordinal);
        var begin = all[0].Report.At.Date.AddDays(DaysBefore);
        var (seen, suggested) = (new HashSet<string>(StringComparer.Ordinal), new List<ProbableOutage>());
        for (var now = begin; now < begin.AddDays(days); now += TimeSpan.FromHours(12))
        {
            var open = all.Select(told => told.Report).Where(report => report.At > now.AddDays(-7) && report.At <= now && !seen.Contains(report.Reference));
            foreach (var outage in OutageSearch.Find(OutageSearch.Candidates([.. open]), candidate => Expected(all, candidate)))
            {
                suggested.Add(outage);
                seen.UnionWith(outage.Reports.Select(report => report.Reference));
            }
        }

        var right = suggested.Where(outage => MainFault(outage, fault) is not null).ToList();
        var findable = all.Where(told => told.Fault is not null && told.Report.At > begin).GroupBy(told => told.Fault!.Value)
            .Where(one => OutageSearch.Lamps([.. one.Select(told => told.Report)]) >= OutageSearch.FewestLamps).Select(one => one.Key).ToHashSet();
        var found = right.Select(outage => MainFault(outage, fault)!.Value).ToHashSet();
        found.IntersectWith(findable);
        return new(suggested.Count, right.Count, findable.Count, found.Count);
    }

    static int? MainFault(ProbableOutage outage, Dictionary<string, int?> fault)
    {
        var most = outage.Reports.GroupBy(report => fault[report.Reference]).MaxBy(one => one.Count())!;
        return most.Key is { } number && 2 * most.Count() > outage.Reports.Count ? number : null;
    }

    static double Expected(List<Told> all, OutageCandidate candidate)
    {
        var until = candidate.Reports[0].At;
        return OutageSearch.Expected(all.Count(told => told.Report.At >= until.AddDays(-365) && told.Report.At < until && (candidate.Basis == OutageBasis.Circuit
            ? told.Report.CircuitCode == candidate.Key
            : told.Report.RoadKey == candidate.Key && told.Report.Position is { } there
                && candidate.Reports.Any(report => report.Position!.Value.MetresTo(there) <= OutageSearch.RoadMetres / 2))));
    }
}
