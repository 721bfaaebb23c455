using System.Text.Json;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.Thai;
using Position = Songthang.Domain.Geography.Position;

namespace Songthang.Infrastructure.Geodata;

/// <summary>The ground under a map: names and borders, roads with their owners, poles.</summary>
public static partial class GeoJsonText
{
    /// <summary>
    /// Points with <c>kind</c> amphoe and tambon, and, when borders are known, lines with <c>kind</c> border. The collection and
    /// each border carry <c>attribution</c>: whose data the borders are, to be shown with them.
    /// </summary>
    /// <param name="province">The names.</param>
    /// <param name="boundaries">The borders; may be none.</param>
    /// <param name="attribution">Whose they are; may be empty.</param>
    /// <param name="tolerance">How far a border may move, in degrees.</param>
    public static byte[] Areas(Province province, IReadOnlyList<Boundary> boundaries, string attribution, double tolerance) => Collection(json =>
    {
        foreach (var amphoe in province.Amphoes)
            Named(json, "amphoe", amphoe.Code, new(amphoe.ThaiName, amphoe.EnglishName), amphoe.Code, province.CentreOf(amphoe));
        foreach (var tambon in province.Tambons)
            Named(json, "tambon", tambon.Code, new(tambon.ThaiName, tambon.EnglishName), tambon.Amphoe.Code, tambon.Centre);
        Geometry[] shapes = [.. boundaries.Select(Topology.ToGeometry)];
        if (shapes.Length > 0)
            shapes = CoverageSimplifier.Simplify(shapes, tolerance);
        foreach (var (boundary, shape) in boundaries.Zip(shapes))
        {
            Feature(json, "MultiLineString", () =>
            {
                json.WriteString("kind", "border");
                json.WriteString("code", boundary.TambonCode);
                json.WriteString("amphoe", boundary.TambonCode[..4]);
                json.WriteString("attribution", attribution);
            }, () =>
            {
                for (var part = 0; part < shape.NumGeometries; part++)
                {
                    if (shape.GetGeometryN(part) is not Polygon { IsEmpty: false } polygon)
                        continue;
                    Line(json, polygon.ExteriorRing.Coordinates);
                    foreach (var hole in polygon.InteriorRings)
                        Line(json, hole.Coordinates);
                }
            });
        }
    }, json => json.WriteString("attribution", boundaries.Count > 0 ? attribution : ""));

    /// <summary>The lines of roads that touch a rectangle, with code, name and owner.</summary>
    /// <param name="box">The rectangle.</param>
    /// <param name="roads">The roads.</param>
    /// <param name="ownerOf">The name behind an owner's code.</param>
    /// <param name="tolerance">How far a line may move, in degrees.</param>
    public static byte[] RoadsIn(BoundingBox box, IEnumerable<Road> roads, Func<string, Phrase> ownerOf, double tolerance) => Collection(json =>
    {
        foreach (var road in roads)
        {
            var owner = ownerOf(road.OwnerCode);
            Feature(json, "MultiLineString", () =>
            {
                json.WriteString("kind", "road");
                json.WriteString("code", road.Code);
                json.WriteString("name", road.Title);
                json.WriteString("owner", road.OwnerCode);
                json.WriteString("owner_th", owner.Thai);
                json.WriteString("owner_en", owner.English);
            }, () =>
            {
                foreach (var line in road.Lines.Where(line => BoundingBox.Of(line).Touches(box)))
                    Line(json, Simplified([.. line.Select(Topology.ToCoordinate)], tolerance));
            });
        }
    });

    /// <summary>Poles with code, name and owner's code; <c>more</c> says that there are others.</summary>
    /// <param name="poles">The poles.</param>
    /// <param name="isMore">Whether some are left out.</param>
    /// <param name="addressOf">Local address of the page of a pole with such a code.</param>
    public static byte[] Poles(IEnumerable<PoleOnGround> poles, bool isMore, Func<string, string> addressOf) => Collection(json =>
    {
        foreach (var pole in poles)
        {
            Point(json, pole.Position, PublicPole.PositionDecimals, () =>
            {
                json.WriteString("kind", "pole");
                json.WriteString("code", pole.Code);
                json.WriteString("label", pole.Label);
                json.WriteString("owner", pole.OwnerCode);
                json.WriteString("url", addressOf(pole.Code));
            });
        }
    }, json => json.WriteBoolean("more", isMore));

    static void Named(Utf8JsonWriter json, string kind, string code, Phrase name, string amphoe, Position centre) => Point(json, centre, Decimals, () =>
    {
        json.WriteString("kind", kind);
        json.WriteString("code", code);
        json.WriteString("name_th", name.Thai);
        json.WriteString("name_en", name.English);
        json.WriteString("amphoe", amphoe);
    });

    static void Point(Utf8JsonWriter json, Position at, int decimals, Action properties)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        properties();
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WritePropertyName("coordinates");
        Pair(json, Topology.ToCoordinate(at), decimals);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
