using System.Globalization;

namespace Songthang.Domain.Thai;

/// <summary>
/// Dates and times as people in Thailand read them: Bangkok time, Buddhist Era in Thai, Common Era in English.
/// A language is <c>th</c> or <c>en</c>, as in <see cref="Phrase.In"/>; anything but <c>en</c> is Thai.
/// </summary>
/// <remarks>
/// Bangkok is a fixed seven hours ahead of UTC: Thailand has had no summer time and no change since 1920, which is
/// before anything this program stores. A fixed offset needs no time zone data on the machine. The names of months
/// stand here for the same reason: they must not change with the culture data of the operating system.
/// Every moment taken must have <see cref="DateTimeKind.Utc"/>, else <see cref="ArgumentException"/> is thrown.
/// </remarks>
public static class ThaiDates
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    static readonly string[] ThaiMonths =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    static readonly string[] ThaiShortMonths =
    [
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
    ];

    /// <summary>The clock on the wall in Bangkok at this moment, with <see cref="DateTimeKind.Unspecified"/>.</summary>
    /// <exception cref="ArgumentException">The moment is not UTC.</exception>
    public static DateTime ToBangkok(DateTime utc) => utc.Kind == DateTimeKind.Utc
        ? DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified)
        : throw new ArgumentException("A moment is stored and passed as UTC.", nameof(utc));

    /// <summary>The date in Bangkok at this moment: from 17:00 UTC it is tomorrow's.</summary>
    public static DateOnly BangkokDate(DateTime utc) => DateOnly.FromDateTime(ToBangkok(utc));

    /// <summary>The moment in UTC at which a clock in Bangkok shows this date and time.</summary>
    public static DateTime FromBangkok(DateOnly date, TimeOnly time) =>
        DateTime.SpecifyKind(date.ToDateTime(time) - Offset, DateTimeKind.Utc);

    /// <summary>The year of the Buddhist Era in Bangkok at this moment, such as 2569.</summary>
    public static int BuddhistYear(DateTime utc) => BuddhistYear(BangkokDate(utc));

    /// <summary>The year of the Buddhist Era of a date: Common Era plus 543.</summary>
    public static int BuddhistYear(DateOnly date) => date.Year + 543;

    /// <summary>
    /// The fiscal year (Buddhist Era) in Bangkok at this moment: 1 October to 30 September, named by the year in
    /// which it ends (พ.ร.บ.วิธีการงบประมาณ พ.ศ. 2561 มาตรา 4).
    /// </summary>
    public static int FiscalYear(DateTime utc) => FiscalYear(BangkokDate(utc));

    /// <summary>The fiscal year (Buddhist Era) of a date: 1 October 2565 belongs to 2566.</summary>
    public static int FiscalYear(DateOnly date) => BuddhistYear(date) + (date.Month >= 10 ? 1 : 0);

    /// <summary><c>13 กันยายน 2565</c>, in English <c>13 September 2022</c>.</summary>
    public static string LongDate(DateTime utc, string language = "th") => LongDate(BangkokDate(utc), language);

    /// <summary><c>13 กันยายน 2565</c>, in English <c>13 September 2022</c>.</summary>
    public static string LongDate(DateOnly date, string language = "th") => IsEnglish(language)
        ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : Invariant($"{date.Day} {ThaiMonths[date.Month - 1]} {BuddhistYear(date)}");

    /// <summary>For lists: <c>13 ก.ย. 65</c>, in English <c>13 Sep 2022</c>.</summary>
    public static string ShortDate(DateTime utc, string language = "th") => ShortDate(BangkokDate(utc), language);

    /// <summary>For lists: <c>13 ก.ย. 65</c>, in English <c>13 Sep 2022</c>.</summary>
    public static string ShortDate(DateOnly date, string language = "th") => IsEnglish(language)
        ? date.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        : Invariant($"{date.Day} {ThaiShortMonths[date.Month - 1]} {BuddhistYear(date) % 100:00}");

    /// <summary><c>14.30 น.</c>, in English <c>14:30</c>; seconds are cut off, not rounded.</summary>
    public static string Time(DateTime utc, string language = "th") =>
        ToBangkok(utc).ToString(IsEnglish(language) ? "HH':'mm" : "HH'.'mm 'น.'", CultureInfo.InvariantCulture);

    /// <summary><c>13 กันยายน 2565 เวลา 14.30 น.</c>, in English <c>13 September 2022, 14:30</c>.</summary>
    public static string LongDateAndTime(DateTime utc, string language = "th") => IsEnglish(language)
        ? $"{LongDate(utc, language)}, {Time(utc, language)}"
        : $"{LongDate(utc, language)} เวลา {Time(utc, language)}";

    /// <summary><c>13 ก.ย. 65 14.30 น.</c>, in English <c>13 Sep 2022, 14:30</c>.</summary>
    public static string ShortDateAndTime(DateTime utc, string language = "th") => IsEnglish(language)
        ? $"{ShortDate(utc, language)}, {Time(utc, language)}"
        : $"{ShortDate(utc, language)} {Time(utc, language)}";

    /// <summary>
    /// How long something takes, in at most two units: <c>5 นาที</c>, <c>2 ชั่วโมง 10 นาที</c>, <c>3 วัน</c>,
    /// <c>3 วัน 4 ชั่วโมง</c>. What is smaller is cut off; under a minute reads <c>ไม่ถึง 1 นาที</c>. The sign is
    /// dropped: whether it is left or overdue is said in words by the caller.
    /// </summary>
    public static string Duration(TimeSpan span, string language = "th")
    {
        // Not TimeSpan.Duration(): that overflows for TimeSpan.MinValue.
        var minutes = Math.Abs(span.Ticks / TimeSpan.TicksPerMinute);
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        var units = new[]
        {
            Unit(days, "วัน", "day", language),
            Unit(hours, "ชั่วโมง", "hour", language),
            days > 0 ? "" : Unit(rest, "นาที", "minute", language),
        };
        return minutes == 0
            ? new Phrase("ไม่ถึง 1 นาที", "less than 1 minute").In(language)
            : string.Join(' ', units.Where(unit => unit.Length > 0));
    }

    static string Unit(long count, string thai, string english, string language) => count == 0
        ? ""
        : Invariant($"{count} {(IsEnglish(language) ? english + (count == 1 ? "" : "s") : thai)}");

    static bool IsEnglish(string language) => language == "en";

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
