using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Inbox;
using Songthang.Web.Tests.Standards;

namespace Songthang.Web.Tests.Feeds;

public sealed class AtomTests : IAsyncLifetime
{
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    TestApp app = null!;
    HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        client = new HttpClient { BaseAddress = app.Address };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("/feeds/reports.atom", 3)]
    [InlineData("/feeds/amphoe/1401.atom", 2)]
    [InlineData("/feeds/tambon/140102.atom", 1)]
    [InlineData("/feeds/road/ถนนโรจนะ.atom", 1)]
    [InlineData("/feeds/pole/test12.atom", 2)]
    [InlineData("/feeds/tambon/140103.atom", 0)]
    public async Task Each_feed_tells_of_its_part_as_RFC_4287_asks(string address, int count)
    {
        await Given.ARequestAsync(app, it => it.Checked("ไฟดับ <b>&"));
        await Given.ARequestAsync(app, it => it.In("140102", "ถนนโรจนะ").Checked());
        // Nobody has checked it: its road and its pole are not known to the public.
        await Given.ARequestAsync(app, it => it.In("140405", "ถนนโรจนะ"));

        var answer = await client.GetAsync(address, Now);

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Now)).Root!;
        AssertAtom(feed);
        Assert.Equal(count, feed.Elements(Atom + "entry").Count());
        Assert.DoesNotContain("ใจดี", feed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ไฟดับหน้าบ้าน", feed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_pages_finds_each_report_once()
    {
        await Many.RequestsAsync(app, 120);
        var seen = new List<string>();

        for (var next = "/feeds/reports.atom"; next is not null;)
        {
            var feed = XDocument.Parse(await client.GetStringAsync(next, Now)).Root!;
            AssertAtom(feed);
            seen.AddRange(feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
            next = feed.Elements(Atom + "link").FirstOrDefault(link => link.Attribute("rel")?.Value == "next")?.Attribute("href")?.Value is { } whole
                ? new Uri(whole).PathAndQuery : null;
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_entry_keeps_its_identity_and_says_that_it_changed()
    {
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 1));
        var first = await client.GetAsync("/feeds/reports.atom", Now);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/feeds/reports.atom");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Now)).StatusCode);

        app.Time.Advance(TimeSpan.FromMinutes(2));
        await Given.LaterAsync(app, request, it => it.Accepted());
        var before = Entry(await first.Content.ReadAsStringAsync(Now));
        var after = Entry(await client.GetStringAsync("/feeds/reports.atom", Now));

        Assert.Equal(before.Element(Atom + "id")!.Value, after.Element(Atom + "id")!.Value);
        Assert.Equal(before.Element(Atom + "published")!.Value, after.Element(Atom + "published")!.Value);
        Assert.True(Moment(after, "updated") > Moment(before, "updated"));
        static XElement Entry(string feed) => XDocument.Parse(feed).Root!.Elements(Atom + "entry").Single();
    }

    [Theory]
    [InlineData("/feeds/amphoe/9999.atom")]
    [InlineData("/feeds/tambon/1401.atom")]
    [InlineData("/feeds/road/---.atom")]
    [InlineData("/feeds/pole/---.atom")]
    public async Task A_part_that_is_none_has_no_feed(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Now)).StatusCode);

    [Fact]
    public async Task Pages_lead_to_their_feeds()
    {
        var request = await Given.ARequestAsync(app, it => it.In("140102").Checked());
        using var visitor = app.NewVisitor();

        foreach (var (page, feed) in new[] { ("/", "/feeds/reports.atom"), ("/reports?amphoe=1401", "/feeds/amphoe/1401.atom"), ($"/reports/{request.Reference}", "/feeds/tambon/140102.atom") })
        {
            var found = (await visitor.GetAsync(page)).Html.QuerySelectorAll("link[rel=alternate][type='application/atom+xml']").Select(link => link.GetAttribute("href")!);
            Assert.Contains(feed, found);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(feed)).Status);
        }
    }

    /// <summary>Every rule of RFC 4287, and what this house does besides.</summary>
    static void AssertAtom(XElement feed)
    {
        Assert.Empty(AtomRules.Broken(feed));
        // The entries come last, each under its own identity, none newer than the feed.
        Assert.All(feed.Elements().SkipWhile(element => element.Name != Atom + "entry"), element => Assert.Equal(Atom + "entry", element.Name));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(entries.Count, entries.DistinctBy(entry => entry.Element(Atom + "id")!.Value).Count());
        Assert.All(entries, entry => Assert.True(Moment(entry, "updated") <= Moment(feed, "updated")));
        Assert.All(feed.Descendants(Atom + "link"), link => Assert.True(Uri.IsWellFormedUriString(link.Attribute("href")!.Value, UriKind.Absolute)));
    }

    static DateTimeOffset Moment(XElement of, string name) => DateTimeOffset.ParseExact(
        of.Element(Atom + name)!.Value, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
