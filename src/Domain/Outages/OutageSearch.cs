namespace Songthang.Domain.Outages;

/// <summary>
/// Finds dark lamps that probably fail for one reason. Three or more lamps that were reported within 48 hours of each other,
/// on one circuit or along one road within 600 m, are suspicious; but only when so many would hardly have failed there by
/// themselves. How many do so by themselves is known from the year before: were it 0.4 in two days, three at once happen
/// by chance in 1 of 126 cases, and are no reason to send a crew to the cabinet. Only a suggestion: an officer decides.
/// </summary>
public static class OutageSearch
{
    /// <summary>The fault of one dark lamp.</summary>
    public const string LampOut = "lamp_out";

    /// <summary>The fault of several dark lamps.</summary>
    public const string StretchOut = "section_out";

    /// <summary>How far apart the first and the last report may be.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(48);

    /// <summary>How far apart two lamps along a road may be, in metres.</summary>
    public const double RoadMetres = 600;

    /// <summary>How many lamps make an outage.</summary>
    public const int FewestLamps = 3;

    /// <summary>The chance that as many lamps failed by themselves must be below this.</summary>
    public const double MostChance = 0.0005;

    /// <summary>
    /// Reports closer than this are about one lamp, in metres, unless they name different poles: poles stand 30 to 40 m
    /// apart, phones are off by ten or more.
    /// </summary>
    public const double SameLampMetres = 25;

    /// <summary>
    /// What may be an outage: enough lamps within time and distance. One report can be in several; a circuit says more than a
    /// road, more lamps say more than fewer, and come first.
    /// </summary>
    /// <param name="reports">Open reports of darkness, in any order.</param>
    public static IReadOnlyList<OutageCandidate> Candidates(IReadOnlyList<DarkReport> reports)
    {
        // What is found must not depend on the order in which a database gives rows.
        var ordered = reports.OrderBy(report => report.At).ThenBy(report => report.Reference, StringComparer.Ordinal).ToList();
        var circuits = ordered.Where(report => report.CircuitCode.Length > 0).GroupBy(report => report.CircuitCode, StringComparer.Ordinal)
            .SelectMany(circuit => Windows([.. circuit])).Select(window => new OutageCandidate(OutageBasis.Circuit, window));
        var roads = ordered.Where(report => report is { RoadKey.Length: > 0, Position: not null }).GroupBy(report => report.RoadKey, StringComparer.Ordinal)
            .SelectMany(road => Stretches([.. road])).Select(stretch => new OutageCandidate(OutageBasis.Road, stretch));
        return
        [
            .. circuits.Concat(roads).Select(candidate => (Candidate: candidate, Lamps: Lamps(candidate.Reports)))
                .Where(one => one.Lamps >= FewestLamps)
                .OrderBy(one => one.Candidate.Basis).ThenByDescending(one => one.Lamps)
                .ThenBy(one => one.Candidate.Reports[0].At).ThenBy(one => one.Candidate.Reports[0].Reference, StringComparer.Ordinal)
                .Select(one => one.Candidate),
        ];
    }

    /// <summary>The outages among the candidates. No report is evidence for two of them.</summary>
    /// <param name="candidates">In the order of <see cref="Candidates"/>.</param>
    /// <param name="expected">How many lamps fail by themselves in <see cref="Window"/> where these reports are.</param>
    public static IReadOnlyList<ProbableOutage> Find(IReadOnlyList<OutageCandidate> candidates, Func<OutageCandidate, double> expected)
    {
        var found = new List<ProbableOutage>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            var free = candidate with { Reports = [.. candidate.Reports.Where(report => !taken.Contains(report.Reference))] };
            var lamps = Lamps(free.Reports);
            if (lamps < FewestLamps)
                continue;
            var byThemselves = expected(free);
            if (ChanceOfAtLeast(lamps, byThemselves) >= MostChance)
                continue;
            taken.UnionWith(free.Reports.Select(report => report.Reference));
            found.Add(new(free.Basis, free.Key, free.Name, free.Reports[0].At, free.Reports[^1].At, lamps, byThemselves, free.Reports));
        }

        return found;
    }

    /// <summary>
    /// How many lamps these reports are about: those of one pole, or close together without different pole numbers, count
    /// once, and a stretch counts as two.
    /// </summary>
    public static int Lamps(IReadOnlyList<DarkReport> reports)
    {
        var lamps = new List<DarkReport>();
        foreach (var report in reports.OrderByDescending(report => report.PoleKey.Length > 0).ThenBy(report => report.At))
            if (!lamps.Exists(known => IsSameLamp(known, report)))
                lamps.Add(report);
        return lamps.Count + (lamps.Exists(lamp => lamp.IsStretch) ? 1 : 0);
    }

    /// <summary>How many lamps fail by themselves in <see cref="Window"/> where so many did in the year before.</summary>
    /// <param name="lampsInAYear">Dark lamps reported there in 365 days; a new register knows of none, and still some fail.</param>
    public static double Expected(int lampsInAYear) => (lampsInAYear + 1) * Window.TotalDays / 365;

    /// <summary>The chance that at least so many independent things happen of which a mean number is expected (Poisson).</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="mean">0 or more.</param>
    public static double ChanceOfAtLeast(int count, double mean)
    {
        var (term, below) = (Math.Exp(-mean), 0d);
        for (var i = 0; i < count; i++)
        {
            below += term;
            term *= mean / (i + 1);
        }

        return Math.Max(0, 1 - below);
    }

    static bool IsSameLamp(DarkReport one, DarkReport other)
    {
        if (one.PoleKey.Length > 0 && other.PoleKey.Length > 0)
            return one.PoleKey == other.PoleKey;
        return one.Position is { } here && other.Position is { } there
            ? here.MetresTo(there) < SameLampMetres
            // Who says neither where nor which pole may mean any of them.
            : true;
    }

    /// <summary>For each report those that followed within the window, without those windows that lie in another one.</summary>
    static IEnumerable<List<DarkReport>> Windows(List<DarkReport> ordered)
    {
        var end = 0;
        for (var start = 0; start < ordered.Count; start++)
        {
            var last = end;
            while (end < ordered.Count && ordered[end].At - ordered[start].At <= Window)
                end++;
            if (end > last)
                yield return ordered[start..end];
        }
    }

    /// <summary>The reports of each window that lie within the distance of one of them, to one side or both.</summary>
    static IEnumerable<List<DarkReport>> Stretches(List<DarkReport> road) =>
        from window in Windows(road)
        from middle in window
        let near = Stretch(window, middle)
        where near.Count >= 2
        select near;

    /// <summary>Those around a report, the nearest first as long as no two are too far apart.</summary>
    static List<DarkReport> Stretch(List<DarkReport> window, DarkReport middle)
    {
        var near = new List<DarkReport>();
        foreach (var report in window.OrderBy(report => report.Position!.Value.MetresTo(middle.Position!.Value)))
        {
            if (near.TrueForAll(other => other.Position!.Value.MetresTo(report.Position!.Value) <= RoadMetres))
                near.Add(report);
        }

        return [.. near.OrderBy(report => report.At).ThenBy(report => report.Reference, StringComparer.Ordinal)];
    }
}
