using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Web.Shared.Maps;

/// <summary>Zoom and rectangle of a map, as its script asks for them.</summary>
/// <param name="Zoom">Whole zoom of tiles of 256 pixels.</param>
/// <param name="Box">What is on the screen.</param>
readonly record struct MapArguments(int Zoom, BoundingBox Box)
{
    /// <summary>A screen of 5120 by 5120 pixels.</summary>
    public const int MostCells = 80 * 80;

    public static Phrase TooLarge { get; } = new("กรอบแผนที่ใหญ่เกินไปสำหรับระดับการซูมนี้", "The rectangle is too large for this zoom.");

    /// <summary>Reads <c>?zoom=14&amp;bbox=west,south,east,north</c>; says what is wrong with them.</summary>
    public static (MapArguments Arguments, Phrase? Mistake) Read(IQueryCollection query)
    {
        if (!int.TryParse(query["zoom"], NumberStyles.None, CultureInfo.InvariantCulture, out var zoom) || zoom > MapCell.GreatestZoom)
            return (default, new($"zoom ต้องเป็นจำนวนเต็ม 0 ถึง {MapCell.GreatestZoom}", $"zoom is a whole number from 0 to {MapCell.GreatestZoom}."));
        return ReadBox(query) is { } box
            ? (new(zoom, box), null)
            : (default, BoxMistake);
    }

    /// <summary>Reads <c>?bbox=west,south,east,north</c>; null when it is none.</summary>
    public static BoundingBox? ReadBox(IQueryCollection query)
    {
        if (query["bbox"].ToString().Split(',') is not { Length: 4 } parts)
            return null;
        var sides = new double[4];
        for (var at = 0; at < sides.Length; at++)
        {
            if (!double.TryParse(parts[at], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out sides[at]))
                return null;
        }

        var (west, south, east, north) = (sides[0], sides[1], sides[2], sides[3]);
        return Position.TryCreate(south, west, out _) && Position.TryCreate(north, east, out _) && west <= east && south <= north
            ? new(west, south, east, north)
            : null;
    }

    public static Phrase BoxMistake { get; } = new(
        "bbox ต้องเป็น ตะวันตก,ใต้,ตะวันออก,เหนือ เป็นองศา เช่น 100.5,14.3,100.6,14.4",
        "bbox is west,south,east,north in degrees, such as 100.5,14.3,100.6,14.4.");
}
