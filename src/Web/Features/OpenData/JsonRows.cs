using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Songthang.Web.Features.OpenData;

/// <summary>One array of objects with the columns as members (RFC 8259).</summary>
static class JsonRows
{
    const int Enough = 32 * 1024;

    // Thai as Thai: as escapes it would take three times the room.
    internal static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task WriteAsync(OpenDataset set, IAsyncEnumerable<object?[]> rows, Stream to, CancellationToken cancellationToken)
    {
        var json = new Utf8JsonWriter(to, Options);
        var names = set.Columns.Select(column => JsonEncodedText.Encode(column.Name)).ToArray();
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
                Write(json, names[i], row[i]);
            json.WriteEndObject();
            await FlushAsync(json, to, cancellationToken);
        }

        json.WriteEndArray();
        // Never in a finally block: a file that broke off must not look whole.
        await json.DisposeAsync();
    }

    internal static async Task FlushAsync(Utf8JsonWriter json, Stream to, CancellationToken cancellationToken)
    {
        if (json.BytesPending < Enough)
            return;
        await json.FlushAsync(cancellationToken);
        await to.FlushAsync(cancellationToken);
    }

    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case int number: json.WriteNumber(name, number); break;
            case double number: json.WriteNumber(name, number); break;
            default: json.WriteString(name, OpenFormat.Written(value)); break;
        }
    }
}
