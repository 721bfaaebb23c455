using System.Globalization;
using System.Text.RegularExpressions;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Administration;

/// <summary>Holidays as people paste them: a date and a name on each line, years of either era.</summary>
static partial class HolidayLines
{
    const int MostLines = 200;

    public static (IReadOnlyList<Holiday> Holidays, IReadOnlyList<Phrase> Mistakes) Read(string? text)
    {
        var holidays = new Dictionary<DateOnly, Holiday>();
        var mistakes = new List<Phrase>();
        var lines = (text ?? "").Split('\n');
        for (var number = 1; number <= lines.Length && number <= MostLines; number++)
        {
            // Cells of a table program come with tabs between them.
            var line = ThaiText.Clean(lines[number - 1].Replace('\t', ' '));
            if (line.Length == 0) continue;
            if (ReadLine(line) is { } holiday)
                holidays[holiday.Date] = holiday;
            else
                mistakes.Add(new($"บรรทัดที่ {number} อ่านไม่ได้ เช่น 13/4/2570 วันสงกรานต์", $"Line {number} cannot be read; for example 13/4/2570 วันสงกรานต์"));
        }

        if (lines.Length > MostLines)
            mistakes.Add(new($"ไม่เกิน {MostLines} บรรทัดต่อครั้ง", $"At most {MostLines} lines at once"));
        return ([.. holidays.Values], mistakes);
    }

    static Holiday? ReadLine(string line)
    {
        var match = DateAndName().Match(ThaiDigits.ToArabic(line));
        if (!match.Success) return null;
        var year = Number("year");
        // Nobody plans for the year 2400 of the common era, and nobody remembers that of the Buddhist one.
        if (year >= 2400) year -= 543;
        var (month, day) = (Number("month"), Number("day"));
        if (year is < 2000 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var names = line[match.Groups["name"].Index..].Split('|', 2, StringSplitOptions.TrimEntries);
        return names[0].Length is > 0 and <= 200 && (names.Length == 1 || names[1].Length <= 200)
            ? new(new(year, month, day), new(names[0], names.Length == 2 && names[1].Length > 0 ? names[1] : names[0]))
            : null;

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})|(?<day>[0-9]{1,2})[/.-](?<month>[0-9]{1,2})[/.-](?<year>[0-9]{4}))[ ,;:]+(?<name>\S.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateAndName();
}
