using System.Globalization;
using System.Text.Json;
using System.Xml;
using Songthang.Domain.Thai;

namespace Songthang.Web.Open311;

/// <summary>A named value on the wire: a text, a true or false, a degree, a moment, a record or a list.</summary>
/// <param name="Name">As the standard names it.</param>
/// <param name="Value">Null or an empty text for a field that is not there.</param>
sealed record Field(string Name, object? Value);

/// <summary>Fields that belong together.</summary>
sealed record Record(params IReadOnlyList<Field> Fields);

/// <summary>Records of one kind; in XML each has a name of its own.</summary>
/// <param name="ItemName">Name of one of them in XML.</param>
/// <param name="Items">The records, or texts.</param>
sealed record Listing(string ItemName, IReadOnlyList<object> Items);

/// <summary>Degrees with six decimals, as the field prints them.</summary>
readonly record struct Degrees(double Value)
{
    public override string ToString() => Value.ToString("F6", CultureInfo.InvariantCulture);
}

/// <summary>A moment with the offset of Bangkok (W3C note on date and time).</summary>
/// <param name="Utc">UTC.</param>
/// <param name="IsExact">With milliseconds, for who goes on from it.</param>
readonly record struct Moment(DateTime Utc, bool IsExact = false)
{
    public override string ToString() => ThaiDates.ToBangkok(Utc).ToString(
        IsExact ? "yyyy-MM-dd'T'HH:mm:ss.fff'+07:00'" : "yyyy-MM-dd'T'HH:mm:ss'+07:00'", CultureInfo.InvariantCulture);
}

/// <summary>Writes one and the same answer as XML or JSON.</summary>
static class Wire
{
    /// <summary>In XML the standard's elements are there even when empty, apart from positions, which must be numbers.</summary>
    public static void WriteXml(Stream to, string root, object content)
    {
        // The standard asks for the declaration with the encoding.
        using var xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true, IndentChars = " " });
        xml.WriteStartDocument();
        xml.WriteStartElement(root);
        WriteContent(xml, content);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    /// <summary>In JSON empty fields are left out, and lists of records are bare.</summary>
    public static void WriteJson(Stream to, object content)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) });
        WriteValue(json, content);
    }

    static void WriteContent(XmlWriter xml, object content)
    {
        switch (content)
        {
            case Record record:
                foreach (var field in record.Fields)
                    WriteField(xml, field);
                break;
            case Listing listing:
                foreach (var item in listing.Items)
                    WriteField(xml, new Field(listing.ItemName, item));
                break;
            default:
                xml.WriteString(Readable(Text(content)));
                break;
        }
    }

    static void WriteField(XmlWriter xml, Field field)
    {
        if (field.Value is Absent)
            return;
        xml.WriteStartElement(field.Name);
        if (field.Value is { } value)
            WriteContent(xml, value);
        xml.WriteEndElement();
    }

    static void WriteValue(Utf8JsonWriter json, object content)
    {
        switch (content)
        {
            case Record record:
                json.WriteStartObject();
                foreach (var field in record.Fields.Where(field => field.Value is not (null or "" or Absent)))
                {
                    json.WritePropertyName(field.Name);
                    WriteValue(json, field.Value!);
                }

                json.WriteEndObject();
                break;
            case Listing listing:
                json.WriteStartArray();
                foreach (var item in listing.Items)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case Degrees degrees:
                json.WriteRawValue(degrees.ToString());
                break;
            default:
                json.WriteStringValue(Readable(Text(content)));
                break;
        }
    }

    static string Text(object content) => content switch
    {
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => content.ToString() ?? "",
    };

    /// <summary>What somebody sent may come back in an error; XML cannot hold all of it.</summary>
    static string Readable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]))
                return ThaiText.Clean(text);
        }

        return text;
    }
}

/// <summary>The value of a field that is left out in both formats.</summary>
sealed class Absent
{
    public static Absent Value { get; } = new();
}
