using SkiaSharp;

namespace Songthang.Infrastructure.Pictures;

/// <summary>The program's own mark: a lamp and its light.</summary>
static class LampPicture
{
    const float Grid = 48;

    /// <summary>Draws it around a middle.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="x">Middle.</param>
    /// <param name="y">Middle.</param>
    /// <param name="size">Width and height.</param>
    public static void Draw(SKCanvas canvas, float x, float y, float size)
    {
        canvas.Save();
        canvas.Translate(x - size / 2, y - size / 2);
        canvas.Scale(size / Grid);
        Path(canvas, "M24 17 8 42h32z", new SKColor(0xff, 0xb9, 0x38, 90), strokeWidth: 0);
        Path(canvas, "M7 43V14c0-6 4-9 9-9h5", SKColors.White, strokeWidth: 3);
        Path(canvas, "M15 17c0-6 4-10 9-10s9 4 9 10z", new SKColor(0xff, 0xb9, 0x38), strokeWidth: 0);
        canvas.Restore();
    }

    static void Path(SKCanvas canvas, string data, SKColor color, float strokeWidth)
    {
        using var path = SKPath.ParseSvgPathData(data);
        using var paint = new SKPaint { Color = color, IsAntialias = true, IsStroke = strokeWidth > 0, StrokeWidth = strokeWidth, StrokeCap = SKStrokeCap.Round };
        canvas.DrawPath(path, paint);
    }
}
