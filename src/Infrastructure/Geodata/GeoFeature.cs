using Songthang.Domain.Geography;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Geodata;

/// <summary>A feature of a GeoJSON file, its geometry read as lines: those of a line, or the rings of a polygon.</summary>
/// <param name="Number">From 1 on, in the order of the file.</param>
/// <param name="Properties">What the file says of it; a name counts once, whatever its letters' case.</param>
/// <param name="Type">Kind of its geometry, as GeoJSON names it; empty when it has none.</param>
/// <param name="Parts">A polygon's rings, outer ring first; a line's one line. One part, or several of a multi-geometry.</param>
sealed record GeoFeature(
    int Number, IReadOnlyDictionary<string, string> Properties, string Type, IReadOnlyList<IReadOnlyList<IReadOnlyList<GeoPoint>>> Parts)
{
    /// <summary>The first of these properties that says something; empty when none does.</summary>
    public string Value(params IEnumerable<string> names) =>
        names.Select(name => Properties.GetValueOrDefault(name) ?? "").FirstOrDefault(value => value.Length > 0) ?? "";

    public IEnumerable<GeoPoint> Points => Parts.SelectMany(part => part).SelectMany(line => line);

    public GeoProblem Problem(string name, Phrase sentence) => new(Number, name, sentence);

    /// <summary>Whether all lies on the earth and within the area; else what is wrong.</summary>
    /// <param name="area">Where it should lie.</param>
    /// <param name="whole">All of it must lie there, not just a part.</param>
    public Phrase? WrongPlace(BoundingBox area, bool whole)
    {
        if (Points.All(point => IsIn(area, point.Y, point.X)))
            return null;
        if (Points.All(point => IsIn(area, point.X, point.Y)))
        {
            return new(
                "ลำดับแกนสลับกัน พิกัดใน GeoJSON ต้องเป็น [ลองจิจูด, ละติจูด]",
                "The axes are the wrong way round: a GeoJSON position is [longitude, latitude].");
        }

        if (Points.Any(point => !Position.TryCreate(point.Y, point.X, out _)))
        {
            return new(
                "พิกัดไม่ใช่องศา WGS 84 (เช่น 100.56, 14.35) กรุณาแปลงระบบพิกัดก่อน เช่น จาก UTM เป็น EPSG:4326",
                "The coordinates are no degrees of WGS 84 (such as 100.56, 14.35). Please convert them first, for example from UTM to EPSG:4326.");
        }

        return whole || !Points.Any(point => IsIn(area, point.Y, point.X))
            ? new("อยู่นอกพื้นที่จังหวัด กรุณาตรวจสอบว่าเป็นไฟล์ของจังหวัดนี้", "It lies outside the province. Please check that this is a file of this province.")
            : null;
    }

    static bool IsIn(BoundingBox area, double latitude, double longitude) => Position.TryCreate(latitude, longitude, out var position) && area.Contains(position);
}

/// <summary>Two numbers of a file, not yet known to be a position: <paramref name="X"/> should be the longitude.</summary>
readonly record struct GeoPoint(double X, double Y);
