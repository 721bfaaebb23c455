using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.PublicMap;

public class MapPageTests
{
    [Fact]
    public async Task The_map_has_the_lists_filters_and_each_leads_to_the_other_with_them()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:Agency:Map:Tiles"] = "https://{s}.tiles.example/{z}/{x}/{y}.png" });
        var done = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Accepted().Started().Completed());
        var waiting = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 2).Accepted());
        using var visitor = app.NewVisitor();

        var all = await visitor.GetAsync("/map");
        var map = await visitor.GetAsync("/map?status=completed&tambon=140101&q=");
        var list = await visitor.GetAsync("/reports?status=completed&tambon=140101");

        Assert.Contains(waiting.Reference, all.Words, StringComparison.Ordinal);
        Assert.Contains(done.Reference, map.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(waiting.Reference, map.Words, StringComparison.Ordinal);
        Assert.True(map.Has("select[name=status] option[value=completed][selected]"));
        Assert.True(map.Has("a[href='/reports?status=completed&amphoe=1401&tambon=140101']"));
        Assert.True(list.Has("a[href='/map?status=completed&amphoe=1401&tambon=140101']"));
        // It begins at the tambon, asks for what the filter lets through, and knows its tiles; without scripts nothing is missing.
        Assert.True(map.Has("[data-reports-map][data-zoom='14'][data-ground='/map/base'][data-reports='/map/reports.json?status=completed&amphoe=1401&tambon=140101']"));
        Assert.True(all.Has("[data-reports-map][data-zoom='10'][data-latitude='14.353'][data-tiles='https://{s}.tiles.example/{z}/{x}/{y}.png']"));
        Assert.True(all.Has("[data-needs-script][hidden]"));
        // The shipped attribution links to the licence of the data, as OpenStreetMap asks.
        Assert.Equal(
            "© <a href=\"https://www.openstreetmap.org/copyright\" target=\"_blank\" rel=\"noopener\">OpenStreetMap contributors</a>",
            all.Html.QuerySelector("[data-reports-map]")!.GetAttribute("data-attribution"));
        Assert.True(all.Has(".site-nav a[href='/map'][aria-current=page]"));
        Assert.Contains("img-src 'self' data: blob: https://*.tiles.example;", string.Join(' ', all.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False((await visitor.GetAsync("/report")).Has("script[src*='map']"));
    }
}
