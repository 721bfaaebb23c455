using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Songthang.Web.Tests.Standards;

/// <summary>
/// Whether a CSV file is what its metadata say (W3C, CSV on the Web): the headings, what is required, the primary key, and for every
/// value the lexical form of its type and the format that is named for it.
/// </summary>
static partial class TableRules
{
    /// <summary>What is wrong with it; nothing when file and metadata agree.</summary>
    /// <param name="metadata">The dictionary.</param>
    /// <param name="headings">First line of the file.</param>
    /// <param name="rows">The other lines.</param>
    public static List<string> Broken(JsonElement metadata, IReadOnlyList<string> headings, IReadOnlyList<string[]> rows)
    {
        var schema = metadata.GetProperty("tableSchema");
        var columns = schema.GetProperty("columns").EnumerateArray().ToList();
        var broken = new List<string>();
        if (!columns.Select(column => column.GetProperty("titles").GetString()).SequenceEqual(headings))
            return ["The headings are not the titles of the columns, in their order."];
        for (var i = 0; i < columns.Count; i++)
        {
            var (name, column) = (headings[i], columns[i]);
            var isRequired = column.TryGetProperty("required", out var required) && required.GetBoolean();
            foreach (var value in rows.Select(row => row[i]))
            {
                if (value.Length == 0 ? isRequired : !Fits(column, value))
                    broken.Add($"{name} cannot be '{value}'.");
            }
        }

        var keys = schema.GetProperty("primaryKey") is { ValueKind: JsonValueKind.String } key ? [key.GetString()!]
            : schema.GetProperty("primaryKey").EnumerateArray().Select(one => one.GetString()!).ToArray();
        var places = keys.Select(one => headings.ToList().IndexOf(one)).ToList();
        if (rows.DistinctBy(row => string.Join('\n', places.Select(place => row[place]))).Count() != rows.Count)
            broken.Add("The primary key is not unique.");
        return broken;
    }

    static bool Fits(JsonElement column, string value)
    {
        var type = column.TryGetProperty("datatype", out var written) ? written : default;
        var (name, format) = type.ValueKind switch
        {
            JsonValueKind.String => (type.GetString()!, (string?)null),
            JsonValueKind.Object => (type.GetProperty("base").GetString()!, type.TryGetProperty("format", out var given) ? given.GetString() : null),
            _ => ("string", null),
        };
        return name switch
        {
            "string" => format is null || Regex.IsMatch(value, $"^(?:{format})$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
            "anyURI" => Uri.IsWellFormedUriString(value, UriKind.Absolute),
            "integer" => Whole().IsMatch(value),
            "double" => Real().IsMatch(value) && double.IsFinite(double.Parse(value, CultureInfo.InvariantCulture)),
            "boolean" => value is "true" or "false",
            "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            // XXX of the Unicode standard: an offset with a colon, Z for none.
            "dateTime" when format == "yyyy-MM-ddTHH:mm:ssXXX" =>
                Moment().IsMatch(value) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _),
            _ => false,
        };
    }

    [GeneratedRegex(@"^[+-]?\d+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Real();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moment();
}
