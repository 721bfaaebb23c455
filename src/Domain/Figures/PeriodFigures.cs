using Songthang.Domain.ServiceLevels;

namespace Songthang.Domain.Figures;

/// <summary>Which requests figures are told of; what is empty narrows nothing.</summary>
/// <param name="Period">When.</param>
/// <param name="AmphoeCode">Four digits; <see cref="NoAmphoe"/> for those whose amphoe is not known.</param>
/// <param name="FaultCode">What is wrong.</param>
public sealed record FiguresOf(Period Period, string AmphoeCode = "", string FaultCode = "")
{
    /// <summary>Stands for an <see cref="AmphoeCode"/>: requests whose amphoe is not known.</summary>
    public const string NoAmphoe = "none";
}

/// <summary>What a group of requests comes to.</summary>
/// <param name="Received">Received in the period.</param>
/// <param name="Done">Of those, completed by now.</param>
/// <param name="Forwarded">Of those received, forwarded by now.</param>
/// <param name="Declined">Of those received, declined by now.</param>
/// <param name="Merged">Of those received, merged by now.</param>
/// <param name="Withdrawn">Of those received, withdrawn by now.</param>
/// <param name="Reopened">Of those received, ever taken up again.</param>
/// <param name="Completed">Completed in the period, whenever they were received.</param>
/// <param name="Kept">Of those completed, within the allowance of the work.</param>
/// <param name="Ratings">Ratings given in the period.</param>
/// <param name="Fixed">Of those ratings, how many say that the light works.</param>
/// <param name="Points">Sum of their points.</param>
public sealed record Tally(
    int Received, int Done, int Forwarded, int Declined, int Merged, int Withdrawn, int Reopened,
    int Completed, int Kept, int Ratings, int Fixed, int Points)
{
    /// <summary>Nothing.</summary>
    public static Tally Nothing { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Of those received, how many are still open.</summary>
    public int Open => Received - Done - EndedOtherwise;

    /// <summary>Of those received, how many have ended without a repair.</summary>
    public int EndedOtherwise => Forwarded + Declined + Merged + Withdrawn;

    /// <summary>Share of the repairs that kept the allowance, 0 to 1; null without repairs.</summary>
    public double? KeptShare => Completed == 0 ? null : (double)Kept / Completed;

    /// <summary>Mean satisfaction; null without ratings.</summary>
    public double? Mean => Ratings == 0 ? null : (double)Points / Ratings;

    /// <summary>Share of the ratings that say that the light works, 0 to 1; null without ratings.</summary>
    public double? FixedShare => Ratings == 0 ? null : (double)Fixed / Ratings;

    /// <summary>So few ratings tell more of those who gave them than of the work: the public does not see their mean.</summary>
    public const int FewestPublicRatings = 5;

    /// <summary>The mean satisfaction as far as the public may know it.</summary>
    public double? PublicMean => Ratings < FewestPublicRatings ? null : Mean;

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsNothing => (Received, Completed, Ratings) == (0, 0, 0);

    /// <summary>Two groups as one.</summary>
    public static Tally operator +(Tally one, Tally other) => new(
        one.Received + other.Received, one.Done + other.Done, one.Forwarded + other.Forwarded, one.Declined + other.Declined,
        one.Merged + other.Merged, one.Withdrawn + other.Withdrawn, one.Reopened + other.Reopened, one.Completed + other.Completed,
        one.Kept + other.Kept, one.Ratings + other.Ratings, one.Fixed + other.Fixed, one.Points + other.Points);
}

/// <summary>How long a step took, or the work of a group.</summary>
/// <param name="Step">The step.</param>
/// <param name="Count">How many it was measured of.</param>
/// <param name="Kept">How many of them were within the allowance.</param>
/// <param name="Median">Minutes that half of them did not exceed, rounded up by <see cref="DurationScale"/>; null without any.</param>
/// <param name="NinetiethPercentile">Minutes that nine of ten did not exceed; null without any.</param>
public sealed record StepFigures(ManualStep Step, int Count, int Kept, int? Median, int? NinetiethPercentile)
{
    /// <summary>Share within the allowance, 0 to 1; null without any.</summary>
    public double? KeptShare => Count == 0 ? null : (double)Kept / Count;
}

/// <summary>A line of a table.</summary>
/// <param name="Key">The month (<c>202611</c>), the amphoe, the fault or the channel.</param>
/// <param name="Tally">What it comes to.</param>
/// <param name="Work">How long the work took (step 6); null where that is not kept.</param>
public sealed record FiguresLine(string Key, Tally Tally, StepFigures? Work);

/// <summary>The figures of a period.</summary>
/// <param name="Total">All together.</param>
/// <param name="Months">Every month of the period, also those without anything, the oldest first.</param>
/// <param name="Amphoes">By amphoe, an empty key for places that are not known.</param>
/// <param name="Faults">By fault type, the most frequent first.</param>
/// <param name="Channels">By channel of intake.</param>
/// <param name="Steps">All seven steps; none where the figures are of one amphoe and one fault at once.</param>
/// <param name="IsComplete">False while requests of an older version of the program are still being counted.</param>
public sealed record PeriodFigures(
    Tally Total, IReadOnlyList<FiguresLine> Months, IReadOnlyList<FiguresLine> Amphoes, IReadOnlyList<FiguresLine> Faults,
    IReadOnlyList<FiguresLine> Channels, IReadOnlyList<StepFigures> Steps, bool IsComplete)
{
    /// <summary>The step; without any when it was not measured.</summary>
    public StepFigures Step(ManualStep step) => Steps.FirstOrDefault(one => one.Step == step) ?? new(step, 0, 0, null, null);
}
