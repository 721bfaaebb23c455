using System.Globalization;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.OpenData;

/// <summary>How rows are written.</summary>
/// <param name="Extension">End of the file's name.</param>
/// <param name="Name">What it is called.</param>
/// <param name="ContentType">What it is on the wire.</param>
/// <param name="Meant">What it is good for.</param>
/// <param name="WriteAsync">Writes rows as they come.</param>
public sealed record OpenFormat(
    string Extension, string Name, string ContentType, Phrase Meant,
    Func<OpenDataset, IAsyncEnumerable<object?[]>, Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>All formats.</summary>
    public static IReadOnlyList<OpenFormat> All { get; } =
    [
        new("csv", "CSV", "text/csv; charset=utf-8; header=present", new("เปิดด้วย Excel หรือโปรแกรมตาราง", "for table programs"), CsvRows.WriteAsync),
        new("json", "JSON", "application/json", new("สำหรับโปรแกรม", "for programs"), JsonRows.WriteAsync),
        new("geojson", "GeoJSON", "application/geo+json", new("สำหรับโปรแกรมแผนที่ เช่น QGIS", "for maps, such as QGIS"), GeoJsonRows.WriteAsync),
    ];

    public static OpenFormat Of(string extension) => All.First(format => format.Extension == extension);

    /// <summary>A value as text: numbers without groups, days and moments by ISO 8601.</summary>
    public static string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => ThaiDates.ToBangkok(moment).ToString("yyyy-MM-dd'T'HH:mm:ss'+07:00'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
