using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Geography;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Geodata;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Geodata;

public sealed class RoadsTests : IAsyncLifetime
{
    const string Address = "/officer/settings/roads";

    // One of theirs along the parallel 14.3521 through the place of Given's requests, one of ours a kilometre north.
    static readonly string Sound = File(
        Feature("""{"ref":"309","name":"ถนนทดสอบหลวง","owner":"แขวงทางหลวงอยุธยา"}""", "[[100.55,14.3521],[100.57,14.3521]]"),
        Feature("""{"ref":"อย.1001","name":"ถนนของเรา","owner":"อบจ.พระนครศรีอยุธยา"}""", "[[100.55,14.3621],[100.57,14.3621]]"),
        Feature("""{"name":"ถนนจังหวัดอื่น","owner":"กรมทางหลวง"}""", "[[101.55,15.3621],[101.57,15.3621]]"));

    TestApp app = null!;
    Visitor administrator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        administrator = await app.SignInAsync(OfficerRole.Administrator);
    }

    public ValueTask DisposeAsync()
    {
        administrator.Dispose();
        return app.DisposeAsync();
    }

    static string Feature(string properties, string line) =>
        $$"""{"type":"Feature","properties":{{properties}},"geometry":{"type":"LineString","coordinates":{{line}} } }""";

    static string File(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    RoadMap Map => app.Services.GetRequiredService<CurrentRoads>().Map;

    async Task<Page> BringAsync(string text) => await administrator.FollowAsync(await administrator.SubmitAsync(
        await administrator.GetAsync(Address), "form.setting-form", files: [new("Picked", "roads.geojson", Encoding.UTF8.GetBytes(text), "application/geo+json")]));

    async Task TakeAsync() => await administrator.SubmitAsync(await BringAsync(Sound), "main form");

    [Fact]
    public async Task A_file_is_looked_through_before_it_is_taken_and_the_owners_are_understood()
    {
        var draft = await BringAsync(Sound);

        Assert.Contains("พร้อมนำเข้า 2 เส้น", draft.Words, StringComparison.Ordinal);
        Assert.Contains("อยู่นอกจังหวัด 1 เส้น", draft.Words, StringComparison.Ordinal);
        Assert.Empty(Map.Roads);
        var list = await administrator.FollowAsync(await administrator.SubmitAsync(draft, "main form"));

        Assert.Equal([("309", "ถนนทดสอบหลวง", "doh"), ("อย.1001", "ถนนของเรา", "")], Map.Roads.Select(road => (road.Code, road.Name, road.OwnerCode)));
        Assert.Contains("ถนนทดสอบหลวง (309)", list.Words, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.RoadDrafts.CountAsync()));
    }

    [Fact]
    public async Task A_file_with_problems_names_each_feature_and_changes_nothing()
    {
        await TakeAsync();
        var draft = await BringAsync(File(
            Feature("""{"name":"ถนนดี"}""", "[[100.55,14.35],[100.57,14.35]]"),
            Feature("""{"name":"ถนนเจ้าของแปลก","owner":"บริษัทไฟสวย"}""", "[[100.55,14.35],[100.57,14.35]]"),
            Feature("""{"name":"ถนนสลับแกน"}""", "[[14.35,100.55],[14.35,100.57]]"),
            Feature("""{"name":"ถนนสั้น"}""", "[[100.55,14.35]]"),
            Feature("""{"name":"ถนนยูทีเอ็ม"}""", "[[668000,1587000],[668100,1587000]]")));

        Assert.Equal(4, draft.Html.QuerySelectorAll(".geo-problems li").Length);
        foreach (var name in (string[])["รายการที่ 2 (ถนนเจ้าของแปลก)", "รายการที่ 3 (ถนนสลับแกน)", "รายการที่ 4 (ถนนสั้น)", "รายการที่ 5 (ถนนยูทีเอ็ม)"])
            Assert.Contains(name, draft.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitAsync(draft, "main form")).Status);
        Assert.Equal(2, Map.Roads.Count);
    }

    [Fact]
    public async Task Properties_are_mapped_by_hand_and_all_roads_replaced()
    {
        await TakeAsync();
        var draft = await BringAsync(File(Feature("""{"ชื่อเรียก":"ถนนใหม่"}""", "[[100.55,14.35],[100.57,14.35]]")));

        await administrator.SubmitAsync(draft, "main form", [("NameProperty", "ชื่อเรียก"), ("OwnerOtherwise", "pea"), ("Replace", "true")]);

        Assert.Equal([("ถนนใหม่", "pea")], Map.Roads.Select(road => (road.Name, road.OwnerCode)));
    }

    [Fact]
    public async Task A_road_is_given_to_another_owner_and_exported_and_all_are_removed()
    {
        await TakeAsync();
        var road = $"{Address}/{Map.Roads[1].Id}";

        await administrator.SubmitAsync(await administrator.GetAsync(road), "main form", [("Owner", "drr")]);
        Assert.Equal("drr", Map.Roads[1].OwnerCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitAsync(await administrator.GetAsync(road), "main form", [("Owner", "nobody")])).Status);

        var export = await administrator.GetAsync($"{Address}?handler=Export");
        Assert.Equal("application/geo+json", export.Response.Content.Headers.ContentType!.MediaType);
        await administrator.SubmitAsync(await administrator.GetAsync(Address), "form[action*='handler=Clear']");
        Assert.Empty(Map.Roads);
        await administrator.SubmitAsync(await BringAsync(export.Text), "main form");
        Assert.Equal(["doh", "drr"], Map.Roads.Select(one => one.OwnerCode));
    }

    [Fact]
    public async Task The_citizen_is_told_kindly_whose_the_lamp_probably_is_and_the_report_is_taken()
    {
        await TakeAsync();
        using var citizen = app.NewVisitor();

        using var answer = await citizen.Client.PostAsJsonAsync("/report/here", new { latitude = 14.3522, longitude = 100.56 }, TestContext.Current.CancellationToken);
        var here = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("ถนนทดสอบหลวง (309)", here["road"]!.GetValue<string>());
        Assert.Contains("กรมทางหลวง", here["note"]!.GetValue<string>(), StringComparison.Ordinal);
        var receipt = await citizen.FollowAsync(await citizen.SubmitAsync(await citizen.GetAsync("/report"), "form[data-report]",
            [("Form.Fault", "lamp_out"), ("Form.Latitude", "14.3522"), ("Form.Longitude", "100.56"), ("Form.Name", "ทดสอบ"), ("Form.Phone", "0812345678"), ("Form.Acknowledged", "true")]));

        Assert.Contains("น่าจะอยู่ในความดูแลของกรมทางหลวง", receipt.Words, StringComparison.Ordinal);
        Assert.True(receipt.Has(".reference"));
    }

    [Fact]
    public async Task The_officer_sees_the_evidence_and_the_forwarding_is_chosen_beforehand()
    {
        await TakeAsync();
        var theirs = await Given.ARequestAsync(app);
        var ours = await Given.ARequestAsync(app, it => it.Sent(sent => sent with { Place = sent.Place with { Latitude = 14.3622, Longitude = 100.56, PoleNumber = "" } }));
        using var officer = await Desk.OfficerAsync(app);

        var forward = await officer.GetAsync(Desk.AddressOf(theirs, Act.Forward));
        Assert.Equal("doh", forward.Html.QuerySelector("[name=Listed][checked]")!.GetAttribute("value"));
        Assert.Contains("ถนนทดสอบหลวง (309)", forward.TextOf(".place-evidence"), StringComparison.Ordinal);
        Assert.Contains("เมตร", forward.TextOf(".place-evidence"), StringComparison.Ordinal);
        Assert.Contains("กรมทางหลวง", (await officer.GetAsync(Desk.AddressOf(theirs, Act.Check))).TextOf(".place-evidence"), StringComparison.Ordinal);
        Assert.Contains("หน่วยงานเรา", (await officer.GetAsync($"/officer/requests/{ours.Reference}")).TextOf(".place-evidence"), StringComparison.Ordinal);
        Assert.False((await officer.GetAsync(Desk.AddressOf(ours, Act.Forward))).Has("[name=Listed][checked]"));
    }

    [Fact]
    public async Task A_pole_of_the_register_says_more_than_the_road_beside_it()
    {
        await TakeAsync();
        var request = await Given.ARequestAsync(app);
        await app.WithDbAsync(async db =>
        {
            db.Poles.Add(Given.APole(7, "TEST-12", 14.352_1, 100.562, known: facts => facts with { OwnerCode = "pea" }));
            return await db.SaveChangesAsync();
        });
        using var officer = await Desk.OfficerAsync(app);

        var forward = await officer.GetAsync(Desk.AddressOf(request, Act.Forward));

        Assert.Equal("pea", forward.Html.QuerySelector("[name=Listed][checked]")!.GetAttribute("value"));
        Assert.Contains("TEST-12", forward.TextOf(".place-evidence"), StringComparison.Ordinal);
    }
}
