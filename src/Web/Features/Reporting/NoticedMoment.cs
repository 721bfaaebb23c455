using System.Globalization;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Reporting;

/// <summary>Reads when something was noticed, as a date field or a person writes it: Bangkok time, either era, Thai digits.</summary>
static class NoticedMoment
{
    // No lamp was seen out before; and years of the Buddhist Era begin here.
    const int FirstYear = 2000, FirstBuddhistYear = FirstYear + 543;

    static readonly string[] Dates = ["yyyy-M-d", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d M yyyy"];
    static readonly string[] Times = ["H:m", "H.m", "H:m:s"];

    /// <summary>
    /// Both empty is null: just now, or not said. A date alone is its midnight; a time alone is the last time that it
    /// was this late. False when something cannot be read.
    /// </summary>
    public static bool TryRead(string date, string time, DateTime now, out DateTime? moment)
    {
        moment = null;
        if (date.Length == 0 && time.Length == 0) return true;
        if (!TryReadTime(time, out var clock)) return false;
        if (date.Length == 0)
        {
            var today = ThaiDates.FromBangkok(ThaiDates.BangkokDate(now), clock);
            moment = today <= now ? today : today.AddDays(-1);
            return true;
        }

        if (!TryReadDate(date, out var day)) return false;
        moment = ThaiDates.FromBangkok(day, clock);
        return true;
    }

    static bool TryReadTime(string text, out TimeOnly time)
    {
        time = TimeOnly.MinValue;
        var digits = ThaiDigits.ToArabic(text).Replace("น.", "", StringComparison.Ordinal).Trim();
        return digits.Length == 0 || TimeOnly.TryParseExact(digits, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    static bool TryReadDate(string text, out DateOnly date)
    {
        var digits = ThaiDigits.ToArabic(text);
        // 29 February exists in either era's own year only after the year was brought to one era.
        var year = digits.Split('-', '/', '.', ' ').FirstOrDefault(part => part.Length == 4);
        if (int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= FirstBuddhistYear)
            digits = digits.Replace(year, (number - 543).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return DateOnly.TryParseExact(digits, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year >= FirstYear;
    }
}
