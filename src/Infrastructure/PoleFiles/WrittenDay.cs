using System.Globalization;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>Days as registers write them, in the years of either era.</summary>
static class WrittenDay
{
    // Buddhist years of this and the last century; no register of street lights is older.
    const int FirstBuddhistYear = 2400;

    /// <summary>
    /// The day: <c>2022-09-13</c>, <c>13/9/2565</c> (day first, also with dots or dashes), <c>13 ก.ย. 65</c>, <c>13 กันยายน 2565</c>;
    /// a month or a year alone is its first day. Two digits are a year only of the Buddhist Era and only behind a Thai
    /// month: else nobody knows which is meant. Null when it is none of these.
    /// </summary>
    /// <param name="folded">The text, folded.</param>
    public static DateOnly? Read(string folded)
    {
        if (folded.Length > 40)
            return null;
        // What a table program or another program adds behind the day.
        var text = folded.EndsWith(" 00:00:00", StringComparison.Ordinal) ? folded[..^9] : folded;
        if (text.Length > 10 && text[10] == 't')
            text = text[..10];
        var parts = text.Replace("พ.ศ.", " ", StringComparison.Ordinal).Replace("ค.ศ.", " ", StringComparison.Ordinal)
            .Split(text.Any(IsThaiLetter) ? [' '] : ['-', '/', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [{ Length: 4 } year] => Make(Number(year), 1, 1),
            [{ Length: 4 } year, var month] => Make(Number(year), Number(month), 1),
            [{ Length: 4 } year, var month, var day] => Make(Number(year), Number(month), Number(day)),
            [var day, var month, { Length: 4 } year] when Number(month) is not null => Make(Number(year), Number(month), Number(day)),
            [var day, var month, { Length: 2 or 4 } year] => Make(year.Length == 2 ? 2500 + Number(year) : Number(year), ThaiMonth(month), Number(day)),
            _ => null,
        };
    }

    static DateOnly? Make(int? year, int? month, int? day)
    {
        if (year is null || month is not (>= 1 and <= 12) || day is not >= 1)
            return null;
        var ours = year.Value >= FirstBuddhistYear ? year.Value - 543 : year.Value;
        return ours is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(ours, month.Value) ? new DateOnly(ours, month.Value, day.Value) : null;
    }

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static int? ThaiMonth(string text)
    {
        for (var month = 1; month <= 12; month++)
        {
            var day = new DateOnly(2000, month, 1);
            if (text == ThaiText.Fold(ThaiDates.LongDate(day).Split(' ')[1]) || text.TrimEnd('.') == ThaiText.Fold(ThaiDates.ShortDate(day).Split(' ')[1]).TrimEnd('.'))
                return month;
        }

        return null;
    }

    static bool IsThaiLetter(char sign) => sign is >= '\u0E01' and <= '\u0E2E';
}
