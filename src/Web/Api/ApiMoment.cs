using System.Globalization;

namespace Songthang.Web.Api;

/// <summary>A moment in an address (RFC 3339); without an offset it is UTC, as everything here is.</summary>
static class ApiMoment
{
    static readonly string[] Shapes = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd"];

    /// <summary>The moment, UTC; null when it is none.</summary>
    public static DateTime? Read(string? text)
    {
        // A plus that was not escaped in the address arrives as a space.
        var written = (text ?? "").Trim();
        if (written.Length > 6 && written[^6] == ' ')
            written = $"{written[..^6]}+{written[^5..]}";
        return DateTime.TryParseExact(written, Shapes, CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)
            // Neither database holds times at the ends of the calendar in every offset.
            && moment.Year is >= 1900 and <= 9000 ? moment : null;
    }
}
