using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Officers;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Geodata;

public sealed class BoundariesTests : IAsyncLifetime
{
    const string Address = "/officer/settings/boundaries", Form = "form.setting-form";

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

    CurrentBoundaries Current => app.Services.GetRequiredService<CurrentBoundaries>();

    async Task<Page> BringAsync(string text, string attribution = "") => await administrator.SubmitAsync(
        await administrator.GetAsync(Address), Form, [("Attribution", attribution)],
        [new("Picked", "tambons.geojson", Encoding.UTF8.GetBytes(text), "application/geo+json")]);

    [Fact]
    public async Task A_file_is_seen_on_the_map_before_it_holds_and_what_held_before_can_be_taken_up_again()
    {
        var preview = await administrator.FollowAsync(await BringAsync(VoronoiTambons.GeoJson, "ขอบเขตทดสอบ"));

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("209 จาก 209", preview.Words, StringComparison.Ordinal);
        Assert.Contains("ขอบเขตทดสอบ", preview.Words, StringComparison.Ordinal);
        Assert.True(Current.Map.IsEmpty);
        var shapes = await administrator.GetAsync($"{preview.Address.AbsolutePath}?handler=Shapes");
        Assert.Equal(209, JsonNode.Parse(shapes.Text)!["features"]!.AsArray().Count);

        var used = await administrator.FollowAsync(await administrator.SubmitAsync(preview, "main form"));

        Assert.Contains("ใช้ตั้งแต่", used.Words, StringComparison.Ordinal);
        Assert.Equal((209, "ขอบเขตทดสอบ"), (Current.Map.Boundaries.Count, Current.Attribution));

        await administrator.SubmitAsync(used, "form[action*='handler=None']");
        Assert.True(Current.Map.IsEmpty);
        await administrator.SubmitAsync(await administrator.GetAsync(preview.Address.AbsolutePath), "main form");
        Assert.False(Current.Map.IsEmpty);
        Assert.Equal(3, await app.WithDbAsync(db => db.BoundaryUses.CountAsync()));
        Assert.Equal(4, await app.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Subject == "boundaries")));
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_its_feature_and_what_held_before_still_holds()
    {
        await administrator.SubmitAsync(await administrator.FollowAsync(await BringAsync(VoronoiTambons.GeoJson)), "main form");
        var before = Current.Number;
        var file = VoronoiTambons.Parsed();
        file["features"]![3]!["geometry"]!["coordinates"]![0]!.AsArray().RemoveAt(0);
        file["features"]![9]!["properties"]!["tambon_code"] = "10";

        var refused = await BringAsync(file.ToJsonString(), "ที่มาที่พิมพ์ไว้");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(2, refused.Html.QuerySelectorAll(".geo-problems li").Length);
        Assert.Contains("รายการที่ 4 (", refused.Words, StringComparison.Ordinal);
        Assert.Contains("รายการที่ 10 (10)", refused.Words, StringComparison.Ordinal);
        Assert.Equal("ที่มาที่พิมพ์ไว้", refused.Html.QuerySelector("[name=Attribution]")!.GetAttribute("value"));
        Assert.Equal((before, 209, 1), (Current.Number, Current.Map.Boundaries.Count, await app.WithDbAsync(db => db.BoundarySets.CountAsync())));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitAsync(await administrator.GetAsync(Address), Form)).Status);
    }

    [Fact]
    public async Task Another_process_takes_the_borders_over_on_its_next_round()
    {
        await administrator.SubmitAsync(await administrator.FollowAsync(await BringAsync(VoronoiTambons.GeoJson)), "main form");
        var elsewhere = new CurrentBoundaries();

        await app.WithDbAsync(async db =>
        {
            await new BoundaryStore(db, elsewhere).RefreshAsync(TestContext.Current.CancellationToken);
            return 0;
        });

        Assert.Equal(Current.Map.Boundaries.Select(boundary => boundary.TambonCode), elsewhere.Map.Boundaries.Select(boundary => boundary.TambonCode));
    }

    [Fact]
    public async Task With_borders_a_position_says_its_tambon_and_a_report_without_one_gets_it()
    {
        var here = ReferenceData.Province.Tambons[42].Centre;
        using var citizen = app.NewVisitor();
        var before = await HereAsync(citizen, here.Latitude, here.Longitude);
        Assert.Null(before["tambon"]);
        Assert.Equal(3, before["nearest"]!.AsArray().Count);

        await administrator.SubmitAsync(await administrator.FollowAsync(await BringAsync(VoronoiTambons.GeoJson)), "main form");

        var after = await HereAsync(citizen, here.Latitude, here.Longitude);
        Assert.Equal(ReferenceData.Province.Tambons[42].Code, after["tambon"]!.GetValue<string>());
        Assert.True((await HereAsync(citizen, 13.7563, 100.5018))["outside"]!.GetValue<bool>());

        (string, string?)[] place =
        [
            ("Form.Fault", "lamp_out"), ("Form.Latitude", Number(here.Latitude)), ("Form.Longitude", Number(here.Longitude)),
            ("Form.Name", "ทดสอบ"), ("Form.Acknowledged", "true"),
        ];
        var again = await citizen.SubmitAsync(await citizen.GetAsync("/report"), "form[data-report]", place);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(ReferenceData.Province.Tambons[42].Code, again.Html.QuerySelector("[name='Form.Tambon'] option[selected]")!.GetAttribute("value"));
        await citizen.SubmitAsync(
            await citizen.GetAsync("/report"), "form[data-report]", [.. place, ("Form.Phone", "0812345678"), ("Form.Tambon", "")]);
        Assert.Equal(ReferenceData.Province.Tambons[42].Code, (await app.WithDbAsync(db => db.ServiceRequests.SingleAsync())).Place.TambonCode);
    }

    [Fact]
    public async Task Without_borders_and_scripts_the_nearest_three_stand_first_in_the_list()
    {
        using var citizen = app.NewVisitor();

        var again = await citizen.SubmitAsync(await citizen.GetAsync("/report"), "form[data-report]",
            [("Form.Latitude", "14.352123"), ("Form.Longitude", "100.561987")]);

        Assert.Equal(3, again.Html.QuerySelectorAll("[name='Form.Tambon'] optgroup:first-of-type option").Length);
        Assert.True(again.Has("[name='Form.Tambon'] optgroup[data-near]"));
    }

    static string Number(double degrees) => degrees.ToString(CultureInfo.InvariantCulture);

    static async Task<JsonNode> HereAsync(Visitor citizen, double latitude, double longitude)
    {
        using var answer = await citizen.Client.PostAsJsonAsync("/report/here", new { latitude, longitude }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
