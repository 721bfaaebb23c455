using System.Globalization;
using CsCheck;
using Songthang.Domain.ServiceLevels;

namespace Songthang.Domain.Tests.ServiceLevels;

/// <summary>Moments as a clock on the office's wall shows them, and calendars to try them on.</summary>
static class ThaiTime
{
    public static IReadOnlyList<DateOnly> PublicHolidays { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "holidays.csv")).Skip(1)
            .Select(line => DateOnly.ParseExact(line.Split(',')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    public static WorkingCalendar Office { get; } = WorkingCalendar.GovernmentHours(PublicHolidays);

    public static ServiceLevel Level { get; } = ServiceLevel.Default(PublicHolidays);

    /// <summary>Bangkok time such as <c>2026-04-10 16:00</c> as UTC.</summary>
    public static DateTime At(string bangkok) => DateTime.SpecifyKind(
        DateTime.Parse(bangkok, CultureInfo.InvariantCulture).AddHours(-7), DateTimeKind.Utc);

    public static string Shown(DateTime? utc) =>
        utc?.AddHours(7).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never";

    /// <summary>Moments to the second within the years that the holidays cover, and some before and after.</summary>
    public static Gen<DateTime> AnyMoment { get; } =
        Gen.Int[0, 4 * 366 * 24 * 3600 - 1].Select(seconds => At("2025-01-01 00:00").AddSeconds(seconds));

    public static Gen<TimeSpan> AnyTime { get; } = Gen.Int[0, 60 * 24 * 3600].Select(seconds => TimeSpan.FromSeconds(seconds));

    public static Gen<KindOfTime> AnyKind { get; } = Gen.Enum<KindOfTime>();

    /// <summary>Offices with odd hours, odd weeks and many days off.</summary>
    public static Gen<WorkingCalendar> AnyCalendar { get; } =
        from opens in Gen.Int[0, 23 * 60]
        from length in Gen.Int[1, 24 * 60 - 1 - opens]
        from weekdays in Gen.Enum<DayOfWeek>().HashSet[1, 7]
        from daysOff in Gen.Int[0, 4 * 366].HashSet[0, 100]
        let opening = new TimeOnly(opens / 60, opens % 60)
        select new WorkingCalendar(opening, opening.AddMinutes(length), weekdays, daysOff.Select(new DateOnly(2025, 1, 1).AddDays));
}
