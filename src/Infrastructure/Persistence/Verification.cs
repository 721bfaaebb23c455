namespace Songthang.Infrastructure.Persistence;

/// <summary>One proof of all timelines: how far it is, and what it came to.</summary>
public sealed class Verification
{
    /// <summary>A proof that says nothing for so long has died with its program.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>Name of whoever asked for it.</summary>
    public string OfficerName { get; set; } = "";

    /// <summary>When it was asked for, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>When it last said how far it is, UTC.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>How many requests there were when it began.</summary>
    public int Total { get; set; }

    /// <summary>How many requests were looked at.</summary>
    public int Requests { get; set; }

    /// <summary>How many entries they have.</summary>
    public int Entries { get; set; }

    /// <summary>How many timelines are broken.</summary>
    public int BrokenCount { get; set; }

    /// <summary>The first of them, a line each: the reference, a space, the number of the entry.</summary>
    public string Broken { get; set; } = "";

    /// <summary>It could not be finished; the log says why.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether it is still going on.</summary>
    public bool IsRunning(DateTime now) => FinishedAt is null && now - UpdatedAt < LongestSilence;
}
