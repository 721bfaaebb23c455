namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>
/// Days and months as numbers: a period is read from the sums of its whole months and of the days that are left over at its
/// ends, at most sixty, however long it is.
/// </summary>
public static class Spans
{
    /// <summary><c>20261123</c>.</summary>
    public static int OfDay(DateOnly day) => (day.Year * 100 + day.Month) * 100 + day.Day;

    /// <summary><c>202611</c>.</summary>
    public static int OfMonth(DateOnly day) => day.Year * 100 + day.Month;

    /// <summary>The month of a day or of itself.</summary>
    public static int MonthOf(int span) => span > 1_000_000 ? span / 100 : span;

    /// <summary>The first day of a month.</summary>
    public static DateOnly FirstDay(int month) => new(month / 100, month % 100, 1);

    /// <summary>Three ranges of numbers that together are the days from one to another, both included; a range from more to less is empty.</summary>
    public static ((int From, int To) Head, (int From, int To) Months, (int From, int To) Tail) Of(DateOnly from, DateOnly to)
    {
        var firstWhole = from.Day == 1 ? from : new DateOnly(from.Year, from.Month, 1).AddMonths(1);
        var afterWhole = to.AddDays(1) is { Day: 1 } next ? next : new DateOnly(to.Year, to.Month, 1);
        if (firstWhole >= afterWhole)
            return ((OfDay(from), OfDay(to)), (1, 0), (1, 0));
        return (
            (OfDay(from), OfDay(firstWhole.AddDays(-1))),
            (OfMonth(firstWhole), OfMonth(afterWhole.AddMonths(-1))),
            (OfDay(afterWhole), OfDay(to)));
    }
}
