using Songthang.Domain.Geography;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>Numbered stops and the way between them among the subdistricts.</summary>
static class RouteSketch
{
    const float StopRadius = 6.5f, Margin = 22;
    const double LeastReach = 400;
    const int MostNeighbours = 9;

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
            : new Drawing(height, (sheet, x, y, width) => Draw(sheet, (x, y, width, height), placed, province, words));
    }

    static void Draw(
        Sheet sheet, (float X, float Y, float Width, float Height) frame, List<(int Number, Position At)> stops, Province province, PaperWords words)
    {
        var (south, north) = (stops.Min(stop => stop.At.Latitude), stops.Max(stop => stop.At.Latitude));
        var (west, east) = (stops.Min(stop => stop.At.Longitude), stops.Max(stop => stop.At.Longitude));
        var middle = Position.Create((south + north) / 2, (west + east) / 2);
        var high = Math.Max(LeastReach, (north - south) * Sketch.MetresPerDegree);
        var wide = Math.Max(LeastReach, (east - west) * Sketch.MetresPerLongitude(middle));
        var scale = (float)Math.Min((frame.Height - 2 * Margin) / high, (frame.Width - 2 * Margin) / wide);
        var sketch = new Sketch(sheet, frame, middle, scale, words);
        sheet.Frame(frame.X, frame.Y, frame.Width, frame.Height);
        var way = stops.ConvertAll(stop => (stop.Number, At: sketch.On(stop.At)));
        for (var i = 1; i < way.Count; i++)
            sheet.Line(way[i - 1].At.X, way[i - 1].At.Y, way[i].At.X, way[i].At.Y, 0.8f);
        foreach (var (number, (x, y)) in way)
        {
            sheet.Disc(x, y, StopRadius);
            sheet.Disc(x, y, StopRadius - 1, 255);
            sheet.Text(words.Number(number), x, y + 2.8f, 8, bold: true, align: Align.Centre);
            sketch.Take(x - StopRadius, y - StopRadius, x + StopRadius, y + StopRadius);
        }

        var end = sketch.Scale(Lengths.Last(length => length == Lengths[0] || length * scale <= frame.Width / 4));
        sketch.Take(frame.X, frame.Y + frame.Height - 14, end, frame.Y + frame.Height);
        sketch.North();
        sketch.TakeNorth();
        sketch.Names(province.Nearest(middle, MostNeighbours));
    }
}
