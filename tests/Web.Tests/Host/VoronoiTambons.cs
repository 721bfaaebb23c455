using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;
using Songthang.Domain.Geography;
using Songthang.Infrastructure;
using Position = Songthang.Domain.Geography.Position;

namespace Songthang.Web.Tests.Host;

/// <summary>Borders for tests: around the known centre of each tambon all that is nearer to it than to any other, within the province's rectangle.</summary>
public static class VoronoiTambons
{
    static readonly Lazy<string> Text = new(() => Make().ToJsonString());

    /// <summary>A sound file: 209 polygons that touch and do not overlap.</summary>
    public static string GeoJson => Text.Value;

    /// <summary>The same to be spoiled.</summary>
    public static JsonObject Parsed() => JsonNode.Parse(GeoJson)!.AsObject();

    static JsonObject Make()
    {
        var province = ReferenceData.Province;
        var area = province.Area;
        var rectangle = new Envelope(area.West, area.East, area.South, area.North);
        var factory = GeometryFactory.Default;
        var diagram = new VoronoiDiagramBuilder { ClipEnvelope = rectangle };
        diagram.SetSites(province.Tambons.Select(tambon => new Coordinate(tambon.Centre.Longitude, tambon.Centre.Latitude)).ToArray());
        var edge = factory.ToGeometry(rectangle);
        var cells = diagram.GetDiagram(factory);
        var features = new JsonArray();
        for (var at = 0; at < cells.NumGeometries; at++)
        {
            var cell = (Polygon)edge.Intersection(cells.GetGeometryN(at));
            var tambon = province.Tambons.Single(one => cell.Contains(factory.CreatePoint(new Coordinate(one.Centre.Longitude, one.Centre.Latitude))));
            features.Add(new JsonObject
            {
                ["type"] = "Feature",
                ["properties"] = new JsonObject { ["tambon_code"] = tambon.Code, ["tambon_th"] = tambon.ThaiName },
                ["geometry"] = new JsonObject { ["type"] = "Polygon", ["coordinates"] = new JsonArray(Ring(cell.ExteriorRing.Coordinates)) },
            });
        }

        return new JsonObject { ["type"] = "FeatureCollection", ["features"] = features };
    }

    static JsonArray Ring(Coordinate[] ring) =>
        [.. ring.Select(point => (JsonNode)new JsonArray(Math.Round(point.X, 6), Math.Round(point.Y, 6)))];

    /// <summary>The tambon of this position by the nearest centre, which is what these borders say.</summary>
    public static Tambon At(Position position) => ReferenceData.Province.Tambons.MinBy(tambon =>
        Math.Pow(tambon.Centre.Latitude - position.Latitude, 2) + Math.Pow(tambon.Centre.Longitude - position.Longitude, 2))!;
}
