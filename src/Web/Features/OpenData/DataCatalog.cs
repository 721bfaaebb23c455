using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.OpenData;

/// <summary>
/// The datasets for catalogues that gather: DCAT (W3C) in JSON-LD with what DCAT-AP asks for, and the fields of the Thai
/// government's data catalogue (GD Catalog) under their own names.
/// </summary>
public sealed class DataCatalog(
    OpenDataFigures figures, IOptions<OpenDataOptions> options, IOptions<Agency> agency, PublicAddress address, Province province, KeptForAWhile kept)
{
    const string Frequency = "http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT";
    const string Theme = "http://publications.europa.eu/resource/authority/data-theme/TRAN";
    const string OpenToAll = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";
    const string Languages = "http://id.loc.gov/vocabulary/iso639-1/";
    const string FileTypes = "http://publications.europa.eu/resource/authority/file-type/";
    const string MediaTypes = "https://www.iana.org/assignments/media-types/";

    static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public Task<PublicFile> ReadAsync(CancellationToken cancellationToken) => kept.GetAsync(
        "catalog", PublicFile.Age, file => file.Body.Length, async stop =>
        {
            var all = await figures.AllAsync(stop);
            var body = JsonSerializer.SerializeToUtf8Bytes(Catalog(all), Written);
            return new PublicFile(body, "application/ld+json", all.Max(one => one.Whole.ChangedAt));
        }, cancellationToken);

    JsonObject Catalog(IReadOnlyList<OpenFigures> all) => new()
    {
        ["@context"] = Context(),
        ["@id"] = Whole(Links.OpenCatalog),
        ["@type"] = "dcat:Catalog",
        ["dct:title"] = Both(new($"ข้อมูลเปิด {agency.Value.ServiceName.Thai}", $"Open data: {agency.Value.ServiceName.Phrase.English}")),
        ["dct:description"] = Both(new("ข้อมูลเปิดของระบบแจ้งไฟฟ้าสาธารณะขัดข้อง", "Open data of the street-light fault service")),
        ["dct:publisher"] = Publisher(),
        ["dct:language"] = new JsonArray(Id(Languages + "th"), Id(Languages + "en")),
        ["dct:license"] = Id(options.Value.LicenceUrl.AbsoluteUri),
        ["dct:modified"] = Moment(all.Max(one => one.Whole.ChangedAt)),
        ["foaf:homepage"] = Id(Whole(Links.OpenData)),
        ["dcat:dataset"] = new JsonArray([.. all.Select(one => (JsonNode)Dataset(one))]),
    };

    JsonObject Context() => new()
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["geo"] = "http://www.opengis.net/ont/geosparql#",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        // The catalogue publishes no vocabulary; its field names are told apart by our own address.
        ["gdc"] = Whole(Links.OpenData) + "#gd-catalog-",
    };

    JsonObject Dataset(OpenFigures one)
    {
        var set = one.Set;
        var dataset = new JsonObject
        {
            ["@id"] = Whole(Links.OpenData) + "#" + set.Name,
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = set.Name,
            ["dct:title"] = Both(set.Title),
            ["dct:description"] = Both(set.Description),
            ["dcat:keyword"] = new JsonArray([.. set.Keywords.SelectMany(word => Both(word)).Select(word => word!.DeepClone())]),
            ["dcat:theme"] = Id(Theme),
            ["dct:publisher"] = Publisher(),
            ["dcat:contactPoint"] = Contact(),
            ["dct:language"] = new JsonArray(Id(Languages + "th"), Id(Languages + "en")),
            ["dct:license"] = Id(options.Value.LicenceUrl.AbsoluteUri),
            ["dct:accessRights"] = Id(OpenToAll),
            ["dct:accrualPeriodicity"] = Id(Frequency),
            ["dct:conformsTo"] = Id(Whole(Links.OpenDictionary(set.Name))),
            ["dct:spatial"] = new JsonObject { ["@type"] = "dct:Location", ["dcat:bbox"] = new JsonObject { ["@value"] = Area(), ["@type"] = "geo:wktLiteral" } },
            ["dcat:landingPage"] = Id(Whole(Links.OpenData)),
            ["dcat:distribution"] = new JsonArray([.. Distributions(one)]),
        };
        if (one.Whole.ChangedAt is { } changed)
            dataset["dct:modified"] = Moment(changed);
        if (one.Years is [var last, ..])
            dataset["dct:temporal"] = Period(one.Years[^1].BuddhistYear - 543, last.BuddhistYear - 543);
        foreach (var (field, value) in GdCatalog(one))
            if (value is not JsonValue text || text.ToString().Length > 0)
                dataset[$"gdc:{field}"] = value;
        return dataset;
    }

    IEnumerable<JsonNode> Distributions(OpenFigures one) => one.Years.Select(year => (int?)year.BuddhistYear).Prepend(null)
        .SelectMany(year => OpenFormat.All.Select(format => (JsonNode)new JsonObject
        {
            ["@id"] = Whole(Links.OpenFile(one.Set.Name, format.Extension, year)),
            ["@type"] = "dcat:Distribution",
            ["dct:title"] = Both(year is null
                ? new($"{one.Set.Title.Thai} ทั้งหมด ({format.Name})", $"{one.Set.Title.English}, all ({format.Name})")
                : new($"{one.Set.Title.Thai} ปี {year} ({format.Name})", $"{one.Set.Title.English}, {year - 543} ({format.Name})")),
            ["dcat:accessURL"] = Id(Whole(Links.OpenData)),
            ["dcat:downloadURL"] = Id(Whole(Links.OpenFile(one.Set.Name, format.Extension, year))),
            ["dcat:mediaType"] = Id(MediaTypes + format.ContentType.Split(';')[0]),
            ["dct:format"] = Id(FileTypes + format.Name.ToUpperInvariant()),
            ["dct:license"] = Id(options.Value.LicenceUrl.AbsoluteUri),
        }));

    /// <summary>The fields of the Thai catalogue, with its own words as values.</summary>
    IEnumerable<(string Field, JsonNode? Value)> GdCatalog(OpenFigures one) =>
    [
        ("data_type", one.Set.Name == PoleDataset.Slug ? "ข้อมูลภูมิสารสนเทศเชิงพื้นที่" : "ข้อมูลระเบียน"),
        ("title", one.Set.Title.Thai), ("name", $"songthang-{one.Set.Name}"), ("notes", one.Set.Description.Thai),
        ("owner_org", agency.Value.Name.Thai), ("maintainer", agency.Value.Division.Thai), ("maintainer_email", options.Value.ContactEmail),
        ("tag_string", string.Join(',', one.Set.Keywords.Select(word => word.Thai))), ("objective", "เพื่อการให้บริการประชาชน"),
        ("update_frequency_unit", "ตามเวลาจริง"), ("update_frequency_interval", "1"), ("geo_coverage", "จังหวัด"),
        ("data_source", agency.Value.ServiceName.Thai), ("data_format", new JsonArray("CSV", "JSON", "อื่นๆ")), ("data_format_other", "GeoJSON"),
        ("data_category", "ข้อมูลสาธารณะ"), ("data_classification", "เปิดเผย"), ("license_id", options.Value.GdCatalogLicence),
        ("accessible_condition", "ไม่มี"), ("data_support", "ไม่มี"), ("data_collect", "ขอบเขตเชิงภูมิศาสตร์หรือเชิงพื้นที่"),
        ("data_language", new JsonArray("ไทย")), ("url", Whole(Links.OpenData)), ("allow_harvest", "True"),
        ("last_updated_date", one.Whole.ChangedAt is { } at ? ThaiDates.BangkokDate(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""),
    ];

    JsonObject Publisher() => new()
    {
        ["@type"] = "foaf:Organization",
        ["foaf:name"] = Both(agency.Value.Name.Phrase),
        ["foaf:homepage"] = Id(agency.Value.Web.Length > 0 ? agency.Value.Web : Whole(Links.Home)),
    };

    JsonObject Contact()
    {
        var contact = new JsonObject
        {
            ["@type"] = "vcard:Organization",
            ["vcard:fn"] = $"{agency.Value.Division.Thai} {agency.Value.Name.Thai}",
            ["vcard:hasURL"] = Id(Whole(Links.Home)),
        };
        if (options.Value.ContactEmail.Length > 0)
            contact["vcard:hasEmail"] = Id("mailto:" + options.Value.ContactEmail);
        return contact;
    }

    string Area()
    {
        var (west, south, east, north) = province.Area;
        return string.Create(CultureInfo.InvariantCulture, $"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))");
    }

    static JsonObject Period(int first, int last) => new()
    {
        ["@type"] = "dct:PeriodOfTime",
        ["dcat:startDate"] = new JsonObject { ["@value"] = $"{first:0000}-01-01", ["@type"] = "xsd:date" },
        ["dcat:endDate"] = new JsonObject { ["@value"] = $"{last:0000}-12-31", ["@type"] = "xsd:date" },
    };

    string Whole(string path) => address.Of(path).AbsoluteUri;

    static JsonObject Id(string address) => new() { ["@id"] = address };

    static JsonArray Both(Phrase phrase) => new(
        new JsonObject { ["@value"] = phrase.Thai, ["@language"] = "th" }, new JsonObject { ["@value"] = phrase.English, ["@language"] = "en" });

    static JsonObject? Moment(DateTime? utc) => utc is null ? null : new() { ["@value"] = OpenFormat.Written(utc), ["@type"] = "xsd:dateTime" };
}
