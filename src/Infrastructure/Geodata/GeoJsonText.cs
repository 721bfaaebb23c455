using System.Buffers;
using System.Text.Json;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;
using Songthang.Domain.Geography;

namespace Songthang.Infrastructure.Geodata;

/// <summary>Writes borders and roads as GeoJSON (RFC 7946), for maps and for export.</summary>
public static partial class GeoJsonText
{
    // Five decimals are about one metre.
    const int Decimals = 5;

    /// <summary>The borders with code and names; neighbours are simplified together, so that no gap opens between them.</summary>
    /// <param name="boundaries">The borders.</param>
    /// <param name="province">The names.</param>
    /// <param name="tolerance">How far a line may move, in degrees (0.001 is about 110 metres); 0 leaves all as it is.</param>
    public static byte[] Boundaries(IReadOnlyList<Boundary> boundaries, Province province, double tolerance = 0)
    {
        Geometry[] shapes = [.. boundaries.Select(Topology.ToGeometry)];
        if (tolerance > 0 && shapes.Length > 0)
            shapes = CoverageSimplifier.Simplify(shapes, tolerance);
        return Collection(json =>
        {
            foreach (var (boundary, shape) in boundaries.Zip(shapes))
            {
                var tambon = province.Find(boundary.TambonCode);
                Feature(json, "MultiPolygon", () =>
                {
                    json.WriteString("tambon_code", boundary.TambonCode);
                    json.WriteString("tambon_th", tambon?.ThaiName);
                    json.WriteString("tambon_en", tambon?.EnglishName);
                    json.WriteString("amphoe_code", tambon?.Amphoe.Code);
                    json.WriteString("amphoe_th", tambon?.Amphoe.ThaiName);
                    json.WriteString("amphoe_en", tambon?.Amphoe.EnglishName);
                }, () =>
                {
                    for (var part = 0; part < shape.NumGeometries; part++)
                    {
                        if (shape.GetGeometryN(part) is not Polygon { IsEmpty: false } polygon)
                            continue;
                        json.WriteStartArray();
                        Line(json, polygon.ExteriorRing.Coordinates);
                        foreach (var hole in polygon.InteriorRings)
                            Line(json, hole.Coordinates);
                        json.WriteEndArray();
                    }
                });
            }
        });
    }

    /// <summary>The roads with code, name and owner's code.</summary>
    /// <param name="roads">The roads.</param>
    /// <param name="tolerance">How far a line may move, in degrees; 0 leaves all as it is.</param>
    public static byte[] Roads(IEnumerable<Road> roads, double tolerance = 0) => Collection(json =>
    {
        foreach (var road in roads)
        {
            Feature(json, "MultiLineString", () =>
            {
                json.WriteString("code", road.Code);
                json.WriteString("name", road.Name);
                json.WriteString("owner", road.OwnerCode);
            }, () =>
            {
                foreach (var line in road.Lines)
                    Line(json, Simplified([.. line.Select(Topology.ToCoordinate)], tolerance));
            });
        }
    });

    static Coordinate[] Simplified(Coordinate[] line, double tolerance) =>
        tolerance > 0 ? DouglasPeuckerLineSimplifier.Simplify(line, tolerance) : line;

    static byte[] Collection(Action<Utf8JsonWriter> write, Action<Utf8JsonWriter>? about = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        about?.Invoke(json);
        json.WriteStartArray("features");
        write(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    static void Feature(Utf8JsonWriter json, string type, Action properties, Action coordinates)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        properties();
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", type);
        json.WriteStartArray("coordinates");
        coordinates();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Line(Utf8JsonWriter json, Coordinate[] line)
    {
        json.WriteStartArray();
        foreach (var at in line)
            Pair(json, at, Decimals);
        json.WriteEndArray();
    }

    static void Pair(Utf8JsonWriter json, Coordinate at, int decimals)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(at.X, decimals));
        json.WriteNumberValue(Math.Round(at.Y, decimals));
        json.WriteEndArray();
    }
}
