using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Web.Tests.Host;

namespace Songthang.Browser.Tests.Citizens;

public sealed class KeyboardTests(Chromium chromium)
{
    const int MostPresses = 100;

    [Fact]
    public async Task A_report_can_be_sent_with_the_keyboard_alone()
    {
        await using var app = await TestApp.StartAsync();
        await using var citizen = await chromium.NewPersonAsync(app, Screen.Desk);
        var keyboard = citizen.Page.Keyboard;
        await citizen.OpenAsync("/");

        await TabToAsync(citizen.Page, "main .btn-lamp");
        await keyboard.PressAsync("Enter");
        await citizen.Page.WaitForURLAsync("**/report");
        // A group of radios is one stop: space chooses the first.
        await TabToAsync(citizen.Page, "input[name='Form.Fault']");
        await keyboard.PressAsync("Space");
        await TabToAsync(citizen.Page, "#Form_Landmark");
        await keyboard.TypeAsync("ตรงข้ามวัด");
        await TabToAsync(citizen.Page, "#Form_Name");
        await keyboard.TypeAsync(ReportPage.Name);
        await TabToAsync(citizen.Page, "#Form_Phone");
        await keyboard.TypeAsync(ReportPage.Phone);
        await TabToAsync(citizen.Page, "#acknowledged");
        await keyboard.PressAsync("Space");
        await TabToAsync(citizen.Page, "[data-send]");
        await keyboard.PressAsync("Enter");

        Assert.NotEmpty(await citizen.Page.ReceiptReferenceAsync());
        citizen.IsContent();
    }

    /// <summary>Goes on until the place has the focus, and sees on the way that every stop is in sight.</summary>
    static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < MostPresses; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>(OutOfSight));
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        Assert.Fail($"{selector} cannot be reached by Tab.");
    }

    // WCAG 2.2, 2.4.7 and 2.4.11: what has the focus shows it and is not hidden.
    const string OutOfSight = """
        () => {
          const here = document.activeElement;
          const box = here.getBoundingClientRect();
          const seen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
          return here === document.body || seen ? "" : here.outerHTML.slice(0, 200);
        }
        """;
}
