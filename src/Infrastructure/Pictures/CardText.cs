using SkiaSharp;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Pictures;

/// <summary>Text on a picture, in lines that end between words.</summary>
static class CardText
{
    const float Leading = 1.45f;

    /// <summary>Width in pixels of a text on one line.</summary>
    public static float WidthOf(string text, Typeface face, float size) => face.Shape(Run.Drawable(text)).Glyphs.Sum(glyph => glyph.Advance) * size;

    /// <summary>Draws at most so many lines, the last one with dots when there is more; returns the baseline of the last line.</summary>
    public static float Lines(SKCanvas canvas, string text, Typeface face, float size, float x, float baseline, float width, int most, SKColor color)
    {
        var rest = Run.Drawable(text).Replace('\n', ' ').Trim();
        for (var line = 1; rest.Length > 0; line++, baseline += size * Leading)
        {
            var end = EndOfLine(rest, face, size, width);
            var isLast = line == most || end == rest.Length;
            Draw(canvas, isLast && end < rest.Length ? Shortened(rest[..end], face, size, width) : rest[..end].TrimEnd(), face, size, x, baseline, color);
            if (isLast)
                return baseline;
            rest = rest[end..].TrimStart();
        }

        return baseline;
    }

    static int EndOfLine(string text, Typeface face, float size, float width)
    {
        if (WidthOf(text, face, size) <= width)
            return text.Length;
        var breaks = LineBreaks.Of(text);
        var best = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (!breaks[i])
                continue;
            if (WidthOf(text[..i].TrimEnd(), face, size) > width)
                break;
            best = i;
        }

        return best > 0 ? best : LongestFit(text, face, size, width);
    }

    static string Shortened(string text, Typeface face, float size, float width)
    {
        var kept = text.TrimEnd();
        return kept[..LongestFit(kept, face, size, width - WidthOf("…", face, size))].TrimEnd() + "…";
    }

    /// <summary>A word wider than the line ends where it must, never within a character that people see as one.</summary>
    static int LongestFit(string text, Typeface face, float size, float width)
    {
        var best = 0;
        foreach (var start in System.Globalization.StringInfo.ParseCombiningCharacters(text).Skip(1).Append(text.Length))
        {
            if (WidthOf(text[..start], face, size) > width)
                break;
            best = start;
        }

        return Math.Max(best, 1);
    }

    /// <summary>One line of text.</summary>
    public static void Draw(SKCanvas canvas, string text, Typeface face, float size, float x, float baseline, SKColor color)
    {
        var shaped = face.Shape(Run.Drawable(text));
        if (shaped.Glyphs.Length == 0)
            return;
        using var font = new SKFont(face.Whole, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocatePositionedRun(font, shaped.Glyphs.Length);
        var pen = 0f;
        for (var i = 0; i < shaped.Glyphs.Length; i++)
        {
            var glyph = shaped.Glyphs[i];
            run.Glyphs[i] = glyph.Id;
            run.Positions[i] = new((pen + glyph.OffsetX) * size, -glyph.OffsetY * size);
            pen += glyph.Advance;
        }

        using var blob = builder.Build();
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawText(blob, x, baseline, paint);
    }
}
