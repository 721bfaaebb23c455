using NetVips;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;

namespace Songthang.Browser.Tests.Pages;

/// <summary>
/// The pictures in the guide are the program's own pages. Start the tests with <c>SONGTHANG_GUIDE_PICTURES</c> as a folder: it
/// gets them, to be looked at and put into <c>wwwroot/images/guide</c>.
/// </summary>
public sealed class GuidePicturesTests(Chromium chromium, LivingSystem system) : IClassFixture<LivingSystem>
{
    const int MostBytes = 40_000;

    [Theory]
    [InlineData("report", "/report", null)]
    [InlineData("own", "/r/{secret:started}", null)]
    [InlineData("inbox", "/officer", OfficerRole.Officer)]
    [InlineData("work-order", "/officer/work-orders/2569-1", OfficerRole.Officer)]
    public async Task A_page_that_the_guide_shows_makes_a_small_picture(string name, string address, OfficerRole? role)
    {
        var screen = role is null ? new Screen(480, 760, true) : new Screen(1100, 700, false);
        await using var person = role is { } officer ? await system.OfficerAsync(chromium, screen, officer) : await chromium.NewPersonAsync(system.App, screen);
        await person.OpenAsync(system.Address(address));
        await person.Page.EvaluateAsync("document.fonts.ready");

        using var shot = Image.NewFromBuffer(await person.Page.ScreenshotAsync());
        var picture = shot.WebpsaveBuffer(q: 55, effort: 6);

        Assert.InRange(picture.Length, 1_000, MostBytes);
        if (Environment.GetEnvironmentVariable("SONGTHANG_GUIDE_PICTURES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.webp"), picture, TestContext.Current.CancellationToken);
    }
}
