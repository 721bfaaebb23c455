using System.Globalization;
using System.Text;

namespace Songthang.Domain.Thai;

/// <summary>
/// What people typed, made fit for storing, comparing and counting. Everything here is linear in the length of the
/// text, whatever it holds.
/// </summary>
public static class ThaiText
{
    /// <summary>
    /// The text as it is stored: the same to the eye, without what the eye cannot see. Cleaning twice changes
    /// nothing more. Null and texts of nothing but invisible characters become the empty string.
    /// </summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item>Lines end in <c>\n</c>; tabs and all kinds of spaces become a plain space; spaces at the end of a line
    /// and blank lines and spaces at both ends of the text go.</item>
    /// <item>Control characters (NUL among them), lone surrogates, noncharacters, zero-width characters, bidi
    /// controls, byte order marks, tag characters and other invisible ones go. Emoji stay whole: a zero-width
    /// joiner stays between two pictures, a variation selector after one; only flags spelt with tag characters
    /// (England, Scotland, Wales) become a plain black flag, for tags can carry hidden text.</item>
    /// <item>NFC, never NFKC, which splits ำ into ํ and า.</item>
    /// <item>Thai spelling that looks the same becomes the same: vowel before tone mark, ํ + า to ำ (a tone mark
    /// between or after them moves before it), เ + เ to แ.</item>
    /// <item>More than three combining marks on one character are noise: the first three stay. On a Thai letter,
    /// or beside a Thai mark, only Thai marks stay.</item>
    /// </list>
    /// </remarks>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // Sifted first: Normalize throws at lone surrogates and takes quadratic time on endless combining marks.
        return TrimLines(ThaiSpelling.Order(InvisibleCharacters.Remove(text).Normalize(NormalizationForm.FormC)));
    }

    /// <summary>
    /// The text as it is compared and searched: cleaned, Thai digits as 0–9, lower case, every run of white space
    /// (line breaks too) one space. Not for showing. Folding twice changes nothing more.
    /// </summary>
    public static string Fold(string? text)
    {
        // Lower case can meet a mark that upper case had no composed letter for (J + caron), so NFC once more.
        var lower = ThaiDigits.ToArabic(Clean(text)).ToLowerInvariant().Normalize(NormalizationForm.FormC);
        var folded = new StringBuilder(lower.Length);
        foreach (var c in lower)
        {
            if (c is not (' ' or '\n')) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString();
    }

    /// <summary>
    /// How many characters a person sees (text elements): น้ำ is one, a family emoji is one. Limits shown to
    /// people count these; limits of storage count bytes besides.
    /// </summary>
    public static int Length(string? text) => string.IsNullOrEmpty(text) ? 0 : new StringInfo(text).LengthInTextElements;

    static string TrimLines(string text)
    {
        if (text.Contains(" \n", StringComparison.Ordinal))
            text = string.Join('\n', text.Split('\n').Select(line => line.TrimEnd(' ')));
        return text.Trim(' ', '\n');
    }
}
