using System.Globalization;

namespace Songthang.Domain.Thai;

/// <summary>Reads the digits out of a number that a person typed, in any of the ways that people write numbers in.</summary>
static class TypedDigits
{
    /// <summary>Far more UTF-16 units than any number with separators needs; a longer text is something else.</summary>
    internal const int LongestText = 100;

    /// <summary>
    /// The digits 0–9 in their order, Thai digits among them translated. Spaces, dashes of every kind and invisible
    /// characters between them are skipped, as are <paramref name="separators"/>. Null when anything else is
    /// there, or nothing.
    /// </summary>
    internal static string? Read(string? text, string separators = "")
    {
        if (text is null || text.Length > LongestText) return null;
        var digits = "";
        foreach (var c in ThaiDigits.ToArabic(ThaiText.Clean(text)))
        {
            if (char.IsAsciiDigit(c)) digits += c;
            else if (!IsDash(c) && !char.IsWhiteSpace(c) && !separators.Contains(c, StringComparison.Ordinal)) return null;
        }
        return digits.Length > 0 ? digits : null;
    }

    // The minus sign is a mathematical symbol to Unicode, a dash to a phone's keyboard.
    static bool IsDash(char c) => c == '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;
}
