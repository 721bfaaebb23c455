using System.Globalization;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Figures;

/// <summary>Days that figures are told of, both included, in Bangkok.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before <paramref name="From"/>.</param>
/// <param name="Name">What people call it, such as <c>ปีงบประมาณ พ.ศ. 2570</c>; empty for days chosen freely.</param>
/// <param name="Code">As an address carries it: <c>2570</c>, <c>2570q1</c>, <c>2569m11</c>; empty for days chosen freely.</param>
public sealed record Period(DateOnly From, DateOnly To, Phrase Name, string Code)
{
    /// <summary>Most days that can be chosen freely: ten years and their leap days.</summary>
    public const int MostDays = 3_660;

    const int Era = 543;

    // Years that a code may name; days far from them are mistyped.
    const int FirstYear = 2500, LastYear = 2700;

    /// <summary>A fiscal year: from 1 October, named by the year in which it ends (พ.ร.บ.วิธีการงบประมาณ พ.ศ. 2561 มาตรา 4).</summary>
    /// <param name="year">Buddhist Era.</param>
    public static Period FiscalYear(int year)
    {
        var from = new DateOnly(year - Era - 1, 10, 1);
        return new(from, from.AddYears(1).AddDays(-1), new($"ปีงบประมาณ พ.ศ. {year}", $"Fiscal year {year} B.E."), Invariant($"{year}"));
    }

    /// <summary>A quarter of a fiscal year.</summary>
    /// <param name="year">The fiscal year, Buddhist Era.</param>
    /// <param name="quarter">1 (October to December) to 4.</param>
    public static Period Quarter(int year, int quarter)
    {
        var from = new DateOnly(year - Era - 1, 10, 1).AddMonths((quarter - 1) * 3);
        return new(from, from.AddMonths(3).AddDays(-1),
            new($"ไตรมาสที่ {quarter} ปีงบประมาณ พ.ศ. {year}", $"Quarter {quarter} of fiscal year {year} B.E."), Invariant($"{year}q{quarter}"));
    }

    /// <summary>The month of a day.</summary>
    public static Period Month(DateOnly day)
    {
        var from = new DateOnly(day.Year, day.Month, 1);
        return new(from, from.AddMonths(1).AddDays(-1), new(WithoutDay(ThaiDates.LongDate(from)), WithoutDay(ThaiDates.LongDate(from, "en"))),
            Invariant($"{ThaiDates.BuddhistYear(from)}m{from.Month}"));
    }

    /// <summary>Days chosen freely.</summary>
    public static Period Free(DateOnly from, DateOnly to) => new(from, to, default, "");

    /// <summary>The period that a code names; null when it names none.</summary>
    public static Period? Read(string? code)
    {
        var parts = (code ?? "").Split('q', 'm');
        if (!TryNumber(parts[0], FirstYear, LastYear, out var year) || parts.Length > 2)
            return null;
        if (parts.Length == 1)
            return FiscalYear(year);
        return code!.Contains('q', StringComparison.Ordinal)
            ? TryNumber(parts[1], 1, 4, out var quarter) ? Quarter(year, quarter) : null
            : TryNumber(parts[1], 1, 12, out var month) ? Month(new(year - Era, month, 1)) : null;
    }

    /// <summary>The days in words: <c>1 ตุลาคม 2569 – 30 กันยายน 2570</c>.</summary>
    public Phrase Days => From == To
        ? new(ThaiDates.LongDate(From), ThaiDates.LongDate(From, "en"))
        : new($"{ThaiDates.LongDate(From)} – {ThaiDates.LongDate(To)}", $"{ThaiDates.LongDate(From, "en")} – {ThaiDates.LongDate(To, "en")}");

    /// <summary>Name and days in words.</summary>
    public Phrase Title => Code.Length == 0 ? Days : new($"{Name.Thai} ({Days.Thai})", $"{Name.English} ({Days.English})");

    static bool TryNumber(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

    static string WithoutDay(string date) => date[(date.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
