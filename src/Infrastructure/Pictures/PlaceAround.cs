using SkiaSharp;
using Songthang.Domain.Geography;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Pictures;

/// <summary>A place among the subdistricts around it, north up, drawn from what is built in.</summary>
/// <param name="Middle">Where, as exactly as everyone may know it.</param>
/// <param name="IsPoint">Whether it is the place itself; else the middle of its subdistrict.</param>
/// <param name="Province">Knows the subdistricts.</param>
/// <param name="Language">In which their names are written.</param>
public sealed record PlaceAround(Position Middle, bool IsPoint, Province Province, string Language = "th")
{
    const double MetresPerDegree = 111_195;
    const int Neighbours = 9;
    const float Label = 24;

    internal void Draw(SKCanvas canvas, SKRect place)
    {
        var near = Province.Nearest(Middle, Neighbours);
        var reach = Math.Max(1500, near[Math.Min(4, near.Count - 1)].Centre.MetresTo(Middle) * 1.3);
        var scale = place.Width / 2 / reach;
        var (x, y) = (place.MidX, place.MidY);
        canvas.Save();
        canvas.ClipRect(place);
        using var ring = new SKPaint { Color = new SKColor(255, 255, 255, 28), IsStroke = true, StrokeWidth = 2, IsAntialias = true };
        for (var radius = 90; radius <= 450; radius += 90)
            canvas.DrawCircle(x, y, radius, ring);
        using var dot = new SKPaint { Color = new SKColor(255, 255, 255, 190), IsAntialias = true };
        var taken = new List<SKRect> { new(x - 70, y - 80, x + 70, y + 70) };
        foreach (var tambon in near)
        {
            var east = (tambon.Centre.Longitude - Middle.Longitude) * MetresPerDegree * Math.Cos(double.DegreesToRadians(Middle.Latitude));
            var north = (tambon.Centre.Latitude - Middle.Latitude) * MetresPerDegree;
            var (cx, cy) = (x + (float)(east * scale), y - (float)(north * scale));
            var name = Language == "en" ? tambon.EnglishName : $"ต.{tambon.ThaiName}";
            var half = CardText.WidthOf(name, Typeface.Regular, Label) / 2;
            var box = new SKRect(cx - half - 6, cy - 46, cx + half + 6, cy + 10);
            if (!place.Contains(box) || taken.Exists(other => other.IntersectsWith(box)))
                continue;
            taken.Add(box);
            canvas.DrawCircle(cx, cy, 5, dot);
            CardText.Draw(canvas, name, Typeface.Regular, Label, cx - half, cy - 14, SKColors.White);
        }

        DrawPin(canvas, x, y);
        canvas.Restore();
    }

    void DrawPin(SKCanvas canvas, float x, float y)
    {
        using var glow = new SKPaint { Color = new SKColor(0xff, 0xb9, 0x38, 70), IsAntialias = true };
        canvas.DrawCircle(x, y, IsPoint ? 46 : 64, glow);
        using var lamp = new SKPaint { Color = new SKColor(0xff, 0xb9, 0x38), IsAntialias = true };
        canvas.DrawCircle(x, y, 22, lamp);
        using var core = new SKPaint { Color = SKColors.White, IsAntialias = true };
        canvas.DrawCircle(x, y, 9, core);
    }
}
