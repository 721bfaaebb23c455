namespace Songthang.Domain.Thai;

/// <summary>Thai digits ๐–๙ (U+0E50–U+0E59) and the digits 0–9; everything else in a text stays as it is.</summary>
public static class ThaiDigits
{
    /// <summary>Writes Thai digits as 0–9: for the screen, for comparing, before reading a number.</summary>
    public static string ToArabic(string text) => Map(text, '๐', '๙', '0');

    /// <summary>Writes 0–9 as Thai digits: for paper.</summary>
    public static string ToThai(string text) => Map(text, '0', '9', '๐');

    static string Map(string text, char first, char last, char target) => text.AsSpan().IndexOfAnyInRange(first, last) < 0
        ? text
        : string.Create(text.Length, (text, first, last, target), static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = from.text[i];
                span[i] = c >= from.first && c <= from.last ? (char)(from.target + (c - from.first)) : c;
            }
        });
}
