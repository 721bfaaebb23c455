using Songthang.Domain.Officers;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Outages;

/// <summary>What an officer says of a suspicion.</summary>
public enum OutageVerdict
{
    /// <summary>It was one fault: a circuit, a cabinet, a cable.</summary>
    Confirmed,

    /// <summary>The lamps failed each by itself.</summary>
    Refuted,
}

/// <summary>
/// A probable outage that was shown to the officers, with what became of it: how often the search is right is known only
/// when somebody says so.
/// </summary>
public sealed class SuspectedOutage
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxNote = 500;

    readonly List<SuspectedOutageReport> reports = [];

    SuspectedOutage() { }

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>What the lamps have in common.</summary>
    public OutageBasis Basis { get; private set; }

    /// <summary>The circuit's code, or the road as it is compared.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The same in words.</summary>
    public string Name { get; private set; } = "";

    /// <summary>When it was first suspected, UTC.</summary>
    public DateTime FoundAt { get; private set; }

    /// <summary>The first report, UTC.</summary>
    public DateTime FirstAt { get; private set; }

    /// <summary>The last report, UTC.</summary>
    public DateTime LastAt { get; private set; }

    /// <summary>How many lamps were reported.</summary>
    public int Lamps { get; private set; }

    /// <summary>How many lamps would have failed there by themselves in <see cref="OutageSearch.Window"/>.</summary>
    public double Expected { get; private set; }

    /// <summary>What an officer said; null as long as nobody has.</summary>
    public OutageVerdict? Verdict { get; private set; }

    /// <summary>When the verdict was given, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Who gave it; empty before.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>What was found on the spot; may be empty.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Raised by every change; two changes of the same version conflict.</summary>
    public int Version { get; private set; }

    /// <summary>The evidence.</summary>
    public IReadOnlyList<SuspectedOutageReport> Reports => reports;

    /// <summary>A new suspicion.</summary>
    /// <param name="outage">What was found.</param>
    /// <param name="ids">Keys in storage of its reports.</param>
    /// <param name="now">UTC.</param>
    public static SuspectedOutage Suspect(ProbableOutage outage, IEnumerable<long> ids, DateTime now)
    {
        var suspected = new SuspectedOutage { Basis = outage.Basis, Key = outage.Key, Name = outage.Name, FoundAt = now };
        suspected.Follow(outage, ids);
        return suspected;
    }

    /// <summary>Whether something that was found now is the same suspicion, grown.</summary>
    public bool IsSameAs(ProbableOutage outage) => Verdict is null && Basis == outage.Basis && Key == outage.Key
        && outage.FirstAt <= LastAt + OutageSearch.Window && outage.LastAt >= FirstAt - OutageSearch.Window;

    /// <summary>More reports came in. None is taken away: what was settled meanwhile was still evidence.</summary>
    /// <returns>Whether anything is new.</returns>
    public bool Follow(ProbableOutage outage, IEnumerable<long> ids)
    {
        var added = ids.Except(reports.Select(report => report.ServiceRequestId)).ToList();
        if (added.Count == 0)
            return false;
        reports.AddRange(added.Select(id => new SuspectedOutageReport(id)));
        FirstAt = reports.Count == added.Count || outage.FirstAt < FirstAt ? outage.FirstAt : FirstAt;
        LastAt = outage.LastAt > LastAt ? outage.LastAt : LastAt;
        Lamps = Math.Max(Lamps, outage.Lamps);
        Expected = outage.Expected;
        Version++;
        return true;
    }

    /// <summary>An officer says what it was; a verdict can be changed when the crew finds something else.</summary>
    /// <param name="verdict">What it was.</param>
    /// <param name="note">What was found on the spot; may be empty.</param>
    /// <param name="by">The officer.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>outage.note-too-long</c>.</exception>
    public void Decide(OutageVerdict verdict, string note, Actor by, DateTime now)
    {
        if (ThaiText.Length(note) > MaxNote)
            throw new RuleBroken("outage.note-too-long", new($"บันทึกยาวเกิน {MaxNote} ตัวอักษร", $"The note is longer than {MaxNote} characters."));
        (Verdict, Note, DecidedAt, DecidedByName) = (verdict, note, now, by.Name);
        Version++;
    }
}

/// <summary>A request that is evidence.</summary>
public sealed class SuspectedOutageReport
{
    SuspectedOutageReport() { }

    internal SuspectedOutageReport(long serviceRequestId) => ServiceRequestId = serviceRequestId;

    /// <summary>The suspicion.</summary>
    public long SuspectedOutageId { get; private set; }

    /// <summary>The request.</summary>
    public long ServiceRequestId { get; private set; }
}
