using Microsoft.Playwright;

namespace Songthang.Browser.Tests.Host;

/// <summary>What an officer does on the page of a request.</summary>
static class OfficerPages
{
    /// <summary>Presses an act, fills in its form and sends it; ends on the page of the request.</summary>
    public static async Task ActAsync(this IPage page, string act, Func<ILocator, Task>? fill = null)
    {
        var request = page.Url;
        await page.Locator(".acts").GetByRole(AriaRole.Link, new() { Name = act, Exact = true }).ClickAsync();
        if (fill is not null) await fill(page.ActForm());
        await page.SendActAsync();
        await page.WaitForURLAsync(request);
        await Assertions.Expect(page.Locator(".flash")).ToBeVisibleAsync();
    }

    public static ILocator ActForm(this IPage page) => page.Locator("form.act-form");

    public static Task SendActAsync(this IPage page) => page.ActForm().Locator(".act-buttons button.btn-primary").ClickAsync();

    /// <summary>The number on the bell.</summary>
    public static ILocator Bell(this IPage page) => page.Locator("[data-bell-count]");

    /// <summary>The status on top of the page of a request.</summary>
    public static ILocator Status(this IPage page) => page.Locator(".request-head .status");
}
