using NetVips;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;

namespace Songthang.Browser.Tests.Pages;

/// <summary>
/// The pictures in the guide are the program's own pages. Start the tests with <c>SONGTHANG_GUIDE_PICTURES</c> as a folder: it
/// gets them, to be looked at and put into <c>wwwroot/images/guide</c>. What stands above the part that is shown is left out.
/// </summary>
public sealed class GuidePicturesTests(Chromium chromium, LivingSystem system) : IClassFixture<LivingSystem>
{
    const int MostBytes = 40_000, Margin = 12;

    // A desk is made smaller to the size that the guide shows.
    const double DeskScale = 1 / 1.2;

    static readonly Screen Phone = new(480, 760, true), Desk = new(1320, 840, false);

    [Theory]
    [InlineData("report", "/report", ".fault-field", null)]
    [InlineData("own", "/r/{secret:accepted}", "h1", null)]
    [InlineData("inbox", "/officer", ".inbox-tabs", OfficerRole.Officer)]
    [InlineData("check", "/officer/requests/{urgent}/check", "h1", OfficerRole.Officer)]
    [InlineData("accept", "/officer/requests/{checked}/accept?template=accept", "h1", OfficerRole.Officer)]
    [InlineData("work-order", "/officer/work-orders/2569-1", "h1", OfficerRole.Officer)]
    [InlineData("crew", "/crew/2569-1", "h1", OfficerRole.Crew)]
    public async Task A_page_that_the_guide_shows_makes_a_small_picture(string name, string address, string from, OfficerRole? role)
    {
        var screen = role is null or OfficerRole.Crew ? Phone : Desk;
        await using var person = role is { } officer ? await system.OfficerAsync(chromium, screen, officer) : await chromium.NewPersonAsync(system.App, screen);
        await person.OpenAsync(system.Address(address));
        // The page's foot says nothing here, and a short page is as tall as the picture.
        await person.Page.EvaluateAsync("document.querySelector('footer')?.remove(); document.body.style.minHeight = '3000px'; document.fonts.ready");
        var top = await person.Page.Locator(from).First.EvaluateAsync<float>(
            "element => element.getBoundingClientRect().top + scrollY");

        using var shot = Image.NewFromBuffer(await person.Page.ScreenshotAsync(new()
        {
            FullPage = true,
            Animations = Microsoft.Playwright.ScreenshotAnimations.Disabled,
            Clip = new() { X = 0, Y = Math.Max(0, top - Margin), Width = screen.Width, Height = screen.Height },
        }));
        using var shown = shot.Resize(screen == Desk ? DeskScale : 1);
        var picture = shown.WebpsaveBuffer(q: 45, effort: 6);

        Assert.Equal(screen == Desk ? (1100, 700) : (480, 760), (shown.Width, shown.Height));
        Assert.InRange(picture.Length, 1_000, MostBytes);
        if (Environment.GetEnvironmentVariable("SONGTHANG_GUIDE_PICTURES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.webp"), picture, TestContext.Current.CancellationToken);
    }
}
