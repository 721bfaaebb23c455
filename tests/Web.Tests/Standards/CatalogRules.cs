using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Songthang.Web.Tests.Standards;

/// <summary>
/// Whether a catalogue is one that others can gather: DCAT 3 (W3C) with the ranges of its properties, what DCAT-AP 3 makes mandatory, and
/// the fields that the Thai government's catalogue (GD Catalog) makes mandatory, with its own words as values.
/// </summary>
static partial class CatalogRules
{
    static readonly Dictionary<string, string> Namespaces = new(StringComparer.Ordinal)
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        ["geo"] = "http://www.opengis.net/ont/geosparql#",
    };

    // DCAT 3, sections 6.3 to 6.8: properties whose values are resources, not words.
    static readonly string[] Resources =
    [
        "dct:language", "dct:license", "dct:accessRights", "dct:accrualPeriodicity", "dct:conformsTo", "dct:format", "dcat:theme", "dcat:landingPage",
        "dcat:accessURL", "dcat:downloadURL", "dcat:mediaType", "foaf:homepage", "vcard:hasEmail", "vcard:hasURL",
    ];

    static readonly string[] GdMandatory =
    [
        "data_type", "title", "owner_org", "maintainer", "maintainer_email", "tag_string", "notes", "objective", "update_frequency_unit", "update_frequency_interval",
        "geo_coverage", "data_source", "data_format", "data_category", "data_classification", "license_id", "accessible_condition",
    ];

    static readonly Dictionary<string, string[]> GdWords = new(StringComparer.Ordinal)
    {
        ["data_type"] = ["ข้อมูลระเบียน", "ข้อมูลสถิติ", "ข้อมูลภูมิสารสนเทศเชิงพื้นที่", "ข้อมูลหลากหลายประเภท", "ข้อมูลประเภทอื่นๆ"],
        ["update_frequency_unit"] = ["ไม่มีการปรับปรุงหลังจากการจัดเก็บข้อมูล", "ปี", "ครึ่งปี", "ไตรมาส", "เดือน", "สัปดาห์", "วัน", "วันทำการ", "ชั่วโมง", "นาที", "ตามเวลาจริง"],
        ["data_format"] = ["Database", "CSV", "XML", "Image", "Video", "Audio", "Text", "JSON", "HTML", "XLS", "PDF", "RDF", "NoSQL", "Arc/Info Coverage", "Shapefile", "GeoTiff", "GML", "อื่นๆ"],
        ["data_category"] = ["ข้อมูลสาธารณะ", "ข้อมูลใช้ภายใน", "ข้อมูลส่วนบุคคล", "ข้อมูลความลับทางราชการ", "ข้อมูลความมั่นคง"],
        ["data_classification"] = ["เปิดเผย", "เผยแพร่ภายในองค์กร", "ลับ", "ลับมาก", "ลับที่สุด"],
    };

    /// <summary>What is wrong with it; nothing when it keeps every rule.</summary>
    public static List<string> Broken(JsonElement catalog)
    {
        var broken = new List<string>();
        var context = catalog.TryGetProperty("@context", out var given) ? given : default;
        foreach (var (prefix, name) in Namespaces)
            Say(broken, context.ValueKind == JsonValueKind.Object && context.TryGetProperty(prefix, out var it) && it.GetString() == name, $"{prefix} does not stand for {name}.");
        Members(catalog, broken);
        Described(catalog, "dcat:Catalog", broken);
        Publisher(catalog, broken);
        var sets = Each(catalog, "dcat:dataset");
        Say(broken, sets.Count > 0, "A catalogue holds datasets (6.3).");
        foreach (var set in sets)
            Dataset(set, broken);
        var ids = sets.Concat(sets.SelectMany(set => Each(set, "dcat:distribution"))).Select(it => Text(it, "@id")).ToList();
        Say(broken, ids.TrueForAll(id => Uri.IsWellFormedUriString(id, UriKind.Absolute)) && ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "Each has an address of its own.");
        return broken;
    }

    static void Dataset(JsonElement set, List<string> broken)
    {
        Described(set, "dcat:Dataset", broken);
        Publisher(set, broken);
        Say(broken, Each(set, "dcat:contactPoint").Exists(contact => Text(contact, "vcard:fn").Length > 0 && contact.TryGetProperty("vcard:hasEmail", out _)), "Nobody is named to be asked (6.4.4).");
        Say(broken, Each(set, "dcat:keyword").Count > 0 && Each(set, "dcat:keyword").TrueForAll(IsWord), "Keywords are words in a language (6.4.11).");
        foreach (var time in Each(set, "dct:temporal"))
        {
            var (from, to) = (Day(time, "dcat:startDate"), Day(time, "dcat:endDate"));
            Say(broken, from is not null && to is not null && from <= to, "A period begins before it ends (6.15).");
        }

        foreach (var place in Each(set, "dct:spatial"))
            Say(broken, Text(place, "@type") == "dct:Location" && Each(place, "dcat:bbox").TrueForAll(IsBox), "A box is a closed polygon in WKT (6.16).");
        var files = Each(set, "dcat:distribution");
        Say(broken, files.Count > 0, "A dataset can be had somehow.");
        foreach (var file in files)
        {
            Described(file, "dcat:Distribution", broken, isBrief: true);
            Say(broken, Each(file, "dcat:accessURL").Count > 0, "A distribution says where (DCAT-AP, mandatory).");
            Say(broken, Each(file, "dcat:mediaType").TrueForAll(type => MediaType().IsMatch(Text(type, "@id"))), "A media type is IANA's (6.8.16).");
        }

        foreach (var field in GdMandatory)
            Say(broken, Words(set, $"gdc:{field}").Any() && Words(set, $"gdc:{field}").All(word => word.Length > 0), $"GD Catalog asks for {field}.");
        foreach (var (field, words) in GdWords)
            Say(broken, Words(set, $"gdc:{field}").All(words.Contains), $"{field} is none of GD Catalog's words.");
        Say(broken, Words(set, "gdc:maintainer_email").All(email => email.Contains('@', StringComparison.Ordinal)), "maintainer_email is no address.");
    }

    /// <summary>Type, title and description; both in Thai at least.</summary>
    static void Described(JsonElement it, string type, List<string> broken, bool isBrief = false)
    {
        Say(broken, Text(it, "@type") == type, $"It is no {type}.");
        foreach (var property in isBrief ? (string[])["dct:title"] : ["dct:title", "dct:description"])
        {
            var words = Each(it, property);
            Say(broken, words.Count > 0 && words.TrueForAll(IsWord) && words.Exists(word => Text(word, "@language") == "th"), $"{type} has no {property} in Thai (DCAT-AP, mandatory).");
            Say(broken, words.Select(word => Text(word, "@language")).Distinct(StringComparer.Ordinal).Count() == words.Count, $"{property} stands twice in one language.");
        }
    }

    static void Publisher(JsonElement it, List<string> broken) =>
        Say(broken, Each(it, "dct:publisher") is [var agent] && Each(agent, "foaf:name").Exists(IsWord), "One agent with a name publishes it (DCAT-AP, mandatory).");

    /// <summary>Every member, however deep: known prefixes, resources where the standard wants them, typed times.</summary>
    static void Members(JsonElement it, List<string> broken)
    {
        if (it.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in it.EnumerateArray())
                Members(one, broken);
        }

        if (it.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in it.EnumerateObject().Where(member => member.Name != "@context"))
        {
            var prefix = member.Name.Split(':')[0];
            Say(broken, member.Name[0] == '@' || prefix == "gdc" || Namespaces.ContainsKey(prefix), $"{member.Name} has no known prefix.");
            if (Resources.Contains(member.Name))
                Say(broken, Each(it, member.Name).TrueForAll(one => Uri.TryCreate(Text(one, "@id"), UriKind.Absolute, out _)), $"{member.Name} is a resource.");
            if (member.Name is "dct:modified" or "dct:issued")
                Say(broken, member.Value.ValueKind == JsonValueKind.Object && Text(member.Value, "@type") == "xsd:dateTime" && Moment().IsMatch(Text(member.Value, "@value")), $"{member.Name} is a typed time.");
            Members(member.Value, broken);
        }
    }

    static List<JsonElement> Each(JsonElement of, string name) => of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out var found) ? []
        : found.ValueKind == JsonValueKind.Array ? [.. found.EnumerateArray()] : [found];

    static IEnumerable<string> Words(JsonElement of, string name) => Each(of, name).Select(one => one.GetString() ?? "");

    static string Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString()! : "";

    static bool IsWord(JsonElement it) => Text(it, "@value").Length > 0 && Text(it, "@language").Length > 0;

    static DateOnly? Day(JsonElement of, string name) => of.TryGetProperty(name, out var found) && Text(found, "@type") == "xsd:date"
        && DateOnly.TryParseExact(Text(found, "@value"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static bool IsBox(JsonElement it)
    {
        if (Text(it, "@type") != "geo:wktLiteral" || Box().Match(Text(it, "@value")) is not { Success: true } box)
            return false;
        var points = box.Groups["points"].Value.Split(',');
        return points.Length == 5 && points[0] == points[4];
    }

    static void Say(List<string> broken, bool isKept, string rule)
    {
        if (!isKept)
            broken.Add(rule);
    }

    [GeneratedRegex("^https://www\\.iana\\.org/assignments/media-types/[a-z]+/[a-z0-9.+-]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MediaType();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^POLYGON\(\((?<points>[0-9., ]+)\)\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Box();
}
