using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.PublicMap;

public sealed class GroundTests : IAsyncLifetime
{
    const string Roads = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"ref":"309","name":"ถนนโรจนะ","owner":"แขวงทางหลวงอยุธยา"},"geometry":{"type":"LineString","coordinates":[[100.55,14.3521],[100.57,14.3521]]} },
        {"type":"Feature","properties":{"ref":"อย.1001","name":"ถนนของเรา","owner":"อบจ.พระนครศรีอยุธยา"},"geometry":{"type":"LineString","coordinates":[[100.55,14.4621],[100.57,14.4621]]} }]}
        """;

    TestApp app = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        visitor = app.NewVisitor();
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task Names_are_always_there_borders_when_they_are_loaded_and_with_whose_they_are()
    {
        var (first, before) = await GetAsync("/map/base/areas.json");
        Assert.Equal(16, Of(before, "amphoe").Count);
        Assert.Equal(209, Of(before, "tambon").Count);
        Assert.Empty(Of(before, "border"));
        Assert.Equal("ประตูชัย", Of(before, "tambon")[0]["properties"]!["name_th"]!.GetValue<string>());
        Assert.Equal("application/geo+json", first.Content.Headers.ContentType!.MediaType);
        // The address that the page hands to its script may be kept for good, until there are other borders.
        var kept = await AddressAsync("areas");
        Assert.Equal("public, max-age=31536000, immutable", (await GetAsync(kept)).Answer.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync("/map/base/areas.json", first.Headers.ETag)).Answer.StatusCode);

        await BringAsync("/officer/settings/boundaries", VoronoiTambons.GeoJson, ("Attribution", "ขอบเขตทดสอบ"));

        var (second, after) = await GetAsync("/map/base/areas.json", first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(209, Of(after, "border").Count);
        Assert.Equal("ขอบเขตทดสอบ", after["attribution"]!.GetValue<string>());
        Assert.All(Of(after, "border"), border => Assert.Equal("ขอบเขตทดสอบ", border["properties"]!["attribution"]!.GetValue<string>()));
        Assert.DoesNotContain("immutable", (await GetAsync(kept)).Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(kept, await AddressAsync("areas"));
        Assert.Contains("immutable", (await GetAsync(await AddressAsync("areas"))).Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roads_of_a_rectangle_come_with_their_owner()
    {
        Assert.Empty((await GetAsync("/map/base/roads.json?bbox=100.5,14.3,100.6,14.4")).Json["features"]!.AsArray());
        await BringAsync("/officer/settings/roads", Roads);

        var road = Assert.Single((await GetAsync("/map/base/roads.json?bbox=100.5,14.3,100.6,14.4")).Json["features"]!.AsArray())!["properties"]!;

        Assert.Equal(("309", "doh", "กรมทางหลวง"), (road["code"]!.GetValue<string>(), road["owner"]!.GetValue<string>(), road["owner_th"]!.GetValue<string>()));
        var (answer, both) = await GetAsync("/map/base/roads.json?bbox=100,14,101,15");
        Assert.Equal(2, both["features"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync("/map/base/roads.json?bbox=100,14,101,15", answer.Headers.ETag)).Answer.StatusCode);
        var kept = await AddressAsync("roads") + "&bbox=100,14,101,15";
        Assert.Contains("immutable", (await GetAsync(kept)).Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("/map/base/roads.json")).Answer.StatusCode);
        // Whoever renames an owner sees the new name.
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync("/officer/settings/authorities/line/doh"), "main form", [("name.thai", "กรมทางหลวงใหม่")]);
        Assert.DoesNotContain("immutable", (await GetAsync(kept)).Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poles_in_use_are_seen_from_near()
    {
        await PolesAsync();

        var poles = (await GetAsync("/map/base/poles.json?zoom=17&bbox=100.56,14.35,100.57,14.36")).Json;

        var pole = Assert.Single(poles["features"]!.AsArray())!;
        Assert.Equal((100.562, 14.352), (pole["geometry"]!["coordinates"]![0]!.GetValue<double>(), pole["geometry"]!["coordinates"]![1]!.GetValue<double>()));
        Assert.Equal("15-58", pole["properties"]!["label"]!.GetValue<string>());
        Assert.StartsWith("000001-", pole["properties"]!["code"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(poles["more"]!.GetValue<bool>());
        Assert.Empty((await GetAsync("/map/base/poles.json?zoom=15&bbox=100.56,14.35,100.57,14.36")).Json["features"]!.AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("/map/base/poles.json?bbox=100.56,14.35,100.57,14.36")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("/map/base/poles.json?zoom=19&bbox=100,14,101,15")).Answer.StatusCode);
    }

    [Fact]
    public async Task A_place_is_found_however_it_is_written()
    {
        await PolesAsync();
        await BringAsync("/officer/settings/roads", Roads);
        var request = await Given.ARequestAsync(app, it => it.Accepted());
        var hidden = await Given.ARequestAsync(app);

        await FirstAsync("ประตูชัย", "tambon", "ต.ประตูชัย");
        await FirstAsync(" ต. ประตูชัย", "tambon", "ต.ประตูชัย");
        await FirstAsync("ตำบลประตูชัย อำเภอพระนครศรีอยุธยา จังหวัดพระนครศรีอยุธยา", "tambon", "ต.ประตูชัย");
        await FirstAsync("pratu chai", "tambon", "ต.ประตูชัย");
        await FirstAsync("อ.บางปะอิน", "amphoe", "อ.บางปะอิน");
        await FirstAsync("บางปะอิน", "amphoe", "อ.บางปะอิน");
        await FirstAsync("วัดไชย", "landmark", "วัดไชยวัฒนาราม");
        await FirstAsync("โรจนะ", "road", "ถนนโรจนะ (309)");
        await FirstAsync("ถ.โรจนะ", "road", "ถนนโรจนะ (309)");
        await FirstAsync("อบจ.อย. ๑๕-๕๘", "pole", "15-58");
        await FirstAsync(Songthang.Domain.Assets.PoleCode.Create(1).ToString().Replace('0', '๐'), "pole", "15-58");
        var report = await FirstAsync(request.Reference.Replace("-", " ", StringComparison.Ordinal), "report", request.Reference);
        Assert.Equal((14.3521, 100.562, $"/reports/{request.Reference}"), (report["lat"]!.GetValue<double>(), report["lng"]!.GetValue<double>(), report["url"]!.GetValue<string>()));
        Assert.NotEqual(14.3521, (await FirstAsync(hidden.Reference, "report", hidden.Reference))["lat"]!.GetValue<double>());

        Assert.Empty(await FindAsync(""));
        Assert.Empty(await FindAsync("% ' OR 1=1"));
        Assert.Empty(await FindAsync("69-00001-0"));
        Assert.Equal(10, (await FindAsync("บาง")).Count);
        Assert.Equal("Amphoe Bang Pa-In", (await FindAsync("อ.บางปะอิน&lang=en"))[0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_administrator_says_which_landmarks_are_found()
    {
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        var form = await administrator.GetAsync("/officer/settings/landmarks/line");
        var refused = await administrator.SubmitAsync(form, "main form", [("name.thai", "ตลาดทดสอบ"), ("latitude", "สิบสี่"), ("longitude", "190")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);

        await administrator.SubmitAsync(refused, "main form", [("latitude", "๑๔.๓๖๑๒"), ("longitude", "100.5701")]);

        var found = await FirstAsync("ตลาดทดสอบ", "landmark", "ตลาดทดสอบ");
        Assert.Equal((14.3612, 100.5701), (found["lat"]!.GetValue<double>(), found["lng"]!.GetValue<double>()));
    }

    /// <summary>Where the script of the map asks for a part of the ground.</summary>
    async Task<string> AddressAsync(string part) =>
        $"/map/base/{part}.json?v={(await visitor.GetAsync("/map")).Html.QuerySelector("[data-reports-map]")!.GetAttribute($"data-ground-{part}")}";

    Task<int> PolesAsync() => app.WithDbAsync(async db =>
    {
        db.Poles.Add(Given.APole(1, "15-58", 14.352, 100.562));
        db.Poles.Add(Given.APole(2, "15-59", 14.353, 100.563, it => it.Retire(new(2026, 11, 1), "รื้อถอน", Given.Officer, TestApp.Monday.UtcDateTime)));
        db.Poles.Add(Given.APole(3, "15-60", 14.452, 100.662));
        return await db.SaveChangesAsync();
    });

    async Task BringAsync(string address, string text, params (string, string?)[] fields)
    {
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        var draft = await administrator.FollowAsync(await administrator.SubmitAsync(
            await administrator.GetAsync(address), "form.setting-form", fields, [new("Picked", "file.geojson", Encoding.UTF8.GetBytes(text), "application/geo+json")]));
        await administrator.SubmitAsync(draft, "main form");
    }

    async Task<JsonNode> FirstAsync(string typed, string kind, string name)
    {
        var first = (await FindAsync(typed)).FirstOrDefault();
        Assert.True(first is not null, $"Nothing is found for {typed}");
        Assert.Equal((kind, name), (first["kind"]!.GetValue<string>(), first["name"]!.GetValue<string>()));
        return first;
    }

    async Task<JsonArray> FindAsync(string typed) =>
        (await GetAsync("/map/search?q=" + Uri.EscapeDataString(typed).Replace("%26lang%3Den", "&lang=en", StringComparison.Ordinal))).Json["places"]!.AsArray();

    static List<JsonNode> Of(JsonNode collection, string kind) =>
        [.. collection["features"]!.AsArray().OfType<JsonNode>().Where(feature => feature["properties"]!["kind"]!.GetValue<string>() == kind)];

    async Task<(HttpResponseMessage Answer, JsonNode Json)> GetAsync(string address, EntityTagHeaderValue? known = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
            message.Headers.IfNoneMatch.Add(known);
        var answer = await visitor.Client.SendAsync(message, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }
}
