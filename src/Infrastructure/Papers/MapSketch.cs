using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>A place among the subdistricts around it.</summary>
static class MapSketch
{
    const float PinRadius = 3.6f, PinRoom = 8, StripHeight = 13;
    const int MostNeighbours = 9;

    /// <summary>The sketch of a place, or null when nothing is known of where it is.</summary>
    /// <param name="place">Where.</param>
    /// <param name="province">Knows the subdistricts.</param>
    /// <param name="height">In points.</param>
    /// <param name="words">Writes the scale.</param>
    public static Block? Of(Place place, Province province, float height, PaperWords words)
    {
        var isExact = Position.TryCreate(place.Latitude, place.Longitude, out var position) && province.Contains(position);
        return (isExact ? position : province.Find(place.TambonCode)?.Centre) is { } middle
            ? new Drawing(height, (sheet, x, y, width) => Draw(sheet, (x, y, width, height), middle, isExact, province, words))
            : null;
    }

    static void Draw(
        Sheet sheet, (float X, float Y, float Width, float Height) frame, Position middle, bool isExact, Province province, PaperWords words)
    {
        var neighbours = province.Nearest(middle, MostNeighbours);
        var reach = Math.Max(1500, neighbours[Math.Min(4, neighbours.Count - 1)].Centre.MetresTo(middle) * 1.25);
        var sketch = new Sketch(sheet, frame, middle, Math.Min(frame.Width, frame.Height) / 2 / (float)reach, words);
        var (x, y) = sketch.On(middle);
        sheet.Frame(frame.X, frame.Y, frame.Width, frame.Height);
        sketch.Take(x - PinRoom, y - PinRoom, x + PinRoom, y + PinRoom);
        sketch.Take(frame.X, frame.Y + frame.Height - StripHeight, frame.X + frame.Width, frame.Y + frame.Height);
        sketch.TakeNorth();
        sketch.Names(neighbours);
        if (isExact)
            sheet.Disc(x, y, PinRadius + 2.4f, 190);
        sheet.Disc(x, y, PinRadius);
        sheet.Disc(x, y, 1.2f, 255);
        sketch.Scale(reach switch { > 8000 => 5000, > 4000 => 2000, > 2000 => 1000, _ => 500 });
        if (!isExact)
            sketch.Remark("กลางตำบล");
        sketch.North();
    }
}
