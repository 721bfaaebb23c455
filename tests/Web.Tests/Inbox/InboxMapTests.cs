using System.Net;
using System.Text.Json.Nodes;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Inbox;

public sealed class InboxMapTests : IAsyncLifetime
{
    const string Near = "zoom=17&bbox=100.55,14.34,100.58,14.36";

    TestApp app = null!;
    Visitor officer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        officer = await app.SignInAsync(OfficerRole.Officer);
    }

    public ValueTask DisposeAsync()
    {
        officer.Dispose();
        return app.DisposeAsync();
    }

    async Task<JsonNode> ReadAsync(string query) => JsonNode.Parse((await officer.GetAsync("/officer/map/reports.json?" + query)).Text)!;

    static string[] References(JsonNode found) => [.. found["reports"]!.AsArray().Select(report => report!["reference"]!.GetValue<string>()).Order(StringComparer.Ordinal)];

    Task<ServiceRequest> AddAsync(double latitude, double longitude, Func<Story, Story>? tell = null) => Given.ARequestAsync(app, it =>
        (tell ?? (story => story))(it.SubmittedAgo(days: 1).Sent(sent => sent with { Place = sent.Place with { Latitude = latitude, Longitude = longitude } })));

    [Fact]
    public async Task What_is_open_stands_exactly_where_it_was_reported_and_the_filters_of_the_inbox_narrow_it()
    {
        var dark = await AddAsync(14.352123, 100.561987);
        var danger = await AddAsync(14.352345, 100.562345, it => it.Of("wire_down", "สายไฟขาด"));
        var done = await AddAsync(14.3525, 100.5625, it => it.Accepted().Started().Completed());
        var unplaced = await Given.ARequestAsync(app, it => it.Sent(sent => sent with { Place = new Place("140101", "", "", "", "", null, null) }));
        await AddAsync(14.5, 100.7);

        var found = await ReadAsync(Near);

        Assert.Equal(new[] { dark.Reference, danger.Reference, unplaced.Reference }.Order(StringComparer.Ordinal), References(found));
        var one = found["reports"]!.AsArray().Single(report => report!["reference"]!.GetValue<string>() == dark.Reference)!;
        Assert.Equal((14.352123, 100.561987), (one["lat"]!.GetValue<double>(), one["lng"]!.GetValue<double>()));
        Assert.Equal("waiting", one["status"]!.GetValue<string>());
        Assert.Equal("รอรับเรื่อง", one["statusName"]!.GetValue<string>());
        Assert.Equal($"/officer/requests/{dark.Reference}", one["url"]!.GetValue<string>());
        Assert.DoesNotContain("ทดสอบ ใจดี", found.ToJsonString(), StringComparison.Ordinal);
        Assert.True(found["reports"]!.AsArray().Single(report => report!["reference"]!.GetValue<string>() == unplaced.Reference)!["approximate"]!.GetValue<bool>());
        Assert.Contains("เร่งด่วน", found["reports"]!.AsArray().Single(report => report!["reference"]!.GetValue<string>() == danger.Reference)!["note"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal([danger.Reference], References(await ReadAsync(Near + "&fault=wire_down")));
        Assert.Equal([done.Reference], References(await ReadAsync(Near + "&status=completed")));
        Assert.Empty(References(await ReadAsync(Near + "&whose=mine")));
    }

    [Fact]
    public async Task Many_at_one_place_are_one_mark_until_the_map_is_near_enough()
    {
        for (var number = 0; number < 70; number++)
            await AddAsync(14.3521 + number * 0.00001, 100.5619, number % 7 == 0 ? it => it.Accepted().Started() : null);

        var far = await ReadAsync("zoom=10&bbox=100,14,101,15");
        var near = await ReadAsync("zoom=18&bbox=100.56,14.35,100.565,14.355");

        Assert.Equal(70, far["total"]!.GetValue<int>());
        Assert.Empty(References(far));
        var group = Assert.Single(far["groups"]!.AsArray())!;
        Assert.Equal((70, 60, 10), (group["count"]!.GetValue<int>(), group["waiting"]!.GetValue<int>(), group["working"]!.GetValue<int>()));
        Assert.InRange(group["lat"]!.GetValue<double>(), group["south"]!.GetValue<double>(), group["north"]!.GetValue<double>());
        Assert.Equal(70, References(near).Length);
    }

    [Fact]
    public async Task Only_those_who_may_read_the_inbox_see_it_and_nothing_in_between_keeps_it()
    {
        using var nobody = app.NewVisitor();
        using var crew = await app.SignInAsync(OfficerRole.Crew);

        var answer = await officer.GetAsync("/officer/map/reports.json?" + Near);
        Assert.Equal("no-store", answer.Response.Headers.CacheControl!.ToString());
        Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync("/officer/map/reports.json?" + Near)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync("/officer/map")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await crew.GetAsync("/officer/map/reports.json?" + Near)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await crew.GetAsync("/officer/map")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.GetAsync("/officer/map/reports.json?zoom=17&bbox=1,2,3")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.GetAsync("/officer/map/reports.json?zoom=19&bbox=100,14,101,15")).Status);
    }
}
