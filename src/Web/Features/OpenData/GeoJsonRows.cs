using System.Text.Json;

namespace Songthang.Web.Features.OpenData;

/// <summary>
/// A FeatureCollection of points (RFC 7946): longitude before latitude, WGS 84, no <c>crs</c>. A row without a position is a
/// feature without a place, so that every format has the same rows.
/// </summary>
static class GeoJsonRows
{
    public static async Task WriteAsync(OpenDataset set, IAsyncEnumerable<object?[]> rows, Stream to, CancellationToken cancellationToken)
    {
        var json = new Utf8JsonWriter(to, JsonRows.Options);
        var names = set.Columns.Select(column => JsonEncodedText.Encode(column.Name)).ToArray();
        var (latitude, longitude) = (set.IndexOf("latitude"), set.IndexOf("longitude"));
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", OpenFormat.Written(row[0]));
            WriteGeometry(json, row[longitude], row[latitude]);
            json.WriteStartObject("properties");
            for (var i = 0; i < row.Length; i++)
                if (i != latitude && i != longitude)
                    JsonRows.Write(json, names[i], row[i]);
            json.WriteEndObject();
            json.WriteEndObject();
            await JsonRows.FlushAsync(json, to, cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        // Never in a finally block: a file that broke off must not look whole.
        await json.DisposeAsync();
    }

    static void WriteGeometry(Utf8JsonWriter json, object? longitude, object? latitude)
    {
        if (longitude is not double east || latitude is not double north)
        {
            json.WriteNull("geometry");
            return;
        }

        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(east);
        json.WriteNumberValue(north);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
