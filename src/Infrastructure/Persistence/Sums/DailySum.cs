namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>
/// What happened on a day or in a month to requests of one amphoe, fault and channel. A save that changes a request adds rows
/// with the difference and never touches one that is there; <see cref="FoldSums"/> makes one row of many. The sum over all rows
/// is the figure at any time.
/// </summary>
public sealed class DailySum
{
    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>The day in Bangkok as <c>20261123</c> or the month as <c>202611</c>, Common Era: no number is both.</summary>
    public int Span { get; set; }

    /// <summary>Four digits; empty when the place is not known.</summary>
    public string AmphoeCode { get; set; } = "";

    /// <summary>What is wrong.</summary>
    public string FaultCode { get; set; } = "";

    /// <summary>By which way they came in, a name of <see cref="Domain.ServiceRequests.IntakeChannel"/>.</summary>
    public string Channel { get; set; } = "";

    /// <summary>Written by a save and not folded yet.</summary>
    public bool IsFresh { get; set; }

    /// <summary>Received.</summary>
    public int Received { get; set; }

    /// <summary>Of those, completed by now.</summary>
    public int Done { get; set; }

    /// <summary>Of those received, forwarded by now.</summary>
    public int Forwarded { get; set; }

    /// <summary>Of those received, declined by now.</summary>
    public int Declined { get; set; }

    /// <summary>Of those received, merged by now.</summary>
    public int Merged { get; set; }

    /// <summary>Of those received, withdrawn by now.</summary>
    public int Withdrawn { get; set; }

    /// <summary>Of those received, ever taken up again.</summary>
    public int Reopened { get; set; }

    /// <summary>Completed in this time, whenever they were received.</summary>
    public int Completed { get; set; }

    /// <summary>Of those completed, within the allowance of the work.</summary>
    public int Kept { get; set; }

    /// <summary>Ratings given in this time.</summary>
    public int Ratings { get; set; }

    /// <summary>Of those ratings, how many say that the light works.</summary>
    public int Fixed { get; set; }

    /// <summary>Sum of the points of those ratings.</summary>
    public int Points { get; set; }

    /// <summary>Adds another row of the same key, or takes it away.</summary>
    internal void Add(DailySum other, int times = 1)
    {
        Received += times * other.Received;
        Done += times * other.Done;
        Forwarded += times * other.Forwarded;
        Declined += times * other.Declined;
        Merged += times * other.Merged;
        Withdrawn += times * other.Withdrawn;
        Reopened += times * other.Reopened;
        Completed += times * other.Completed;
        Kept += times * other.Kept;
        Ratings += times * other.Ratings;
        Fixed += times * other.Fixed;
        Points += times * other.Points;
    }

    internal bool IsNothing => (Received, Done, Forwarded, Declined, Merged, Withdrawn) == (0, 0, 0, 0, 0, 0)
        && (Reopened, Completed, Kept, Ratings, Fixed, Points) == (0, 0, 0, 0, 0, 0);

    internal (int, string, string, string) Key => (Span, AmphoeCode, FaultCode, Channel);
}
