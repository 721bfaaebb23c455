using Microsoft.Playwright;

namespace Songthang.Browser.Tests;

public class ChromiumTests
{
    // Debian's Chromium runs as root only without its sandbox, and must not look for hosts outside by itself.
    static readonly string[] Arguments =
        ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    [Fact]
    public async Task A_page_in_Thai_is_shown_in_a_real_browser()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SONGTHANG_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });

        await page.GotoAsync("data:text/html;charset=utf-8,<h1>ส่องทาง</h1>");

        Assert.Equal("ส่องทาง", await page.GetByRole(AriaRole.Heading).InnerTextAsync());
        Assert.Equal(360, await page.EvaluateAsync<int>("innerWidth"));
    }
}
