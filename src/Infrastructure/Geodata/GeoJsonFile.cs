using System.Text;
using System.Text.Json;

namespace Songthang.Infrastructure.Geodata;

/// <summary>Reads a GeoJSON file (RFC 7946) feature by feature; what is wrong is said of each feature.</summary>
sealed class GeoJsonFile
{
    /// <summary>Largest file.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    /// <summary>Most positions of a file.</summary>
    public const int MostPositions = 500_000;

    static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    int positions;

    GeoJsonFile() { }

    public List<GeoFeature> Features { get; } = [];

    public List<GeoProblem> Problems { get; } = [];

    public static async Task<GeoJsonFile> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var file = new GeoJsonFile();
        try
        {
            using var document = await JsonDocument.ParseAsync(content, Options, cancellationToken);
            file.Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            file.Problems.Add(GeoProblem.OfFile(
                $"อ่านเป็น GeoJSON ไม่ได้ (บรรทัดที่ {problem.LineNumber + 1})", $"It is not readable as GeoJSON (line {problem.LineNumber + 1})."));
        }
        catch (InvalidOperationException problem) when (problem.InnerException is DecoderFallbackException)
        {
            // The reader looks at the letters of a word only when it is asked for.
            file.Features.Clear();
            file.Problems.Add(GeoProblem.OfFile("แฟ้มไม่ใช่ UTF-8 (อาจเป็น Windows-874/TIS-620)", "The file is not UTF-8 (perhaps Windows-874/TIS-620)."));
        }

        return file;
    }

    void Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Text(root, "type") != "FeatureCollection"
            || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            Problems.Add(GeoProblem.OfFile("ไม่ใช่ GeoJSON แบบ FeatureCollection", "It is no GeoJSON FeatureCollection."));
            return;
        }

        var number = 0;
        foreach (var feature in features.EnumerateArray())
        {
            number++;
            try
            {
                Features.Add(ReadFeature(number, feature));
            }
            catch (FormatException)
            {
                Problems.Add(new(number, "", new("รูปเรขาคณิตอ่านไม่ได้ พิกัดต้องเป็นคู่ตัวเลข", "The geometry is not readable: a position is a pair of numbers.")));
            }

            if (positions > MostPositions)
            {
                Problems.Add(GeoProblem.OfFile(
                    $"มีจุดพิกัดเกิน {MostPositions:N0} จุด กรุณาลดความละเอียดของเส้น", $"It has more than {MostPositions:N0} positions. Please simplify its lines."));
                return;
            }
        }

        if (number == 0)
            Problems.Add(GeoProblem.OfFile("ไม่มีรายการใดเลย", "It has no feature."));
    }

    GeoFeature ReadFeature(int number, JsonElement feature)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (feature.ValueKind != JsonValueKind.Object)
            throw new FormatException();
        if (feature.TryGetProperty("properties", out var said) && said.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in said.EnumerateObject())
                if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                    properties.TryAdd(property.Name, property.Value.ToString().Trim());
        }

        if (feature.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            properties.TryAdd("id", id.ToString().Trim());
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object)
            return new(number, properties, "", []);
        var type = Text(geometry, "type");
        if (!geometry.TryGetProperty("coordinates", out var coordinates))
            return new(number, properties, type, []);
        return new(number, properties, type, type switch
        {
            "Polygon" => [Lines(coordinates)],
            "MultiPolygon" => [.. Items(coordinates).Select(Lines)],
            "LineString" => [[Line(coordinates)]],
            "MultiLineString" => [.. Items(coordinates).Select(line => (IReadOnlyList<IReadOnlyList<GeoPoint>>)[Line(line)])],
            _ => [],
        });
    }

    IReadOnlyList<IReadOnlyList<GeoPoint>> Lines(JsonElement lines) => [.. Items(lines).Select(Line)];

    List<GeoPoint> Line(JsonElement line)
    {
        var points = new List<GeoPoint>(line.ValueKind == JsonValueKind.Array ? line.GetArrayLength() : 0);
        foreach (var point in Items(line))
        {
            // Some write the height as a third number; nobody needs it here.
            if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() < 2
                || !TryNumber(point[0], out var x) || !TryNumber(point[1], out var y))
            {
                throw new FormatException();
            }

            points.Add(new(x, y));
        }

        positions += points.Count;
        return points;
    }

    static bool TryNumber(JsonElement element, out double number)
    {
        number = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out number) && double.IsFinite(number);
    }

    static JsonElement.ArrayEnumerator Items(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : throw new FormatException();

    static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
