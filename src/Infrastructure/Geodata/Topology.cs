using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;
using Position = Songthang.Domain.Geography.Position;

namespace Songthang.Infrastructure.Geodata;

/// <summary>Whether polygons are as polygons must be, asked of NetTopologySuite.</summary>
static class Topology
{
    // What two may overlap, as a share of the smaller one: the width of a drawn line, not a mistake.
    const double MostOverlap = 0.01;

    static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>What is wrong with the rings; null when nothing is.</summary>
    public static Phrase? Fault(IReadOnlyList<IReadOnlyList<IReadOnlyList<GeoPoint>>> parts)
    {
        foreach (var ring in parts.SelectMany(part => part))
        {
            if (ring.Count < 4)
                return new("วงรอบมีจุดน้อยเกินไป (อย่างน้อย 4 จุด จุดแรกและจุดสุดท้ายเป็นจุดเดียวกัน)", "A ring has too few positions: four at least, of which the last is the first.");
            if (ring[0] != ring[^1])
                return new($"วงรอบไม่ปิด จุดสุดท้ายต้องเป็นจุดแรก ({ring[0].X}, {ring[0].Y})", $"A ring is not closed: its last position must be the first ({ring[0].X}, {ring[0].Y}).");
        }

        var valid = new IsValidOp(ToGeometry(parts.Select(part => part.Select(ring => ring.Select(point => new Coordinate(point.X, point.Y))))));
        if (valid.IsValid)
            return null;
        var at = valid.ValidationError.Coordinate is { } where ? FormattableString.Invariant($"{where.X:0.#####}, {where.Y:0.#####}") : "";
        return valid.ValidationError.ErrorType switch
        {
            TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection =>
                new($"เส้นขอบตัดกันเองใกล้ {at}", $"The border crosses or touches itself near {at}."),
            TopologyValidationErrors.HoleOutsideShell or TopologyValidationErrors.NestedHoles =>
                new($"ช่องว่างภายในอยู่ผิดที่ใกล้ {at}", $"A hole is not within its outer ring near {at}."),
            TopologyValidationErrors.NestedShells => new($"ส่วนของรูปซ้อนกันใกล้ {at}", $"Two parts lie on each other near {at}."),
            _ => new($"รูปหลายเหลี่ยมไม่ถูกต้องใกล้ {at}", $"The polygon is not valid near {at}."),
        };
    }

    /// <summary>Pairs that overlap by more than a drawn line is wide.</summary>
    public static IEnumerable<((GeoFeature Feature, Boundary Boundary) First, (GeoFeature Feature, Boundary Boundary) Second)> Overlaps(
        IReadOnlyList<(GeoFeature Feature, Boundary Boundary)> all)
    {
        var shapes = all.Select(one => ToGeometry(one.Boundary)).ToList();
        for (var first = 0; first < all.Count; first++)
        {
            for (var second = first + 1; second < all.Count; second++)
            {
                if (shapes[first].EnvelopeInternal.Intersects(shapes[second].EnvelopeInternal)
                    && shapes[first].Intersection(shapes[second]).Area > MostOverlap * Math.Min(shapes[first].Area, shapes[second].Area))
                {
                    yield return (all[first], all[second]);
                }
            }
        }
    }

    /// <summary>A border as NetTopologySuite knows it: longitude is x.</summary>
    public static Geometry ToGeometry(Boundary boundary) => ToGeometry(boundary.Polygons.Select(
        part => part.Holes.Prepend(part.Shell).Select(ring => ring.Select(ToCoordinate))));

    /// <summary>A position as NetTopologySuite knows it.</summary>
    public static Coordinate ToCoordinate(Position position) => new(position.Longitude, position.Latitude);

    static Geometry ToGeometry(IEnumerable<IEnumerable<IEnumerable<Coordinate>>> parts)
    {
        var polygons = parts.Select(part => part.Select(ring => Factory.CreateLinearRing([.. ring])).ToList())
            .Select(rings => Factory.CreatePolygon(rings[0], [.. rings.Skip(1)])).ToArray();
        return polygons is [var only] ? only : Factory.CreateMultiPolygon(polygons);
    }
}
