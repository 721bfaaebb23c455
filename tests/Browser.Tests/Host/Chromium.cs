using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Web.Tests.Host;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Songthang.Browser.Tests.Host;

/// <summary>One real browser for all tests; everyone who looks at a page has a window of their own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Debian's Chromium runs as root only without its sandbox, and must not look for hosts outside by itself.
    static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    ];

    IPlaywright playwright = null!;
    IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        // Nothing here measures time; a busy machine may take long.
        Assertions.SetDefaultExpectTimeout(Person.Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SONGTHANG_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
    }

    /// <summary>Somebody opens a browser of their own, at the program's address.</summary>
    /// <param name="app">The program.</param>
    /// <param name="screen">What they look at it with.</param>
    /// <param name="change">What else is special about their browser.</param>
    public async Task<Person> NewPersonAsync(TestApp app, Screen screen, Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = app.Address.ToString(),
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            IsMobile = screen.IsPhone,
            HasTouch = screen.IsPhone,
            Locale = "th-TH",
            TimezoneId = "Asia/Bangkok",
            ReducedMotion = ReducedMotion.Reduce,
        };
        change?.Invoke(options);
        return await Person.OpenAsync(await browser.NewContextAsync(options));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>What somebody looks at a page with.</summary>
public sealed record Screen(int Width, int Height, bool IsPhone)
{
    /// <summary>The narrowest phone that every page must fit.</summary>
    public static Screen Phone { get; } = new(360, 740, true);

    /// <summary>An officer's desk.</summary>
    public static Screen Desk { get; } = new(1280, 900, false);
}
