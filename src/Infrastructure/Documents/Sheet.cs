using SkiaSharp;

namespace Songthang.Infrastructure.Documents;

/// <summary>
/// A page that was laid out: what is drawn where, in points (1/72 inch) from the upper left corner. Nothing is drawn
/// before all pages are known, as only then it is known how many there are and which glyphs they need.
/// </summary>
public sealed class Sheet
{
    readonly List<Ink> inks = [];

    internal IReadOnlyList<Ink> Inks => inks;

    /// <summary>A straight line.</summary>
    /// <param name="x1">Where it begins.</param>
    /// <param name="y1">Where it begins.</param>
    /// <param name="x2">Where it ends.</param>
    /// <param name="y2">Where it ends.</param>
    /// <param name="width">How thick.</param>
    public void Line(float x1, float y1, float x2, float y2, float width = 0.6f) => inks.Add(new LineInk(x1, y1, x2, y2, width));

    /// <summary>A dotted line to write on. Its dots are full stops to the eye and one space to who copies the text.</summary>
    /// <param name="x1">Where it begins.</param>
    /// <param name="x2">Where it ends.</param>
    /// <param name="y">How far down.</param>
    public void Dots(float x1, float x2, float y)
    {
        const float size = 8;
        var dots = Typeface.Regular.Dots((x2 - x1) / size);
        Text(dots, 0, dots.Glyphs.Length, x1, y, size);
    }

    /// <summary>A filled rectangle.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="grey">0 is black, 255 white.</param>
    public void Fill(float x, float y, float width, float height, byte grey = 0) =>
        inks.Add(new FillInk([new(x, y, x + width, y + height)], grey));

    /// <summary>Many filled rectangles at once.</summary>
    internal void Fill(SKRect[] rectangles) => inks.Add(new FillInk(rectangles, 0));

    /// <summary>A frame.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="thickness">How thick the line is.</param>
    public void Frame(float x, float y, float width, float height, float thickness = 0.6f) =>
        inks.Add(new FrameInk(new(x, y, x + width, y + height), thickness));

    /// <summary>A disc.</summary>
    /// <param name="x">Its middle.</param>
    /// <param name="y">Its middle.</param>
    /// <param name="radius">Radius.</param>
    /// <param name="grey">0 is black, 255 white.</param>
    public void Disc(float x, float y, float radius, byte grey = 0) => inks.Add(new DiscInk(x, y, radius, grey));

    /// <summary>One line of text in one style that never breaks.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="baseline">Where the letters stand.</param>
    /// <param name="size">Size in points.</param>
    /// <param name="bold">In bold type.</param>
    /// <param name="align">Where <paramref name="x"/> is in the text.</param>
    public void Text(string text, float x, float baseline, float size, bool bold = false, Align align = Align.Left)
    {
        var shaped = (bold ? Typeface.Bold : Typeface.Regular).Shape(Run.Drawable(text));
        var width = shaped.Glyphs.Sum(glyph => glyph.Advance) * size;
        var left = align switch { Align.Right => x - width, Align.Centre => x - width / 2, _ => x };
        Text(shaped, 0, shaped.Glyphs.Length, left, baseline, size);
    }

    internal void Text(ShapedText text, int from, int to, float x, float baseline, float size)
    {
        if (to > from)
            inks.Add(new TextInk(text, from, to, x, baseline, size));
    }

    /// <summary>A JPEG picture as it is, not compressed anew.</summary>
    internal void Picture(ReadOnlyMemory<byte> jpeg, float x, float y, float width, float height) =>
        inks.Add(new PictureInk(jpeg, new(x, y, x + width, y + height)));
}

/// <summary>How text stands in its width.</summary>
public enum Align
{
    /// <summary>From the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>Up to the right edge.</summary>
    Right,
}
