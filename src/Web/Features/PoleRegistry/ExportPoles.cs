using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PoleRegistry;

/// <param name="Filter">Which poles.</param>
/// <param name="IsGeoJson">As GeoJSON (RFC 7946), else as CSV.</param>
/// <param name="To">Where the file goes; written piece by piece.</param>
public sealed record PoleExport(PoleFilter Filter, bool IsGeoJson, Stream To);

/// <summary>Somebody takes the register away as a file, which the import reads back unchanged.</summary>
public sealed class ExportPoles(PoleList list, AuditLog audit)
{
    const int FlushAt = 64 * 1024;

    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task RunAsync(PoleExport input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        // Before the first row leaves: what was taken away half is taken away too.
        await audit.WriteAsync(AuditAction.PolesExported, by, now, AuditSubject.None, input.IsGeoJson ? "GeoJSON" : "CSV", cancellationToken);
        if (input.IsGeoJson)
            await WriteGeoJsonAsync(input, cancellationToken);
        else
            await WriteCsvAsync(input, cancellationToken);
    }

    async Task WriteCsvAsync(PoleExport input, CancellationToken cancellationToken)
    {
        await using var file = new CsvFile(input.To);
        await file.WriteAsync([PoleColumns.Code, .. PoleFields.All.Select(PoleColumns.Name), PoleColumns.RetiredOn], cancellationToken);
        await foreach (var pole in list.StreamAsync(input.Filter).WithCancellation(cancellationToken))
        {
            var facts = pole.Facts;
            await file.WriteAsync([pole.Code.ToString(), .. PoleFields.All.Select(facts.Written), Day(pole.RetiredOn)], cancellationToken);
        }
    }

    async Task WriteGeoJsonAsync(PoleExport input, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(input.To, Readable);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        await foreach (var pole in list.StreamAsync(input.Filter).WithCancellation(cancellationToken))
        {
            Write(json, pole);
            if (json.BytesPending > FlushAt)
                await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    static void Write(Utf8JsonWriter json, Pole pole)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(pole.Longitude);
        json.WriteNumberValue(pole.Latitude);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString(PoleColumns.Code, pole.Code.ToString());
        var facts = pole.Facts;
        foreach (var field in PoleFields.All.Where(field => field is not (PoleField.Latitude or PoleField.Longitude)))
            json.WriteString(PoleColumns.Name(field), facts.Written(field));
        json.WriteString(PoleColumns.RetiredOn, Day(pole.RetiredOn));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
