using System.Globalization;
using System.Text.Json;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>
/// Reads GeoJSON with poles: token by token through the file, so that only one feature at a time is taken apart. The
/// coordinates of a point are offered under two names of their own.
/// </summary>
static class PoleGeoJson
{
    /// <summary>The name under which a point's degrees north stand.</summary>
    public const string Latitude = "geometry: latitude";

    /// <summary>The name under which a point's degrees east stand.</summary>
    public const string Longitude = "geometry: longitude";

    public static IReadOnlyList<string> Columns(string path)
    {
        var names = new List<string> { Latitude, Longitude };
        var known = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var record in Read(path))
        {
            foreach (var name in record.Cells.Keys.Where(known.Add))
                names.Add(name);
            if (names.Count > PoleFile.MostColumns)
                throw PoleFile.Wrong($"แฟ้มมีคุณสมบัติเกิน {PoleFile.MostColumns} ชื่อ", $"The features have more than {PoleFile.MostColumns} properties.");
        }

        return names;
    }

    public static IEnumerable<PoleRecord> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var state = default(JsonReaderState);
        var isBegun = false;
        for (var row = 1; ; row++)
        {
            if (row > PoleFile.MostRecords + 1)
                throw PoleFile.Wrong($"แฟ้มมีเกิน {PoleFile.MostRecords:N0} จุด กรุณาแบ่งแฟ้ม", $"The file has more than {PoleFile.MostRecords:N0} features; please split it.");
            Dictionary<string, string>? cells;
            try
            {
                cells = Next(bytes, ref start, ref state, ref isBegun);
            }
            catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
            {
                throw PoleFile.Wrong(
                    $"แฟ้มไม่ใช่ GeoJSON ที่อ่านได้ (จุดที่ {row})", $"The file is no GeoJSON that can be read (at feature {row}).");
            }

            if (cells is null)
                yield break;
            yield return new(row, cells);
        }
    }

    // A reader lives on the stack only, so each step takes up where the last one stopped.
    static Dictionary<string, string>? Next(byte[] bytes, ref int start, ref JsonReaderState state, ref bool isBegun)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(start), isFinalBlock: true, state);
        if (!isBegun)
        {
            Begin(ref reader);
            isBegun = true;
        }

        Dictionary<string, string>? cells = null;
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            using var feature = JsonDocument.ParseValue(ref reader);
            cells = Cells(feature.RootElement);
        }
        else if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonException();
        }

        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return cells;
    }

    /// <summary>Goes to the beginning of the features.</summary>
    static void Begin(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFeatures = reader.ValueTextEquals("features"u8);
            if (!reader.Read())
                throw new JsonException();
            if (isFeatures && reader.TokenType == JsonTokenType.StartArray)
                return;
            reader.Skip();
        }

        throw new JsonException();
    }

    static Dictionary<string, string> Cells(JsonElement feature)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                if (Text(property.Value) is { } text)
                    cells[property.Name] = text;
            }
        }

        if (feature.TryGetProperty("geometry", out var geometry) && geometry.ValueKind == JsonValueKind.Object
            && geometry.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "Point"
            && geometry.TryGetProperty("coordinates", out var at) && at.ValueKind == JsonValueKind.Array && at.GetArrayLength() >= 2)
        {
            cells[Longitude] = Text(at[0]) ?? "";
            cells[Latitude] = Text(at[1]) ?? "";
        }

        return cells;
    }

    static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
