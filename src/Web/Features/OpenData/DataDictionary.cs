using System.Text.Json;
using Microsoft.Extensions.Options;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.OpenData;

/// <summary>The data dictionary for programs: metadata of a table as the W3C's CSV on the Web has them.</summary>
public sealed class DataDictionary(OpenDatasets sets, IOptions<OpenDataOptions> options, IOptions<Agency> agency, PublicAddress address)
{
    public PublicFile Of(string name)
    {
        var set = sets.Of(name);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonRows.Options with { Indented = true }))
            Write(json, set);
        return new(buffer.ToArray(), "application/csvm+json", null);
    }

    void Write(Utf8JsonWriter json, OpenDataset set)
    {
        json.WriteStartObject();
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/csvw");
        json.WriteStartObject();
        json.WriteString("@language", "th");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("@id", address.Of(Links.OpenDictionary(set.Name)).AbsoluteUri);
        json.WriteString("url", address.Of(Links.OpenFile(set.Name, "csv")).AbsoluteUri);
        json.WriteBothLanguages("dc:title", set.Title);
        json.WriteBothLanguages("dc:description", set.Description);
        json.WriteBothLanguages("dc:publisher", agency.Value.Name.Phrase);
        json.WriteStartObject("dc:license");
        json.WriteString("@id", options.Value.LicenceUrl.AbsoluteUri);
        json.WriteEndObject();
        json.WriteStartObject("dialect");
        json.WriteString("encoding", "utf-8");
        json.WriteBoolean("header", true);
        json.WriteString("delimiter", ",");
        json.WriteEndObject();
        json.WriteStartObject("tableSchema");
        json.WriteStartArray("columns");
        foreach (var column in set.Columns)
            Write(json, column);
        json.WriteEndArray();
        json.WriteString("primaryKey", set.Columns[0].Name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, OpenColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("titles", column.Name);
        json.WriteBothLanguages("rdfs:label", column.Title);
        json.WriteBothLanguages("dc:description", column.Meaning);
        if (column.Type == OpenType.Moment)
        {
            json.WriteStartObject("datatype");
            json.WriteString("base", "dateTime");
            json.WriteString("format", "yyyy-MM-ddTHH:mm:ssXXX");
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("datatype", DataType(column.Type));
        }

        if (column.IsRequired)
            json.WriteBoolean("required", true);
        json.WriteEndObject();
    }

    static string DataType(OpenType type) => type switch
    {
        OpenType.Text => "string",
        OpenType.Url => "anyURI",
        OpenType.WholeNumber => "integer",
        OpenType.Degrees => "double",
        OpenType.Truth => "boolean",
        OpenType.Day => "date",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}

/// <summary>Texts of JSON-LD.</summary>
static class LinkedText
{
    /// <summary>A text in both languages.</summary>
    public static void WriteBothLanguages(this Utf8JsonWriter json, string name, Phrase phrase)
    {
        json.WriteStartArray(name);
        foreach (var language in (string[])["th", "en"])
        {
            json.WriteStartObject();
            json.WriteString("@value", phrase.In(language));
            json.WriteString("@language", language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
