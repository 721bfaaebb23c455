using System.Text.Json;

namespace Songthang.Web.Tests.Standards;

/// <summary>What RFC 7946 demands of a GeoJSON text, and what this house does besides: two numbers a position, no <c>crs</c>; each with its section.</summary>
static class GeoJsonRules
{
    static readonly string[] OfFeature = ["type", "id", "bbox", "geometry", "properties"];

    /// <summary>What is wrong with it; nothing when it keeps every rule.</summary>
    public static List<string> Broken(JsonElement it)
    {
        var broken = new List<string>();
        switch (TypeOf(it))
        {
            case "FeatureCollection":
                Members(it, ["type", "bbox", "features"], broken);
                if (!Is(it, "features", JsonValueKind.Array))
                    return [.. broken, "A FeatureCollection has an array of features (3.3)."];
                foreach (var feature in it.GetProperty("features").EnumerateArray())
                    Feature(feature, broken);
                var ids = it.GetProperty("features").EnumerateArray().Where(one => one.TryGetProperty("id", out _)).Select(one => one.GetProperty("id").ToString()).ToList();
                Say(broken, ids.Count == ids.Distinct(StringComparer.Ordinal).Count(), "Two features have one id.");
                break;
            case "Feature":
                Feature(it, broken);
                break;
            default:
                Geometry(it, broken);
                break;
        }

        return broken;
    }

    static void Feature(JsonElement it, List<string> broken)
    {
        Say(broken, TypeOf(it) == "Feature", "A collection holds features only (3.3).");
        Members(it, OfFeature, broken);
        Say(broken, it.TryGetProperty("properties", out var properties) && properties.ValueKind is JsonValueKind.Object or JsonValueKind.Null, "A feature has properties, an object or null (3.2).");
        Say(broken, !it.TryGetProperty("id", out var id) || id.ValueKind is JsonValueKind.String or JsonValueKind.Number, "An id is a text or a number (3.2).");
        if (!it.TryGetProperty("geometry", out var geometry))
            broken.Add("A feature has a geometry, which may be null (3.2).");
        else if (geometry.ValueKind != JsonValueKind.Null)
            Geometry(geometry, broken);
    }

    static void Geometry(JsonElement it, List<string> broken)
    {
        Members(it, TypeOf(it) == "GeometryCollection" ? ["type", "bbox", "geometries"] : ["type", "bbox", "coordinates"], broken);
        if (TypeOf(it) == "GeometryCollection")
        {
            foreach (var one in it.GetProperty("geometries").EnumerateArray())
                Geometry(one, broken);
            return;
        }

        if (!Is(it, "coordinates", JsonValueKind.Array))
        {
            broken.Add("A geometry has an array of coordinates (3.1).");
            return;
        }

        var all = it.GetProperty("coordinates");
        switch (TypeOf(it))
        {
            case "Point": Position(all, broken); break;
            case "MultiPoint": Each(all, Position, broken); break;
            case "LineString": Line(all, broken); break;
            case "MultiLineString": Each(all, Line, broken); break;
            case "Polygon": Polygon(all, broken); break;
            case "MultiPolygon": Each(all, Polygon, broken); break;
            default: broken.Add($"{TypeOf(it)} is no geometry (1.4)."); break;
        }
    }

    static void Position(JsonElement it, List<string> broken)
    {
        if (it.ValueKind != JsonValueKind.Array || it.GetArrayLength() != 2 || it.EnumerateArray().Any(number => number.ValueKind != JsonValueKind.Number))
        {
            broken.Add("A position is two numbers (3.1.1).");
            return;
        }

        var (east, north) = (it[0].GetDouble(), it[1].GetDouble());
        Say(broken, east is >= -180 and <= 180 && north is >= -90 and <= 90, "A position is longitude, then latitude, of WGS 84 (3.1.1, 4).");
    }

    static void Line(JsonElement it, List<string> broken)
    {
        Say(broken, it.GetArrayLength() >= 2, "A line has two positions or more (3.1.4).");
        Each(it, Position, broken);
    }

    static void Polygon(JsonElement it, List<string> broken)
    {
        var isOutside = true;
        foreach (var ring in it.EnumerateArray())
        {
            Each(ring, Position, broken);
            Say(broken, ring.GetArrayLength() >= 4 && ring[0].GetRawText() == ring[ring.GetArrayLength() - 1].GetRawText(), "A ring has four positions or more and ends where it begins (3.1.6).");
            // Against the clock around an area, with the clock around its holes.
            Say(broken, Area(ring) > 0 == isOutside, "A ring follows the right-hand rule (3.1.6).");
            isOutside = false;
        }
    }

    static double Area(JsonElement ring)
    {
        var points = ring.EnumerateArray().Select(point => (X: point[0].GetDouble(), Y: point[1].GetDouble())).ToList();
        return points.Zip(points.Skip(1)).Sum(pair => pair.First.X * pair.Second.Y - pair.Second.X * pair.First.Y) / 2;
    }

    static void Each(JsonElement all, Action<JsonElement, List<string>> check, List<string> broken)
    {
        foreach (var one in all.EnumerateArray())
            check(one, broken);
    }

    /// <summary>No foreign members, so that nobody has to guess (6.1), and none that another type would be told by (7.1).</summary>
    static void Members(JsonElement it, string[] known, List<string> broken)
    {
        foreach (var member in it.EnumerateObject().Where(member => !known.Contains(member.Name)))
            broken.Add(member.Name == "crs" ? "There is but one system of coordinates (4)." : $"{member.Name} is no member of it (6.1, 7.1).");
    }

    static string TypeOf(JsonElement it) => it.ValueKind == JsonValueKind.Object && it.TryGetProperty("type", out var type) ? type.ToString() : "";

    static bool Is(JsonElement it, string name, JsonValueKind kind) => it.TryGetProperty(name, out var member) && member.ValueKind == kind;

    static void Say(List<string> broken, bool isKept, string rule)
    {
        if (!isKept)
            broken.Add(rule);
    }
}
