using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>
/// A place among the subdistricts around it, drawn from what is built in: no map needs to be fetched, and no other
/// service learns what the office looks at. North is up.
/// </summary>
static class MapSketch
{
    const float LabelSize = 7, PinRadius = 3.6f;
    const int MostNeighbours = 9;
    const double MetresPerDegree = 111_195;

    /// <summary>The sketch of a place, or null when nothing is known of where it is.</summary>
    /// <param name="place">Where.</param>
    /// <param name="province">Knows the subdistricts.</param>
    /// <param name="height">In points.</param>
    /// <param name="words">Writes the scale.</param>
    public static Block? Of(Place place, Province province, float height, PaperWords words)
    {
        var isExact = Position.TryCreate(place.Latitude, place.Longitude, out var position) && province.Contains(position);
        return (isExact ? position : province.Find(place.TambonCode)?.Centre) is { } middle
            ? new Drawing(height, (sheet, x, y, width) => Draw(sheet, x, y, width, height, middle, isExact, province, words))
            : null;
    }

    static void Draw(
        Sheet sheet, float x, float y, float width, float height, Position middle, bool isExact, Province province, PaperWords words)
    {
        var neighbours = province.Nearest(middle, MostNeighbours);
        var reach = Math.Max(1500, neighbours[Math.Min(4, neighbours.Count - 1)].Centre.MetresTo(middle) * 1.25);
        var scale = Math.Min(width, height) / 2 / (float)reach;
        var taken = new List<(float Left, float Top, float Right, float Bottom)>
        {
            (x + width / 2 - 8, y + height / 2 - 8, x + width / 2 + 8, y + height / 2 + 8),
            (x, y + height - 13, x + width, y + height),
        };
        sheet.Frame(x, y, width, height);
        foreach (var tambon in neighbours)
            DrawTambon(tambon);
        if (isExact)
            sheet.Disc(x + width / 2, y + height / 2, PinRadius + 2.4f, 190);
        sheet.Disc(x + width / 2, y + height / 2, PinRadius);
        sheet.Disc(x + width / 2, y + height / 2, 1.2f, 255);
        DrawScale();
        sheet.Text("น.", x + width - 9, y + 10, LabelSize, bold: true, align: Align.Centre);
        sheet.Line(x + width - 9, y + 13, x + width - 9, y + 25, 1);
        sheet.Line(x + width - 9, y + 13, x + width - 11.5f, y + 17, 1);
        sheet.Line(x + width - 9, y + 13, x + width - 6.5f, y + 17, 1);

        void DrawTambon(Tambon tambon)
        {
            var east = (tambon.Centre.Longitude - middle.Longitude) * MetresPerDegree * Math.Cos(double.DegreesToRadians(middle.Latitude));
            var north = (tambon.Centre.Latitude - middle.Latitude) * MetresPerDegree;
            var (cx, cy) = (x + width / 2 + (float)east * scale, y + height / 2 - (float)north * scale);
            var name = $"ต.{tambon.ThaiName}";
            var half = name.Length * LabelSize * 0.25f + 2;
            var label = (Left: cx - half, Top: cy - 13, Right: cx + half, Bottom: cy + 3);
            if (label.Left < x + 2 || label.Right > x + width - 2 || label.Top < y + 2 || label.Bottom > y + height - 2
                || taken.Exists(other => other.Left < label.Right && label.Left < other.Right && other.Top < label.Bottom && label.Top < other.Bottom))
            {
                return;
            }

            taken.Add(label);
            sheet.Disc(cx, cy, 1.4f, 130);
            sheet.Text(name, cx, cy - 4, LabelSize, align: Align.Centre);
        }

        void DrawScale()
        {
            var metres = reach switch { > 8000 => 5000, > 4000 => 2000, > 2000 => 1000, _ => 500 };
            var length = metres * scale;
            var (left, bottom) = (x + 6, y + height - 5);
            sheet.Line(left, bottom, left + length, bottom, 1);
            sheet.Line(left, bottom - 3, left, bottom, 1);
            sheet.Line(left + length, bottom - 3, left + length, bottom, 1);
            sheet.Text(words.Number(metres >= 1000 ? $"{metres / 1000} กม." : $"{metres} ม."), left + length + 4, bottom, LabelSize);
            if (!isExact)
                sheet.Text("กลางตำบล", x + width - 4, bottom, LabelSize, align: Align.Right);
        }
    }
}
