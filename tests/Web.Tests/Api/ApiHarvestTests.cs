using System.Net;
using System.Text.Json.Nodes;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Api;

/// <summary>A mirror takes over what changed, page by page, while others write.</summary>
public sealed class ApiHarvestTests : IAsyncLifetime
{
    const int Writers = 3, Each = 12;

    TestApp app = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(settings: new() { ["Songthang:RateLimits:Api:Permits"] = "1000000" });
        visitor = app.NewVisitor();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Pages_of_changes_miss_none_and_repeat_none_while_others_write()
    {
        var before = new List<string>();
        for (var i = 0; i < 9; i++)
            before.Add((await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 20))).Reference);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(WriteAsync)));
        var seen = new List<(string Reference, string Written)>();
        var since = "2026-11-01T00:00:00Z";

        // Two rounds after the last write: the first may have begun before it.
        for (var quiet = 0; quiet < 2;)
        {
            if (writing.IsCompleted)
                quiet++;
            for (var next = $"/api/v1/requests?size=4&updated_after={Uri.EscapeDataString(since)}"; next is not null;)
            {
                var page = JsonNode.Parse((await visitor.GetAsync(next)).Text)!;
                seen.AddRange(page["items"]!.AsArray().Select(item => (item!["reference"]!.GetValue<string>(), item.ToJsonString())));
                since = page["updatedUpTo"]?.GetValue<string>() ?? since;
                next = page["next"]?.GetValue<string>();
            }
        }

        var written = await writing;
        Assert.Equal(before.Concat(written.SelectMany(of => of)).Order(), seen.Select(one => one.Reference).Distinct().Order());
        // One that was checked after it had been read comes a second time, as it is then; never one as it was.
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.All(seen.GroupBy(one => one.Reference), same => Assert.InRange(same.Count(), 1, 2));
    }

    [Fact]
    public async Task Of_a_part_only_its_changes_come_and_what_makes_no_sense_is_said()
    {
        var one = await Given.ARequestAsync(app, it => it.In("140102"));
        await Given.ARequestAsync(app, it => it.In("140101"));

        var page = JsonNode.Parse((await visitor.GetAsync("/api/v1/requests?tambon=140102&updated_after=2026-11-23T10:00:00+07:00")).Text)!;
        var none = JsonNode.Parse((await visitor.GetAsync($"/api/v1/requests?updated_after={(await NewestAsync())}")).Text)!;
        var wrong = await visitor.GetAsync("/api/v1/requests?updated_after=yesterday");

        Assert.Empty(page["items"]!.AsArray());
        Assert.Empty(none["items"]!.AsArray());
        Assert.Null(none["updatedUpTo"]);
        Assert.Equal(one.Reference, JsonNode.Parse((await visitor.GetAsync("/api/v1/requests?tambon=140102&updated_after=2026-11-22")).Text)!["items"]![0]!["reference"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("updated_after", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_holds_until_something_changes()
    {
        var request = await Given.ARequestAsync(app);
        var address = $"/api/v1/requests/{request.Reference}";
        var first = (await visitor.GetAsync(address)).Response.Headers.ETag!;

        await Given.LaterAsync(app, request, it => it.Checked("ไฟดับ"));
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first);
        using var second = await visitor.Client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(first, second.Headers.ETag);
    }

    async Task<string> NewestAsync() => JsonNode.Parse((await visitor.GetAsync("/api/v1/requests?updated_after=2026-11-01")).Text)!["updatedUpTo"]!.GetValue<string>();

    async Task<List<string>> WriteAsync()
    {
        var written = new List<string>();
        for (var i = 0; i < Each; i++)
        {
            var request = await Given.ARequestAsync(app);
            written.Add(request.Reference);
            if (i % 3 == 0)
                await Given.LaterAsync(app, request, it => it.Checked("ไฟดับ"));
        }

        return written;
    }
}
