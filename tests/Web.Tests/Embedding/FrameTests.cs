using System.Net;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Embedding;

public sealed class FrameTests : IAsyncLifetime
{
    TestApp app = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        visitor = app.NewVisitor();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_frame_may_be_framed_and_it_sets_no_cookie()
    {
        await Given.ARequestAsync(app, it => it.Checked());

        var frame = await visitor.GetAsync("/embed?theme=dark&lang=en&amphoe=1401");
        var code = await visitor.GetAsync("/embed/code");

        Assert.Contains("frame-ancestors *", Policy(frame), StringComparison.Ordinal);
        Assert.False(frame.Response.Headers.Contains("X-Frame-Options"));
        Assert.False(frame.Response.Headers.Contains("Set-Cookie"));
        Assert.Empty(frame.Html.QuerySelectorAll("script"));
        Assert.Equal(("en", true), (frame.Html.DocumentElement.GetAttribute("lang"), frame.Has("body.embed-dark")));
        Assert.Contains("frame-ancestors 'none'", Policy(code), StringComparison.Ordinal);
        Assert.True(code.Response.Headers.Contains("X-Frame-Options"));
        static string Policy(Page page) => page.Response.Headers.GetValues("Content-Security-Policy").Single();
    }

    [Fact]
    public async Task The_frame_shows_the_newest_reports_of_its_part_and_how_many_are_done()
    {
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 2).Accepted().Started().Completed());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 60));
        var elsewhere = await Given.ARequestAsync(app, it => it.In("140405"));

        var whole = await visitor.GetAsync("/embed");
        var part = await visitor.GetAsync("/embed?amphoe=1401&count=1");

        Assert.Equal(3, whole.Html.QuerySelectorAll("li").Length);
        Assert.Equal(["2", "1"], whole.Html.QuerySelectorAll(".figures strong").Select(number => number.TextContent));
        Assert.Single(part.Html.QuerySelectorAll("li"));
        Assert.DoesNotContain(elsewhere.Reference, part.Text, StringComparison.Ordinal);
        Assert.EndsWith("/report", whole.Html.QuerySelector("a.report")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_that_is_copied_shows_what_was_chosen()
    {
        var page = await visitor.GetAsync("/embed/code?theme=dark&lang=en&amphoe=1401");

        var frame = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page.TextOf("pre code")).QuerySelector("iframe")!;
        var address = new Uri(frame.GetAttribute("src")!).PathAndQuery;
        Assert.Equal(address, page.Html.QuerySelector("iframe.frame-sample")!.GetAttribute("src"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
    }
}
