using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.PublicMap;

public sealed class MapReportsTests : IAsyncLifetime
{
    // About 5 by 4 kilometres around the place of Given's requests.
    const string Town = "100.55,14.33,100.60,14.37";

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
    public async Task Groups_and_marks_of_each_zoom_are_the_reports_of_the_list_under_each_filter()
    {
        var tambon = ReferenceData.Province.Find("140101")!.Centre;
        for (var i = 0; i < 12; i++)
        {
            var at = (tambon.Latitude + i % 4 * 0.0021, tambon.Longitude + i % 3 * 0.0023);
            await Given.ARequestAsync(app, it => Life(it.Sent(s => s with
            {
                FaultCode = i % 2 == 0 ? "lamp_out" : "flicker",
                Place = s.Place with { TambonCode = i % 5 == 0 ? "140102" : "140101", Road = i % 4 == 0 ? "ถนนโรจนะ" : "ถนนทดสอบ", Latitude = at.Item1, Longitude = at.Item2 },
            }).SubmittedAgo(days: i), i));
        }

        foreach (var filter in (string[])["", "status=waiting", "status=completed", "status=open", "status=not-repaired", "fault=flicker", "amphoe=1401", "tambon=140102",
            "amphoe=1401&fault=lamp_out&status=in-progress", "amphoe=none", "q=โรจนะ", "received-from=2026-11-18", "received-to=2026-11-20&status=waiting", "done-from=2026-11-15", "within=yes"])
        {
            var list = await visitor.GetAsync("/reports?" + filter);
            Assert.Equal(HttpStatusCode.OK, list.Status);
            var listed = list.Html.QuerySelectorAll("tbody tr").Length;
            for (var zoom = 0; zoom <= 17; zoom++)
            {
                var map = await MapAsync(zoom, Town, filter);
                var groups = map["groups"]!.AsArray();

                Assert.Equal(listed, map["total"]!.GetValue<int>());
                Assert.Equal(listed, groups.Sum(group => group!["count"]!.GetValue<int>()) + map["reports"]!.AsArray().Count);
                Assert.All(groups, group => Assert.Equal(
                    group!["count"]!.GetValue<int>(), ((string[])["waiting", "working", "done", "other"]).Sum(kind => group[kind]!.GetValue<int>())));
                Assert.All(groups, group => Assert.True(
                    Number(group!, "lat") >= Number(group!, "south") && Number(group!, "lat") <= Number(group!, "north")
                    && Number(group!, "lng") >= Number(group!, "west") && Number(group!, "lng") <= Number(group!, "east")));
                Assert.True(zoom < 17 || groups.Count == 0);
            }
        }

        Assert.Single((await MapAsync(5, Town))["groups"]!.AsArray());
    }

    static Story Life(Story it, int number) => (number % 6) switch
    {
        0 => it,
        1 => it.Checked(),
        2 => it.Accepted(),
        3 => it.Accepted().Started(),
        4 => it.Accepted().After(hours: 2).Completed(),
        _ => it.Checked().Forwarded(),
    };

    [Fact]
    public async Task A_mark_tells_what_the_list_tells_and_leads_to_the_report()
    {
        var request = await Given.ARequestAsync(app, it => it.Of("section_out").In("140101", "ถนนโรจนะ").Accepted().Started());

        var mark = Assert.Single((await MapAsync(18, "100.561,14.351,100.563,14.353"))["reports"]!.AsArray())!;

        Assert.Equal(request.Reference, mark["reference"]!.GetValue<string>());
        // Four decimals of what was sent, no more.
        Assert.Equal((14.3521, 100.562), (Number(mark, "lat"), Number(mark, "lng")));
        Assert.False(mark["approximate"]!.GetValue<bool>());
        Assert.Equal("working", mark["status"]!.GetValue<string>());
        Assert.Equal("กำลังดำเนินการ", mark["statusName"]!.GetValue<string>());
        Assert.Contains("ถนนโรจนะ", mark["place"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(mark["url"]!.GetValue<string>())).Status);
        var english = Assert.Single((await MapAsync(18, "100.561,14.351,100.563,14.353", "lang=en"))["reports"]!.AsArray())!;
        Assert.Equal("In progress", english["statusName"]!.GetValue<string>());
        Assert.Contains("Tambon Pratu Chai", english["place"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_check_a_report_stands_in_the_middle_of_its_tambon_and_without_one_nowhere()
    {
        var centre = ReferenceData.Province.Find("140101")!.Centre;
        var request = await Given.ARequestAsync(app);
        await Given.ARequestAsync(app, it => it.In(""));

        Assert.Equal(0, (await MapAsync(18, "100.5615,14.3515,100.5625,14.3525"))["total"]!.GetValue<int>());
        var (answer, all) = await AnswerAsync("/map/reports.json?zoom=9&bbox=99,13,102,16");
        var mark = Assert.Single(JsonNode.Parse(all)!["reports"]!.AsArray())!;
        Assert.Equal((Math.Round(centre.Latitude, 4), Math.Round(centre.Longitude, 4)), (Number(mark, "lat"), Number(mark, "lng")));
        Assert.True(mark["approximate"]!.GetValue<bool>());
        Assert.DoesNotContain("ถนนทดสอบ", all, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("public, max-age=10", answer.Headers.CacheControl!.ToString());

        await Given.LaterAsync(app, request, it => it.Checked());
        app.Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(1, (await MapAsync(18, "100.5615,14.3515,100.5625,14.3525"))["total"]!.GetValue<int>());
        Assert.Equal(1, (await MapAsync(9, "99,13,102,16"))["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task Who_has_the_same_already_gets_it_not_again()
    {
        await Given.ARequestAsync(app, it => it.Accepted());
        var address = $"/map/reports.json?zoom=14&bbox={Town}";
        var (first, _) = await AnswerAsync(address);

        var (again, nothing) = await AnswerAsync(address, first.Headers.ETag);
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, nothing));

        await Given.ARequestAsync(app, it => it.Accepted());
        app.Time.Advance(TimeSpan.FromSeconds(11));
        var (changed, _) = await AnswerAsync(address, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Where_more_stand_than_can_be_drawn_they_are_groups_also_at_the_deepest_zooms()
    {
        await ManyAsync(310);

        var map = await MapAsync(17, "100.560,14.350,100.565,14.355");

        Assert.Equal(310, map["total"]!.GetValue<int>());
        Assert.NotEmpty(map["groups"]!.AsArray());
        Assert.Equal(310, map["groups"]!.AsArray().Sum(group => group!["count"]!.GetValue<int>()) + map["reports"]!.AsArray().Count);
        var few = await MapAsync(17, "100.560,14.350,100.565,14.355", "fault=flicker");
        Assert.Equal((155, 0), (few["reports"]!.AsArray().Count, few["groups"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("zoom=14")]
    [InlineData("zoom=-1&bbox=100,14,101,15")]
    [InlineData("zoom=23&bbox=100,14,101,15")]
    [InlineData("zoom=4.5&bbox=100,14,101,15")]
    [InlineData("zoom=14&bbox=100,14,101")]
    [InlineData("zoom=14&bbox=101,14,100,15")]
    [InlineData("zoom=14&bbox=100,NaN,101,15")]
    [InlineData("zoom=14&bbox=100,14,101,95")]
    [InlineData("zoom=14&bbox=1e2,14,101,15")]
    [InlineData("zoom=18&bbox=100,14,101,15")]
    public async Task What_is_no_rectangle_of_a_screen_is_refused_in_both_languages(string query)
    {
        var (answer, text) = await AnswerAsync("/map/reports.json?" + query);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var detail = JsonNode.Parse(text)!["detail"]!.GetValue<string>();
        Assert.Contains(detail, c => c is >= 'ก' and <= '๛');
        Assert.Contains(detail, char.IsAsciiLetter);
    }

    async Task<JsonNode> MapAsync(int zoom, string box, string filter = "")
    {
        var (answer, text) = await AnswerAsync(string.Create(CultureInfo.InvariantCulture, $"/map/reports.json?zoom={zoom}&bbox={box}&{filter}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(text)!;
    }

    async Task<(HttpResponseMessage Answer, string Text)> AnswerAsync(string address, EntityTagHeaderValue? known = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
            message.Headers.IfNoneMatch.Add(known);
        var answer = await visitor.Client.SendAsync(message, TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    Task<int> ManyAsync(int count) => app.WithDbAsync(async db =>
    {
        var now = app.Time.GetUtcNow().UtcDateTime;
        for (var i = 1; i <= count; i++)
        {
            var request = ServiceRequest.Submit(
                new Submission(
                    Reference.Create(2569, i).ToString(), $"secret-{i}", i % 2 == 0 ? "flicker" : "lamp_out", "", null,
                    new Place("140101", "", "", "", "", 14.351 + i % 20 * 0.0001, 100.561 + i / 20 * 0.0001),
                    new Requester("ทดสอบ ใจดี", "0812345678", "", ToldBy.OwnPage, "th"), IntakeChannel.Web, []),
                FaultTypes.Shipped, Actor.Requester, now);
            request.CheckDetails(null, [], false, Given.Officer, now);
            db.ServiceRequests.Add(request);
        }

        return await db.SaveChangesAsync();
    });

    static double Number(JsonNode of, string name) => of[name]!.GetValue<double>();
}
