using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Songthang.Web.Tests.Standards;

/// <summary>A rule that never fails says nothing: each kind of mistake is made once.</summary>
public class RulesSeenRedTests
{
    const string Feed = """
        <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:a</id><title>t</title><updated>2026-11-23T03:00:00Z</updated>
        <author><name>n</name></author><link rel="self" href="https://example.org/"/>
        <entry><id>urn:b</id><title>t</title><updated>2026-11-23T03:00:00Z</updated><link href="https://example.org/b"/></entry></feed>
        """;

    const string Calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//a//b\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20261123T030000Z\n"
        + "DTSTART;VALUE=DATE:20261125\nDTEND;VALUE=DATE:20261126\nSUMMARY:a\\, b\nEND:VEVENT\nEND:VCALENDAR\n";

    const string Square = """{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}""";

    const string Catalog = """
        {"@context":{"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/","foaf":"http://xmlns.com/foaf/0.1/","vcard":"http://www.w3.org/2006/vcard/ns#",
        "xsd":"http://www.w3.org/2001/XMLSchema#","geo":"http://www.opengis.net/ont/geosparql#","gdc":"https://example.org/#"},
        "@id":"https://example.org/c","@type":"dcat:Catalog","dct:title":[{"@value":"ก","@language":"th"}],"dct:description":[{"@value":"ก","@language":"th"}],
        "dct:publisher":{"foaf:name":[{"@value":"ก","@language":"th"}]},"dct:modified":{"@value":"2026-11-23T03:00:00Z","@type":"xsd:dateTime"},
        "dcat:dataset":[{"@id":"https://example.org/d","@type":"dcat:Dataset","dct:title":[{"@value":"ข","@language":"th"}],"dct:description":[{"@value":"ข","@language":"th"}],
        "dct:publisher":{"foaf:name":[{"@value":"ก","@language":"th"}]},"dcat:contactPoint":{"vcard:fn":"ก","vcard:hasEmail":{"@id":"mailto:a@example.org"}},
        "dcat:keyword":[{"@value":"ไฟ","@language":"th"}],"dct:license":{"@id":"https://example.org/l"},
        "dct:temporal":{"dcat:startDate":{"@value":"2025-01-01","@type":"xsd:date"},"dcat:endDate":{"@value":"2026-12-31","@type":"xsd:date"}},
        "dct:spatial":{"@type":"dct:Location","dcat:bbox":{"@value":"POLYGON((1 1,2 1,2 2,1 2,1 1))","@type":"geo:wktLiteral"}},
        "dcat:distribution":[{"@id":"https://example.org/f","@type":"dcat:Distribution","dct:title":[{"@value":"ค","@language":"th"}],
        "dcat:accessURL":{"@id":"https://example.org/a"},"dcat:mediaType":{"@id":"https://www.iana.org/assignments/media-types/text/csv"}}],
        "gdc:data_type":"ข้อมูลระเบียน","gdc:title":"ข","gdc:owner_org":"ก","gdc:maintainer":"ก","gdc:maintainer_email":"a@example.org","gdc:tag_string":"ไฟ","gdc:notes":"ข",
        "gdc:objective":"ก","gdc:update_frequency_unit":"วัน","gdc:update_frequency_interval":"1","gdc:geo_coverage":"จังหวัด","gdc:data_source":"ก","gdc:data_format":["CSV"],
        "gdc:data_category":"ข้อมูลสาธารณะ","gdc:data_classification":"เปิดเผย","gdc:license_id":"l","gdc:accessible_condition":"ไม่มี"}]}
        """;

    const string Site = """
        <?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://example.org/a</loc><lastmod>2026-11-23</lastmod></url></urlset>
        """;

    [Theory]
    [InlineData("<id>urn:a</id>", "")]
    [InlineData("<id>urn:b</id>", "<id>urn:b</id><id>urn:c</id>")]
    [InlineData("<id>urn:b</id>", "<id>b</id>")]
    [InlineData("<title>t</title><updated>2026-11-23T03:00:00Z</updated><link", "<title>t</title><updated>2026-11-23t03:00:00z</updated><link")]
    [InlineData("<author><name>n</name></author>", "")]
    [InlineData("<name>n</name>", "<email>n@example.org</email>")]
    [InlineData("<link href=\"https://example.org/b\"/>", "")]
    [InlineData("<link href=\"https://example.org/b\"/>", "<link href=\"https://example.org/b\"/><link href=\"https://example.org/c\"/>")]
    [InlineData("<link href=\"https://example.org/b\"/>", "<link rel=\"elsewhere\" href=\"https://example.org/b\"/><content>c</content>")]
    [InlineData("<link href=\"https://example.org/b\"/>", "<content src=\"https://example.org/b\"/>")]
    [InlineData("<entry>", "<entry><subtitle>s</subtitle>")]
    [InlineData("<entry>", "<entry><category label=\"l\"/>")]
    [InlineData("<title>t</title>", "<title type=\"markdown\">t</title>")]
    [InlineData("<entry>", "<entry>text")]
    public void A_feed_that_breaks_a_rule_is_found_out(string right, string wrong)
    {
        Assert.Empty(AtomRules.Broken(XElement.Parse(Feed)));
        Assert.NotEmpty(AtomRules.Broken(XElement.Parse(Changed(Feed, right, wrong))));
    }

    [Theory]
    [InlineData("VERSION:2.0\n", "")]
    [InlineData("UID:1\n", "")]
    [InlineData("UID:1\n", "UID:1\nUID:2\n")]
    [InlineData("DTSTAMP:20261123T030000Z", "DTSTAMP:20261123T030000")]
    [InlineData("DTEND;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261125")]
    [InlineData("DTEND;VALUE=DATE:20261126", "DTEND:20261126T000000Z")]
    [InlineData("DTSTART;VALUE=DATE:20261125", "DTSTART;VALUE=DATE:20261132")]
    [InlineData("SUMMARY:a\\, b", "SUMMARY:a, b")]
    [InlineData("SUMMARY:a\\, b", "SUMMARY:a\\t b")]
    [InlineData("SUMMARY:a\\, b", "SUBJECT:a")]
    [InlineData("SUMMARY:a\\, b", "STATUS:DONE")]
    [InlineData("SUMMARY:a\\, b", "SUMMARY:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("END:VEVENT\n", "")]
    public void A_calendar_that_breaks_a_rule_is_found_out(string right, string wrong)
    {
        Assert.Empty(CalendarRules.Broken(Bytes(Calendar)));
        Assert.NotEmpty(CalendarRules.Broken(Bytes(Changed(Calendar, right, wrong))));
        Assert.NotEmpty(CalendarRules.Broken(Encoding.UTF8.GetBytes(Calendar)));
        static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[[0,0],[1,0],[1,1],[0,1],[0,0]]", "[[0,0],[0,1],[1,1],[1,0],[0,0]]")]
    [InlineData("[[0,0],[1,0],[1,1],[0,1],[0,0]]", "[[0,0],[1,0],[1,1],[0,1]]")]
    [InlineData("[1,0]", "[200,0]")]
    [InlineData("[1,0]", "[1,0,7]")]
    [InlineData("Polygon", "Area")]
    [InlineData("{\"type\"", "{\"crs\":null,\"type\"")]
    public void A_geometry_that_breaks_a_rule_is_found_out(string right, string wrong)
    {
        Assert.Empty(Broken(Square));
        Assert.NotEmpty(Broken(Changed(Square, right, wrong)));
        Assert.Empty(Broken($$$"""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{{{Square}}},"properties":null}]}"""));
        Assert.NotEmpty(Broken($$$"""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{{{Square}}}}]}"""));
        Assert.NotEmpty(Broken($$$"""{"type":"FeatureCollection","features":[{{{Square}}}]}"""));
        static List<string> Broken(string text) => GeoJsonRules.Broken(JsonDocument.Parse(text).RootElement);
    }

    [Theory]
    [InlineData("https://example.org/a", "/a")]
    [InlineData("https://example.org/a", "https://example.com/a")]
    [InlineData("https://example.org/a", "https://example.org/เสา")]
    [InlineData("2026-11-23", "23/11/2026")]
    [InlineData("<lastmod>", "<lastmod>2026</lastmod><lastmod>")]
    [InlineData("sitemap/0.9", "sitemap/0.8")]
    public void A_sitemap_that_breaks_a_rule_is_found_out(string right, string wrong)
    {
        Assert.Empty(Broken(Site));
        Assert.NotEmpty(Broken(Changed(Site, right, wrong)));
        static List<string> Broken(string text) => SiteMapRules.Broken(Encoding.UTF8.GetBytes(text), new Uri("https://example.org/"));
    }

    [Theory]
    [InlineData("http://www.w3.org/ns/dcat#", "http://www.w3.org/ns/dcat/")]
    [InlineData("dcat:Catalog", "dcat:Dataset")]
    [InlineData("{\"@value\":\"ข\",\"@language\":\"th\"}],\"dct:description\"", "{\"@value\":\"b\",\"@language\":\"en\"}],\"dct:description\"")]
    [InlineData("foaf:name", "foaf:nick")]
    [InlineData("xsd:dateTime", "xsd:date")]
    [InlineData("\"vcard:hasEmail\":{\"@id\":\"mailto:a@example.org\"}", "\"vcard:hasEmail\":\"a@example.org\"")]
    [InlineData("{\"@id\":\"https://example.org/l\"}", "\"CC BY\"")]
    [InlineData("2025-01-01", "2027-01-01")]
    [InlineData("2 2,1 2,1 1", "2 2,1 2")]
    [InlineData("dcat:accessURL", "dcat:landingPage")]
    [InlineData("media-types/text/csv", "media-types/csv")]
    [InlineData("https://example.org/f", "https://example.org/d")]
    [InlineData("\"gdc:notes\":\"ข\",", "")]
    [InlineData("\"gdc:maintainer_email\":\"a@example.org\"", "\"gdc:maintainer_email\":\"\"")]
    [InlineData("ข้อมูลสาธารณะ", "สาธารณะ")]
    [InlineData("[\"CSV\"]", "[\"CSV\",\"GeoJSON\"]")]
    [InlineData("dcat:keyword", "schema:keywords")]
    public void A_catalogue_that_breaks_a_rule_is_found_out(string right, string wrong)
    {
        Assert.Empty(Broken(Catalog));
        Assert.NotEmpty(Broken(Changed(Catalog, right, wrong)));
        static List<string> Broken(string text) => CatalogRules.Broken(JsonDocument.Parse(text).RootElement);
    }

    [Theory]
    [InlineData("integer", "1.5")]
    [InlineData("double", "1,5")]
    [InlineData("boolean", "yes")]
    [InlineData("date", "23/11/2569")]
    [InlineData("anyURI", "/a")]
    [InlineData("integer", "")]
    public void A_value_that_is_not_what_the_dictionary_says_is_found_out(string type, string value)
    {
        using var metadata = JsonDocument.Parse(
            $$$"""{"tableSchema":{"columns":[{"name":"k","titles":"k","datatype":"string"},{"name":"a","titles":"a","datatype":"{{{type}}}","required":true}],"primaryKey":"k"}}""");
        Assert.NotEmpty(TableRules.Broken(metadata.RootElement, ["k", "a"], [["1", value]]));
        Assert.NotEmpty(TableRules.Broken(metadata.RootElement, ["k"], []));
    }

    static string Changed(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }
}
