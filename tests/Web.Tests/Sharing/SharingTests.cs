using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using SkiaSharp;
using Songthang.Domain.Announcements;
using Songthang.Web.Features.Announcing;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Standards;

namespace Songthang.Web.Tests.Sharing;

public sealed class SharingTests : IAsyncLifetime
{
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    static readonly XNamespace SiteMap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    static readonly string[] Told = ["og:title", "og:description", "og:url", "og:type", "og:image", "og:image:alt"];
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
    public async Task Every_page_in_the_sitemap_is_there_with_a_picture_and_one_address()
    {
        var request = await Given.ARequestAsync(app, it => it.Checked("ไฟดับ"));

        var addresses = await WalkAsync("/sitemap.xml");

        Assert.Contains("/", addresses);
        Assert.Contains("/open-data", addresses);
        Assert.Contains($"/reports/{request.Reference}", addresses);
        foreach (var address in addresses)
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Null(page.Html.QuerySelector("meta[name=robots]"));
            Assert.Equal(address, new Uri(page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!).AbsolutePath);
            foreach (var property in Told)
                Assert.NotEmpty(page.Html.QuerySelector($"meta[property='{property}']")!.GetAttribute("content")!);
            Assert.Equal("summary_large_image", page.Html.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
            await AssertPictureAsync(new Uri(page.Html.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).PathAndQuery);
        }
    }

    [Fact]
    public async Task Whoever_reads_English_passes_on_English_words_and_an_English_picture()
    {
        var request = await Given.ARequestAsync(app, it => it.Checked("ไฟดับ"));
        string[] addresses = [.. (await WalkAsync("/sitemap.xml")).Distinct()];
        Assert.Contains("/announcements", addresses);
        foreach (var address in addresses)
        {
            var thai = await visitor.OpenAsync($"/language/th?return={address}");
            var english = await visitor.OpenAsync($"/language/en?return={address}");

            Assert.All(Told.Except(["og:url", "og:type"]), property => Assert.NotEqual(Meta(thai, property), Meta(english, property)));
            Assert.Equal((Meta(thai, "og:url"), "en_GB", "th_TH"), (Meta(english, "og:url"), Meta(english, "og:locale"), Meta(english, "og:locale:alternate")));
            Assert.DoesNotContain(Meta(english, "og:title") + Meta(english, "og:description"), letter => letter is >= '\u0e00' and <= '\u0e7f' && address != $"/reports/{request.Reference}");
            var (here, there) = (PathOf(thai), PathOf(english));
            Assert.Equal("/share/en" + here["/share".Length..], there);
            await AssertPictureAsync(there);
            Assert.NotEqual(await visitor.Client.GetByteArrayAsync(here, Now), await visitor.Client.GetByteArrayAsync(there, Now));
        }

        static string PathOf(Page page) => new Uri(Meta(page, "og:image")).PathAndQuery;
    }

    [Fact]
    public async Task A_pole_and_an_announcement_can_be_passed_on_too()
    {
        await app.WithDbAsync(db =>
        {
            db.Poles.Add(Given.APole(7, "A-7", 14.35, 100.56));
            return db.SaveChangesAsync(Now);
        });
        var now = app.Time.GetUtcNow().UtcDateTime;
        await app.WithAsync((SaveAnnouncement save) => save.RunAsync(new(null, 0, new(AnnouncementKind.PowerCut, new("ดับไฟเพื่อเปลี่ยนสาย", "Power cut"),
            new("การไฟฟ้าจะดับไฟ", ""), now.AddDays(1), now.AddDays(2), AnnouncementArea.Whole), Publishes: true), Given.Officer, now, Now));

        foreach (var address in new[] { "/p/A-7", "/announcements/1" })
        {
            var page = await visitor.OpenAsync(address);
            Assert.All(Told, property => Assert.NotEmpty(Meta(page, property)));
            await AssertPictureAsync(new Uri(Meta(page, "og:image")).PathAndQuery);
        }

        Assert.DoesNotContain("og:url", (await visitor.GetAsync("/p/no-such-pole")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/share/en/pages/nothing.png")]
    [InlineData("/share/en/reports/69-99999-9.png")]
    [InlineData("/share/pages/nothing.png")]
    [InlineData("/share/reports/69-99999-9.png")]
    [InlineData("/share/reports/nothing.png")]
    [InlineData("/sitemaps/reports-7.xml")]
    public async Task There_is_nothing_to_share_of_what_is_not_there(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);

    [Fact]
    public async Task The_picture_of_a_report_follows_it()
    {
        var request = await Given.ARequestAsync(app, it => it.Of("section_out", "ไฟดับ").Checked("ไฟดับ"));
        var before = await visitor.Client.GetByteArrayAsync($"/share/reports/{request.Reference}.png", Now);

        app.Time.Advance(TimeSpan.FromMinutes(6));
        await Given.LaterAsync(app, request, it => it.Accepted().Started().Completed());

        Assert.NotEqual(before, await visitor.Client.GetByteArrayAsync($"/share/reports/{request.Reference}.png", Now));
    }

    [Fact]
    public async Task Requesters_and_officers_pages_are_neither_shared_nor_kept_by_search_engines()
    {
        var request = await Given.ARequestAsync(app);

        foreach (var address in new[] { $"/r/{request.Secret}", $"/r/{request.Secret}/receipt", "/officer/sign-in" })
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
            Assert.DoesNotContain("og:url", page.Text, StringComparison.Ordinal);
        }

        var robots = (await visitor.GetAsync("/robots.txt")).Text.Split('\n');
        Assert.All(["/officer", "/crew", "/r/", "/follow/"], path => Assert.Contains($"Disallow: {path}", robots));
        Assert.Contains(robots, line => line.StartsWith("Sitemap: http", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_home_page_describes_the_service_to_search_engines()
    {
        var home = await visitor.GetAsync("/");

        using var described = JsonDocument.Parse(home.Html.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var service = described.RootElement;
        Assert.Equal(("https://schema.org", "GovernmentService"), (service.GetProperty("@context").GetString(), service.GetProperty("@type").GetString()));
        Assert.Equal("GovernmentOrganization", service.GetProperty("provider").GetProperty("@type").GetString());
        Assert.EndsWith("/report", service.GetProperty("availableChannel").GetProperty("serviceUrl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sharing_is_by_plain_links_that_load_nothing()
    {
        var request = await Given.ARequestAsync(app, it => it.Checked());

        foreach (var address in new[] { "/", $"/reports/{request.Reference}" })
        {
            var page = await visitor.GetAsync(address);
            var links = page.Html.QuerySelectorAll(".share a").Select(link => link.GetAttribute("href")!).ToList();
            Assert.Equal(["line.me", "facebook.com", "x.com", "mailto:"], new[] { "line.me", "facebook.com", "x.com", "mailto:" }.Where(place => links.Exists(link => link.Contains(place, StringComparison.Ordinal))));
            Assert.All(links, link => Assert.Contains(Uri.EscapeDataString(address), link, StringComparison.Ordinal));
            Assert.All(page.Html.QuerySelectorAll("script[src], img[src], iframe[src]"), element => Assert.StartsWith("/", element.GetAttribute("src"), StringComparison.Ordinal));
        }
    }

    static string Meta(Page page, string property) => page.Html.QuerySelector($"meta[property='{property}']")!.GetAttribute("content")!;

    async Task<List<string>> WalkAsync(string address)
    {
        var page = await visitor.GetAsync(address);
        Assert.Equal("application/xml", page.Response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(SiteMapRules.Broken(await visitor.Client.GetByteArrayAsync(address, Now), new Uri(XDocument.Parse(page.Text).Descendants(SiteMap + "loc").First().Value)));
        var root = XDocument.Parse(page.Text).Root!;
        var found = new List<string>();
        foreach (var location in root.Descendants(SiteMap + "loc"))
        {
            var path = new Uri(location.Value).AbsolutePath;
            if (root.Name == SiteMap + "sitemapindex")
                found.AddRange(await WalkAsync(path));
            else
                found.Add(path);
        }

        return found;
    }

    async Task AssertPictureAsync(string address)
    {
        var answer = await visitor.Client.GetAsync(address, Now);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Now);
        Assert.InRange(bytes.Length, 5_000, 200_000);
        using var picture = SKBitmap.Decode(bytes);
        Assert.Equal((1200, 630), (picture.Width, picture.Height));
    }
}
