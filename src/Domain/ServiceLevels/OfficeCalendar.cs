using System.Globalization;
using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceLevels;

/// <summary>A day on which the office is closed.</summary>
/// <param name="Date">The day in Bangkok.</param>
/// <param name="Name">What is celebrated.</param>
public sealed record Holiday(DateOnly Date, Phrase Name);

/// <summary>When the office works, as an administrator sets it.</summary>
/// <param name="Opens">When it opens, Bangkok time.</param>
/// <param name="Closes">When it closes, Bangkok time, later than <paramref name="Opens"/>.</param>
/// <param name="Weekdays">Working days of the week, at least one.</param>
/// <param name="Holidays">Public holidays, substitution days included, by date; no day twice.</param>
public sealed record OfficeCalendar(
    TimeOnly Opens, TimeOnly Closes, IReadOnlyList<DayOfWeek> Weekdays, IReadOnlyList<Holiday> Holidays)
{
    /// <summary>First month of the year in which the next year's holidays should be known: the cabinet sets them before.</summary>
    const int MonthOfNextYear = 10;

    /// <summary>Government office hours: Monday to Friday, 08.30–16.30, but for these holidays.</summary>
    public static OfficeCalendar GovernmentHours(IReadOnlyList<Holiday> holidays) => new(
        new(8, 30), new(16, 30),
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        holidays);

    /// <summary>The same as what clocks count by.</summary>
    /// <exception cref="ArgumentException">It would have no working time.</exception>
    public WorkingCalendar ToWorkingCalendar() => new(Opens, Closes, Weekdays, Holidays.Select(holiday => holiday.Date));

    /// <summary>Days and hours in a line, such as <c>จันทร์–ศุกร์ 8.30–16.30 น.</c></summary>
    public Phrase HoursInWords()
    {
        var week = ThaiWeek.Where(day => Weekdays.Contains(day.Day)).ToList();
        // A run of three or more days is told by its ends.
        var isRun = week.Count > 2 && ThaiWeek.Skip(ThaiWeek.IndexOf(week[0])).Take(week.Count).SequenceEqual(week);
        var days = isRun
            ? new Phrase($"{week[0].Name.Thai}–{week[^1].Name.Thai}", $"{week[0].Name.English}–{week[^1].Name.English}")
            : new Phrase(string.Join(" ", week.Select(day => day.Name.Thai)), string.Join(", ", week.Select(day => day.Name.English)));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{days.Thai} {Opens:H\\.mm}–{Closes:H\\.mm} น."),
            string.Create(CultureInfo.InvariantCulture, $"{days.English} {Opens:HH\\:mm}–{Closes:HH\\:mm}"));
    }

    static readonly List<(DayOfWeek Day, Phrase Name)> ThaiWeek =
    [
        (DayOfWeek.Monday, new("จันทร์", "Monday")),
        (DayOfWeek.Tuesday, new("อังคาร", "Tuesday")),
        (DayOfWeek.Wednesday, new("พุธ", "Wednesday")),
        (DayOfWeek.Thursday, new("พฤหัสบดี", "Thursday")),
        (DayOfWeek.Friday, new("ศุกร์", "Friday")),
        (DayOfWeek.Saturday, new("เสาร์", "Saturday")),
        (DayOfWeek.Sunday, new("อาทิตย์", "Sunday")),
    ];

    /// <summary>
    /// The first year (Gregorian) without any holiday that promises already reach into: this year, or from October on the
    /// next one. Null when nothing is missing.
    /// </summary>
    /// <param name="today">The day in Bangkok.</param>
    public int? YearWithoutHolidays(DateOnly today)
    {
        int[] needed = today.Month >= MonthOfNextYear ? [today.Year, today.Year + 1] : [today.Year];
        return needed.Cast<int?>().FirstOrDefault(year => Holidays.All(holiday => holiday.Date.Year != year));
    }
}
