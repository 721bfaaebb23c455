using System.Net;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Shared;

public sealed class FrameTests : IAsyncLifetime
{
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    TestApp app = null!;
    Visitor visitor = null!;
    HttpClient browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        visitor = app.NewVisitor();
        browser = visitor.Client;
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_home_page_speaks_Thai_until_the_reader_chooses_English()
    {
        Assert.Contains("<html lang=\"th\">", await browser.GetStringAsync("/", Now), StringComparison.Ordinal);

        var choice = await browser.GetAsync("/language/en?return=/", Now);

        Assert.Equal("/", choice.Headers.Location?.OriginalString);
        var english = await browser.GetStringAsync("/", Now);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("Report a fault", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/reports?q=ไฟ")]
    [InlineData("/\u00bf'\"(")]
    [InlineData("/a\r\nX: y")]
    public async Task The_language_switch_never_leads_to_another_site(string back)
    {
        var choice = await browser.GetAsync($"/language/en?return={Uri.EscapeDataString(back)}", Now);

        Assert.Equal("/", choice.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task From_an_unknown_page_with_a_Thai_address_the_language_switch_comes_back_to_it()
    {
        var there = "/" + Uri.EscapeDataString("ไฟดับ");
        var page = await visitor.GetAsync(there);

        var choice = await browser.GetAsync(page.Html.QuerySelector("a[href^='/language/']")!.GetAttribute("href"), Now);

        Assert.Equal(there, choice.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/api/no-such-thing")]
    public async Task Every_answer_forbids_scripts_and_styles_from_elsewhere_or_in_the_page(string address)
    {
        var answer = await browser.GetAsync(address, Now);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_requesters_own_page_is_neither_stored_nor_named_to_other_sites()
    {
        var answer = await browser.GetAsync("/r/some-secret", Now);

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task An_unknown_address_is_a_page_for_people_and_a_problem_for_programs()
    {
        var page = await browser.GetAsync("/no-such-page", Now);
        var problem = await browser.GetAsync("/api/no-such-thing", Now);

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("ไม่พบหน้าที่ท่านต้องการ", await page.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (problem.StatusCode, problem.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Styles_and_scripts_of_a_page_are_there_and_may_be_kept_for_good()
    {
        var page = await visitor.GetAsync("/");
        var files = page.Html.QuerySelectorAll("link[href^='/dist/'], script[src^='/dist/']")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();

        Assert.Equal(3, files.Count);
        foreach (var file in files)
        {
            var answer = await browser.GetAsync(file, Now);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }
    }
}
