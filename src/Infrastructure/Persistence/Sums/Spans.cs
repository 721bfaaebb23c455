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

    /// <summary>The numbers that together are the days from one to another, both included.</summary>
    public static IReadOnlyList<int> Of(DateOnly from, DateOnly to)
    {
        var spans = new List<int>();
        for (var day = from; day <= to;)
        {
            var isWhole = day.Day == 1 && day.AddMonths(1).AddDays(-1) <= to;
            spans.Add(isWhole ? OfMonth(day) : OfDay(day));
            day = isWhole ? day.AddMonths(1) : day.AddDays(1);
        }

        return spans;
    }
}
