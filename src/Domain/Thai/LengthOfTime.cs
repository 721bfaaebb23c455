namespace Songthang.Domain.Thai;

/// <summary>Lengths of time in words.</summary>
public static class LengthOfTime
{
    /// <summary>Years when they are whole, else months.</summary>
    public static Phrase Months(int months) => months % 12 == 0 ? Years(months / 12) : Counted(months, "เดือน", "month");

    /// <summary>Years.</summary>
    public static Phrase Years(int years) => Counted(years, "ปี", "year");

    /// <summary>Days.</summary>
    public static Phrase Days(int days) => Counted(days, "วัน", "day");

    /// <summary>Working days.</summary>
    public static Phrase WorkingDays(int days) => Counted(days, "วันทำการ", "working day");

    /// <summary>Minutes as the largest unit that has no rest: days, hours or minutes.</summary>
    public static Phrase Minutes(int minutes) => minutes switch
    {
        _ when minutes % (24 * 60) == 0 => Days(minutes / (24 * 60)),
        _ when minutes % 60 == 0 => Counted(minutes / 60, "ชั่วโมง", "hour"),
        _ => Counted(minutes, "นาที", "minute"),
    };

    static Phrase Counted(int number, string thai, string english) =>
        new($"{number} {thai}", $"{number} {english}{(number == 1 ? "" : "s")}");
}
