using System.Globalization;
using System.Text;

namespace Songthang.Infrastructure.Documents;

/// <summary>
/// A page as the inside of an SVG picture in points, so that a browser shows before printing what the PDF has: it needs no
/// style of its own. The browser sets the text in its copy of the typeface; each line keeps the width that it has on paper.
/// </summary>
public static class SvgPage
{
    /// <summary>The shapes and the text of a page that has neither photos nor dotted lines, such as a sheet of labels.</summary>
    /// <exception cref="NotSupportedException">It has them.</exception>
    public static string Write(Sheet sheet)
    {
        var svg = new StringBuilder();
        foreach (var ink in sheet.Inks)
        {
            switch (ink)
            {
                case FillInk fill: Write(svg, fill); break;
                case TextInk text: Write(svg, text); break;
                default: throw new NotSupportedException($"{ink.GetType().Name} is not drawn for browsers.");
            }
        }

        return svg.ToString();
    }

    static void Write(StringBuilder svg, FillInk fill)
    {
        svg.Append("<path d=\"");
        foreach (var rectangle in fill.Rectangles)
            svg.Append(CultureInfo.InvariantCulture, $"M{rectangle.Left:0.##} {rectangle.Top:0.##}H{rectangle.Right:0.##}V{rectangle.Bottom:0.##}H{rectangle.Left:0.##}z");
        svg.Append("\"/>");
    }

    static void Write(StringBuilder svg, TextInk ink)
    {
        var glyphs = ink.Text.Glyphs.AsSpan(ink.From, ink.To - ink.From);
        var width = 0f;
        foreach (var glyph in glyphs)
            width += glyph.Advance * ink.Size;
        var end = ink.To < ink.Text.Glyphs.Length ? ink.Text.Glyphs[ink.To].Cluster : ink.Text.Text.Length;
        var weight = ink.Text.Typeface == Typeface.Bold ? " font-weight=\"600\"" : "";
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{ink.X:0.##}\" y=\"{ink.Baseline:0.##}\" font-size=\"{ink.Size:0.##}\" textLength=\"{width:0.##}\" lengthAdjust=\"spacingAndGlyphs\"{weight}>")
            .Append(System.Net.WebUtility.HtmlEncode(ink.Text.Text[glyphs[0].Cluster..end])).Append("</text>");
    }
}
