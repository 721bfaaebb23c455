using System.Net;
using System.Text.Json;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Standards;

namespace Songthang.Web.Tests.OpenData;

public sealed class CatalogTests : IAsyncLifetime
{
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    // DCAT-AP's mandatory and recommended properties, and the fields that the Thai catalogue asks for.
    static readonly string[] OfCatalog = ["dct:title", "dct:description", "dct:publisher", "dct:language", "dct:license", "dct:modified", "foaf:homepage", "dcat:dataset"];
    static readonly string[] OfDataset =
    [
        "dct:identifier", "dct:title", "dct:description", "dct:publisher", "dcat:keyword", "dcat:theme", "dcat:contactPoint", "dct:accessRights",
        "dct:accrualPeriodicity", "dct:spatial", "dct:license", "dct:conformsTo", "dcat:landingPage", "dcat:distribution",
    ];

    static readonly string[] OfDistribution = ["dct:title", "dcat:accessURL", "dcat:downloadURL", "dcat:mediaType", "dct:format", "dct:license"];
    static readonly string[] OfGdCatalog =
    [
        "data_type", "title", "name", "notes", "owner_org", "maintainer", "maintainer_email", "tag_string", "objective", "update_frequency_unit", "update_frequency_interval",
        "geo_coverage", "data_source", "data_format", "data_category", "data_classification", "license_id", "accessible_condition", "data_language", "url", "last_updated_date",
    ];

    TestApp app = null!;
    HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(settings: new() { ["Songthang:OpenData:ContactEmail"] = "works@example.go.th" });
        client = new HttpClient { BaseAddress = app.Address };
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 400));
        await Given.ARequestAsync(app);
        await app.WithDbAsync(db =>
        {
            db.Poles.Add(Given.APole(1, "1", 14.35, 100.56));
            return db.SaveChangesAsync(Now);
        });
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_catalogue_has_what_catalogues_ask_for()
    {
        var answer = await client.GetAsync("/open-data/catalog.jsonld", Now);
        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Now));
        var catalog = json.RootElement;

        Assert.Empty(CatalogRules.Broken(catalog));
        AssertHas(catalog, OfCatalog);
        var sets = catalog.GetProperty("dcat:dataset").EnumerateArray().ToList();
        Assert.Equal(["requests", "poles"], sets.Select(set => set.GetProperty("dct:identifier").GetString()!));
        foreach (var set in sets)
        {
            AssertHas(set, OfDataset);
            AssertHas(set, [.. OfGdCatalog.Select(field => $"gdc:{field}")]);
            Assert.Equal("ข้อมูลสาธารณะ", set.GetProperty("gdc:data_category").GetString());
            foreach (var distribution in set.GetProperty("dcat:distribution").EnumerateArray())
                AssertHas(distribution, OfDistribution);
        }

        // Every prefix that is used is explained.
        var known = catalog.GetProperty("@context").EnumerateObject().Select(prefix => prefix.Name).ToHashSet();
        Assert.Subset(known, Prefixes(catalog).ToHashSet());
    }

    [Fact]
    public async Task Everything_that_the_catalogue_names_is_there()
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync("/open-data/catalog.jsonld", Now));
        var files = json.RootElement.GetProperty("dcat:dataset").EnumerateArray().SelectMany(set =>
            set.GetProperty("dcat:distribution").EnumerateArray().Select(distribution => (
                Address: distribution.GetProperty("dcat:downloadURL").GetProperty("@id").GetString()!,
                Type: distribution.GetProperty("dcat:mediaType").GetProperty("@id").GetString()!))
            .Append((set.GetProperty("dct:conformsTo").GetProperty("@id").GetString()!, "application/csvm+json"))).ToList();

        // Whole, and the two years that have reports.
        Assert.Equal(9 + 3 + 2, files.Count);
        foreach (var (address, type) in files)
        {
            var answer = await client.GetAsync(new Uri(address).PathAndQuery, Now);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.EndsWith(answer.Content.Headers.ContentType!.MediaType!, type, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_shows_counts_years_and_the_dictionary_in_both_languages()
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/open-data");
        var english = await visitor.OpenAsync("/language/en?return=/open-data");

        Assert.Contains("2 รายการ", page.TextOf("#requests"), StringComparison.Ordinal);
        Assert.Contains("พ.ศ. 2568", page.TextOf("#requests .downloads"), StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", page.Words, StringComparison.Ordinal);
        Assert.Contains("Whether an officer has checked it", english.TextOf("#requests"), StringComparison.Ordinal);
        foreach (var link in page.Html.QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct())
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).Status);
    }

    static void AssertHas(JsonElement of, IEnumerable<string> names) => Assert.Subset(
        of.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null && member.Value.ToString().Length > 0)
            .Select(member => member.Name).ToHashSet(), names.ToHashSet());

    static IEnumerable<string> Prefixes(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.Object => of.EnumerateObject().Where(member => member.Name != "@context").SelectMany(member =>
            Prefixes(member.Value).Concat(member.Name.Contains(':', StringComparison.Ordinal) ? [member.Name.Split(':')[0]] : [])),
        JsonValueKind.Array => of.EnumerateArray().SelectMany(Prefixes),
        _ => [],
    };
}
