using System.Text;
using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Web.Features.Surveying;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Citizens;

/// <summary>With borders and roads loaded, and no tile of the map to be had.</summary>
public sealed class WhereTests(Chromium chromium) : IAsyncLifetime
{
    internal const string Road = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ref":"309","name":"ถนนทดสอบหลวง","owner":"กรมทางหลวง"},
        "geometry":{"type":"LineString","coordinates":[[100.55,14.3521],[100.57,14.3521]]}}]}
        """;

    TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        var now = app.Time.GetUtcNow().UtcDateTime;
        await app.WithAsync((ImportBoundaries import) => import.RunAsync(
            new(Bytes(VoronoiTambons.GeoJson), "tambons.geojson", "ขอบเขตทดสอบ", AtOnce: true), Actor.System, now, CancellationToken.None));
        await app.WithAsync((ImportRoads import) => import.RunAsync(
            new(Bytes(Road), "roads.geojson", null, Replace: false), Actor.System, now, CancellationToken.None));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    internal static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    [Fact]
    public async Task The_position_of_the_phone_preselects_the_tambon_offers_the_road_and_says_whose_the_lamp_is()
    {
        await using var citizen = await chromium.NewPersonAsync(app, Screen.Phone, ReportPage.TellsPosition);
        await citizen.OpenAsync("/report");
        var tambon = citizen.Page.Locator("[data-tambon]");

        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "ใช้ตำแหน่งปัจจุบัน" }).ClickAsync();

        var expected = VoronoiTambons.At(Domain.Geography.Position.Create(ReportPage.Here.Latitude, ReportPage.Here.Longitude));
        await Expect(tambon).ToHaveValueAsync(expected.Code);
        await Expect(citizen.Page.Locator("[data-owner-note]")).ToContainTextAsync("กรมทางหลวง");
        await Expect(citizen.Page.Locator("[data-nearest]")).ToBeHiddenAsync();
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "ใช้ถนนที่ใกล้ที่สุด" }).ClickAsync();
        await Expect(citizen.Page.GetByLabel("ถนน สาย หรือซอย")).ToHaveValueAsync("ถนนทดสอบหลวง (309)");

        // What a person chose stays, wherever the pin goes.
        await citizen.OpenAsync("/report?again");
        await citizen.Page.Locator("[data-amphoe]").SelectOptionAsync("1402");
        await tambon.SelectOptionAsync("140201");
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "ใช้ตำแหน่งปัจจุบัน" }).ClickAsync();
        await Expect(citizen.Page.Locator("[data-owner-note]")).ToContainTextAsync("กรมทางหลวง");
        await Expect(tambon).ToHaveValueAsync("140201");
        citizen.IsContent();
    }

    [Fact]
    public async Task Borders_are_seen_on_the_map_before_they_hold_without_any_tile()
    {
        await using var administrator = await chromium.NewPersonAsync(app, Screen.Desk);
        administrator.Expects("ERR_FAILED");
        await administrator.Context.RouteAsync("https://tile.openstreetmap.org/**", route => route.AbortAsync());
        await app.CreateAccountAsync("admin-of-borders", OfficerRole.Administrator);
        await administrator.SignInAsync("admin-of-borders");

        await administrator.OpenAsync("/officer/settings/boundaries");
        await administrator.Page.GetByLabel("ไฟล์ GeoJSON").SetInputFilesAsync(
            new FilePayload { Name = "new.geojson", MimeType = "application/geo+json", Buffer = Encoding.UTF8.GetBytes(VoronoiTambons.GeoJson) });
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "ตรวจไฟล์และดูบนแผนที่" }).ClickAsync();

        await Expect(administrator.Page.Locator("[data-shapes][data-shown]")).ToBeVisibleAsync();
        await Expect(administrator.Page.Locator("[data-shapes] path")).ToHaveCountAsync(209);
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "ใช้ขอบเขตนี้" }).ClickAsync();
        await Expect(administrator.Page.GetByRole(AriaRole.Link, new() { Name = "new.geojson" }).First).ToBeVisibleAsync();
        administrator.IsContent();
    }
}
