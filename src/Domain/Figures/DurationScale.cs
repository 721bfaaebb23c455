namespace Songthang.Domain.Figures;

/// <summary>
/// Lengths of time rounded up to a scale of some hundred, so that medians of any number of them can be told from as many
/// counts. Rounded up, because what is told is that so many took no longer; and to whole minutes, hours and days, so that what
/// was within an allowance of such a length is told to be within it.
/// </summary>
public static class DurationScale
{
    /// <summary>The greatest share of itself by which a length of time is rounded up.</summary>
    public const double Error = 0.05;

    const int Hour = 60, Day = 24 * Hour;

    /// <summary>The length of time, rounded up: to the minute up to 100 minutes, then to 5 minutes and on up to weeks.</summary>
    /// <param name="minutes">Whole minutes, not negative.</param>
    public static int Round(int minutes)
    {
        var step = minutes switch
        {
            <= 100 => 1,
            <= 10 * Hour => 5,
            <= Day => 30,
            <= 3 * Day => Hour,
            <= 10 * Day => 3 * Hour,
            <= 30 * Day => 12 * Hour,
            <= 180 * Day => Day,
            _ => 7 * Day,
        };
        return (minutes + step - 1) / step * step;
    }

    /// <summary>The length of time that a share of all does not exceed (the nearest rank); null when there are none.</summary>
    /// <param name="counts">How many of which rounded length, in any order.</param>
    /// <param name="share">Above 0, up to 1: 0.5 is the median.</param>
    public static int? Quantile(IEnumerable<(int Minutes, int Count)> counts, double share)
    {
        var ordered = counts.Where(at => at.Count > 0).OrderBy(at => at.Minutes).ToList();
        var rank = (long)Math.Ceiling(ordered.Sum(at => (long)at.Count) * share);
        foreach (var (minutes, count) in ordered)
        {
            rank -= count;
            if (rank <= 0)
                return minutes;
        }

        return null;
    }
}
