using System.Globalization;
using System.Text;

namespace Songthang.Infrastructure.Documents;

/// <summary>A piece of a paragraph in one style.</summary>
/// <param name="Text">What it says; a line break begins a new line.</param>
/// <param name="Bold">In bold type.</param>
/// <param name="Dotted">On a dotted line, as what is filled into a form.</param>
/// <param name="Blank">
/// Above 0 this is no text but a dotted line to write on, so wide in points; <see cref="Rest"/> goes on to the end of the line.
/// </param>
public sealed record Run(string Text, bool Bold = false, bool Dotted = false, float Blank = 0)
{
    /// <summary>As wide as the line has room, and no narrower than something can be written on.</summary>
    internal const float Rest = 40.5f;

    /// <summary>Stands for a blank in the text of a paragraph (OBJECT REPLACEMENT CHARACTER).</summary>
    internal const char Placeholder = '\uFFFC';

    /// <summary>What was filled in, or a blank so wide in points when nothing was.</summary>
    public static Run Filled(string value, float blank) => string.IsNullOrWhiteSpace(value)
        ? new("", Blank: blank)
        : new($" {value} ", Dotted: true);

    /// <summary>What was filled in, or a blank up to the end of the line.</summary>
    public static Run FilledToEnd(string value) => Filled(value, Rest);

    /// <summary>Plain text.</summary>
    public static implicit operator Run(string text) => new(text);

    /// <summary>Text as it can be drawn: composed, without control and other invisible characters and broken pairs.</summary>
    internal static string Drawable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' || (rune.Value is not ('\t' or Placeholder) && !IsInvisible(rune)))
                kept.Append(rune.ToString());
            else if (rune.Value is '\t')
                kept.Append(' ');
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0xFE00 and <= 0xFE0F);
}
