using Songthang.Domain.Settings;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Papers;

/// <summary>
/// Numbers and dates as the office writes them on paper. What a citizen typed stays as it was typed: it is quoted, not
/// written anew.
/// </summary>
/// <param name="settings">In which digits.</param>
public sealed class PaperWords(PaperSettings settings)
{
    /// <summary>Our own words in the office's digits.</summary>
    public string Number(string words) => settings.ThaiDigits ? ThaiDigits.ToThai(words) : words;

    /// <summary>A number in the office's digits.</summary>
    public string Number(int number) => Number(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary><c>วันที่ ๑๓ เดือน กันยายน พ.ศ. ๒๕๖๕</c>, as forms have it.</summary>
    public string FormDate(DateTime utc)
    {
        var words = ThaiDates.LongDate(utc).Split(' ');
        return Number($"วันที่ {words[0]} เดือน {words[1]} พ.ศ. {words[2]}");
    }

    /// <summary><c>๑๓ กันยายน ๒๕๖๕</c>.</summary>
    public string Date(DateTime utc) => Number(ThaiDates.LongDate(utc));

    /// <summary><c>๑๓ กันยายน ๒๕๖๕ เวลา ๑๔.๓๐ น.</c>.</summary>
    public string DateAndTime(DateTime utc) => Number(ThaiDates.LongDateAndTime(utc));

    /// <summary><c>หน้า ๑ จาก ๒</c>.</summary>
    public string Page(int page, int pages) => Number($"หน้า {page} จาก {pages}");

    /// <summary>A telephone number with its dashes, in the office's digits; as it is when it is none.</summary>
    public string Phone(string digits) => PhoneNumber.TryParse(digits, out var number) ? Number(number.Display) : digits;
}
