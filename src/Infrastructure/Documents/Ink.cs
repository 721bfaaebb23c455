using System.Text;
using SkiaSharp;

namespace Songthang.Infrastructure.Documents;

/// <summary>One thing drawn on a page.</summary>
abstract record Ink
{
    public abstract void Draw(SKCanvas canvas, Func<Typeface, SKTypeface> fonts);

    protected static SKPaint Paint(byte grey = 0) => new() { Color = new SKColor(grey, grey, grey), IsAntialias = true };
}

sealed record LineInk(float X1, float Y1, float X2, float Y2, float Width) : Ink
{
    public override void Draw(SKCanvas canvas, Func<Typeface, SKTypeface> fonts)
    {
        using var paint = Paint();
        paint.StrokeWidth = Width;
        canvas.DrawLine(X1, Y1, X2, Y2, paint);
    }
}

sealed record FillInk(SKRect[] Rectangles, byte Grey) : Ink
{
    public override void Draw(SKCanvas canvas, Func<Typeface, SKTypeface> fonts)
    {
        using var paint = Paint(Grey);
        using var path = new SKPathBuilder();
        foreach (var rectangle in Rectangles)
            path.AddRect(rectangle);
        using var whole = path.Detach();
        canvas.DrawPath(whole, paint);
    }
}

sealed record FrameInk(SKRect Rectangle, float Thickness) : Ink
{
    public override void Draw(SKCanvas canvas, Func<Typeface, SKTypeface> fonts)
    {
        using var paint = Paint();
        paint.IsStroke = true;
        paint.StrokeWidth = Thickness;
        canvas.DrawRect(Rectangle, paint);
    }
}

sealed record DiscInk(float X, float Y, float Radius, byte Grey) : Ink
{
    public override void Draw(SKCanvas canvas, Func<Typeface, SKTypeface> fonts)
    {
        using var paint = Paint(Grey);
        canvas.DrawCircle(X, Y, Radius, paint);
    }
}

sealed record PictureInk(ReadOnlyMemory<byte> Jpeg, SKRect Place) : Ink
{
    public override void Draw(SKCanvas canvas, Func<Typeface, SKTypeface> fonts)
    {
        using var data = SKData.CreateCopy(Jpeg.Span);
        using var image = SKImage.FromEncodedData(data);
        if (image is null)
            return;
        using var paint = Paint();
        canvas.DrawImage(image, Place, new SKSamplingOptions(SKFilterMode.Linear), paint);
    }
}

/// <summary>Glyphs of one style on one baseline, with the characters that they stand for: so the text can be searched and copied.</summary>
sealed record TextInk(ShapedText Text, int From, int To, float X, float Baseline, float Size) : Ink
{
    const float Tolerance = 0.01f;

    public override void Draw(SKCanvas canvas, Func<Typeface, SKTypeface> fonts)
    {
        var glyphs = new List<Glyph>(To - From + 8);
        var places = new List<SKPoint>(To - From + 8);
        Place(glyphs, places);

        var start = Text.Glyphs[From].Cluster;
        var end = To < Text.Glyphs.Length ? Text.Glyphs[To].Cluster : Text.Text.Length;
        var utf8 = Encoding.UTF8.GetBytes(Text.Text, start, end - start);
        using var font = new SKFont(fonts(Text.Typeface), Size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocatePositionedTextRun(font, glyphs.Count, utf8.Length, null);
        run.SetText(utf8);
        var (cluster, offset) = (start, 0);
        for (var i = 0; i < glyphs.Count; i++)
        {
            offset += Encoding.UTF8.GetByteCount(Text.Text.AsSpan(cluster, glyphs[i].Cluster - cluster));
            cluster = glyphs[i].Cluster;
            run.Glyphs[i] = glyphs[i].Id;
            run.Positions[i] = places[i];
            run.Clusters[i] = (uint)offset;
        }

        using var blob = builder.Build();
        using var paint = Paint();
        canvas.DrawText(blob, X, Baseline, paint);
    }

    void Place(List<Glyph> glyphs, List<SKPoint> places)
    {
        var x = 0f;
        for (var i = From; i < To; i++)
        {
            var glyph = Text.Glyphs[i];
            Add(glyph);
            x += glyph.Advance;
            var isLast = i + 1 == To || Text.Glyphs[i + 1].Cluster != glyph.Cluster;
            // A missing character has no number of its own either: the second glyph makes the file say which it was.
            if (isLast && (glyph.Id == 0 || glyph.OffsetX < -Tolerance || Math.Abs(glyph.OffsetY) > Tolerance))
                Add(Text.Typeface.End(glyph.Cluster));
        }

        void Add(Glyph glyph)
        {
            glyphs.Add(glyph);
            places.Add(new((x + glyph.OffsetX) * Size, -glyph.OffsetY * Size));
        }
    }
}
