using Songthang.Domain.Geography;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>
/// A piece of the province on paper, drawn from what is built in: no map needs to be fetched, and no other service learns
/// what the office looks at. North is up. What must stay readable is taken before the names of subdistricts are set.
/// </summary>
/// <param name="sheet">Drawn on.</param>
/// <param name="frame">Upper left corner, width and height in points.</param>
/// <param name="middle">The position in the middle of the frame.</param>
/// <param name="scale">Points for a metre.</param>
/// <param name="words">Writes the scale.</param>
sealed class Sketch(Sheet sheet, (float X, float Y, float Width, float Height) frame, Position middle, float scale, PaperWords words)
{
    /// <summary>Metres for a degree of latitude.</summary>
    public const double MetresPerDegree = 111_195;

    const float LabelSize = 7;

    readonly List<(float Left, float Top, float Right, float Bottom)> taken = [];

    /// <summary>Metres for a degree of longitude at this latitude.</summary>
    public static double MetresPerLongitude(Position at) => MetresPerDegree * Math.Cos(double.DegreesToRadians(at.Latitude));

    /// <summary>Where a position is on the paper.</summary>
    public (float X, float Y) On(Position at) => (
        frame.X + frame.Width / 2 + (float)((at.Longitude - middle.Longitude) * MetresPerLongitude(middle)) * scale,
        frame.Y + frame.Height / 2 - (float)((at.Latitude - middle.Latitude) * MetresPerDegree) * scale);

    /// <summary>Keeps a place free of names.</summary>
    public void Take(float left, float top, float right, float bottom) => taken.Add((left, top, right, bottom));

    /// <summary>The names of subdistricts at their middles, as many as have room.</summary>
    public void Names(IEnumerable<Tambon> tambons)
    {
        foreach (var tambon in tambons)
        {
            var (x, y) = On(tambon.Centre);
            var name = $"ต.{tambon.ThaiName}";
            var half = name.Length * LabelSize * 0.25f + 2;
            var label = (Left: x - half, Top: y - 13, Right: x + half, Bottom: y + 3);
            if (IsOutside(label) || taken.Exists(other =>
                other.Left < label.Right && label.Left < other.Right && other.Top < label.Bottom && label.Top < other.Bottom))
            {
                continue;
            }

            taken.Add(label);
            sheet.Disc(x, y, 1.4f, 130);
            sheet.Text(name, x, y - 4, LabelSize, align: Align.Centre);
        }
    }

    /// <summary>So many metres in the lower left corner; the right end of what was drawn.</summary>
    public float Scale(int metres)
    {
        var (left, bottom) = (frame.X + 6, frame.Y + frame.Height - 5);
        var right = left + metres * scale;
        sheet.Line(left, bottom, right, bottom, 1);
        sheet.Line(left, bottom - 3, left, bottom, 1);
        sheet.Line(right, bottom - 3, right, bottom, 1);
        sheet.Text(words.Number(metres >= 1000 ? $"{metres / 1000} กม." : $"{metres} ม."), right + 4, bottom, LabelSize);
        return right + 30;
    }

    /// <summary>Words in the lower right corner.</summary>
    public void Remark(string remark) =>
        sheet.Text(remark, frame.X + frame.Width - 4, frame.Y + frame.Height - 5, LabelSize, align: Align.Right);

    /// <summary>The arrow in the upper right corner.</summary>
    public void North()
    {
        var (x, y) = (frame.X + frame.Width - 9, frame.Y);
        sheet.Text("น.", x, y + 10, LabelSize, bold: true, align: Align.Centre);
        sheet.Line(x, y + 13, x, y + 25, 1);
        sheet.Line(x, y + 13, x - 2.5f, y + 17, 1);
        sheet.Line(x, y + 13, x + 2.5f, y + 17, 1);
    }

    /// <summary>Keeps the arrow's corner free of names.</summary>
    public void TakeNorth() => Take(frame.X + frame.Width - 17, frame.Y, frame.X + frame.Width, frame.Y + 27);

    bool IsOutside((float Left, float Top, float Right, float Bottom) label) =>
        label.Left < frame.X + 2 || label.Right > frame.X + frame.Width - 2 || label.Top < frame.Y + 2 || label.Bottom > frame.Y + frame.Height - 2;
}
