using System.Globalization;
using System.Text;

namespace Songthang.Web.Features.Feeds;

/// <summary>
/// Lines of an iCalendar file (RFC 5545): ended by CR LF, folded before the 76th byte and never within a character, with
/// the signs escaped that separate values.
/// </summary>
sealed class CalendarFile
{
    const int MostBytes = 75;

    readonly StringBuilder file = new();

    /// <summary>A line whose value is written as it is: a day, a name of the standard, an address.</summary>
    public CalendarFile Line(string name, string value)
    {
        var bytes = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                file.Append("\r\n ");
                bytes = 1;
            }

            file.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
        return this;
    }

    /// <summary>A line whose value is text.</summary>
    public CalendarFile Text(string name, string text) => Line(name, text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));

    /// <summary>A whole day.</summary>
    public CalendarFile Day(string name, DateOnly day) => Line($"{name};VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>A moment, UTC.</summary>
    public CalendarFile Moment(string name, DateTime utc) => Line(name, utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(file.ToString());
}
