using Songthang.Domain.Geography;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>
/// Numbered stops and the way between them among the subdistricts, drawn from what is built in: no map needs to be fetched.
/// North is up.
/// </summary>
static class RouteSketch
{
    const float LabelSize = 7, StopRadius = 6.5f, Margin = 22;
    const double MetresPerDegree = 111_195, LeastReach = 400;

    static readonly int[] Lengths = [100, 200, 500, 1000, 2000, 5000, 10_000];

    /// <summary>The sketch, or null when fewer than two stops have a position: then there is no way.</summary>
    /// <param name="stops">In the order of the way; null where nobody knows where it is.</param>
    /// <param name="province">Knows the subdistricts.</param>
    /// <param name="height">In points.</param>
    /// <param name="words">Writes the numbers.</param>
    public static Block? Of(IReadOnlyList<Position?> stops, Province province, float height, PaperWords words)
    {
        var placed = stops.Select((stop, i) => (Number: i + 1, At: stop)).Where(stop => stop.At is not null)
            .Select(stop => (stop.Number, stop.At!.Value)).ToList();
        return placed.Count < 2
            ? null
            : new Drawing(height, (sheet, x, y, width) => new Picture(sheet, x, y, width, height, placed, province, words).Draw());
    }

    sealed class Picture
    {
        readonly Sheet sheet;
        readonly (float X, float Y, float Width, float Height) frame;
        readonly List<(int Number, Position At)> stops;
        readonly Province province;
        readonly PaperWords words;
        readonly Position middle;
        readonly float scale;
        readonly List<(float Left, float Top, float Right, float Bottom)> taken = [];

        public Picture(
            Sheet sheet, float x, float y, float width, float height, List<(int Number, Position At)> stops, Province province, PaperWords words)
        {
            (this.sheet, frame, this.stops, this.province, this.words) = (sheet, (x, y, width, height), stops, province, words);
            var (south, north) = (stops.Min(stop => stop.At.Latitude), stops.Max(stop => stop.At.Latitude));
            var (west, east) = (stops.Min(stop => stop.At.Longitude), stops.Max(stop => stop.At.Longitude));
            middle = Position.Create((south + north) / 2, (west + east) / 2);
            var (high, wide) = (Math.Max(LeastReach, (north - south) * MetresPerDegree), Math.Max(LeastReach, (east - west) * MetresPerLongitude));
            scale = (float)Math.Min((height - 2 * Margin) / high, (width - 2 * Margin) / wide);
        }

        double MetresPerLongitude => MetresPerDegree * Math.Cos(double.DegreesToRadians(middle.Latitude));

        public void Draw()
        {
            sheet.Frame(frame.X, frame.Y, frame.Width, frame.Height);
            var way = stops.ConvertAll(stop => (stop.Number, At: On(stop.At)));
            for (var i = 1; i < way.Count; i++)
                sheet.Line(way[i - 1].At.X, way[i - 1].At.Y, way[i].At.X, way[i].At.Y, 0.8f);
            foreach (var (number, (x, y)) in way)
            {
                sheet.Disc(x, y, StopRadius);
                sheet.Disc(x, y, StopRadius - 1, 255);
                sheet.Text(words.Number(number), x, y + 2.8f, 8, bold: true, align: Align.Centre);
                taken.Add((x - StopRadius, y - StopRadius, x + StopRadius, y + StopRadius));
            }

            DrawScale();
            foreach (var tambon in province.Nearest(middle, 9))
                DrawTambon(tambon);
        }

        (float X, float Y) On(Position at) => (
            frame.X + frame.Width / 2 + (float)((at.Longitude - middle.Longitude) * MetresPerLongitude) * scale,
            frame.Y + frame.Height / 2 - (float)((at.Latitude - middle.Latitude) * MetresPerDegree) * scale);

        void DrawTambon(Tambon tambon)
        {
            var (x, y) = On(tambon.Centre);
            var name = $"ต.{tambon.ThaiName}";
            var half = name.Length * LabelSize * 0.25f + 2;
            var label = (Left: x - half, Top: y - 13, Right: x + half, Bottom: y + 3);
            if (label.Left < frame.X + 2 || label.Right > frame.X + frame.Width - 2 || label.Top < frame.Y + 2 || label.Bottom > frame.Y + frame.Height - 2
                || taken.Exists(other => other.Left < label.Right && label.Left < other.Right && other.Top < label.Bottom && label.Top < other.Bottom))
            {
                return;
            }

            taken.Add(label);
            sheet.Disc(x, y, 1.4f, 130);
            sheet.Text(name, x, y - 4, LabelSize, align: Align.Centre);
        }

        void DrawScale()
        {
            var metres = Lengths.Last(length => length == 100 || length * scale <= frame.Width / 4);
            var (left, bottom) = (frame.X + 6, frame.Y + frame.Height - 5);
            sheet.Line(left, bottom, left + metres * scale, bottom, 1);
            sheet.Line(left, bottom - 3, left, bottom, 1);
            sheet.Line(left + metres * scale, bottom - 3, left + metres * scale, bottom, 1);
            var text = words.Number(metres >= 1000 ? $"{metres / 1000} กม." : $"{metres} ม.");
            sheet.Text(text, left + metres * scale + 4, bottom, LabelSize);
            taken.Add((frame.X, bottom - 9, left + metres * scale + 30, frame.Y + frame.Height));
            var (x, y) = (frame.X + frame.Width - 9, frame.Y);
            sheet.Text("น.", x, y + 10, LabelSize, bold: true, align: Align.Centre);
            sheet.Line(x, y + 13, x, y + 25, 1);
            sheet.Line(x, y + 13, x - 2.5f, y + 17, 1);
            sheet.Line(x, y + 13, x + 2.5f, y + 17, 1);
            taken.Add((x - 8, y, x + 9, y + 27));
        }
    }
}
