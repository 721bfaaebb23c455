using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Accounts;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Officers;

public sealed class SecondFactorTests(Chromium chromium)
{
    [Fact]
    public async Task An_administrator_sets_it_up_with_the_keyboard_alone_and_signs_in_with_it()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:SecondFactor"] = "administrators" });
        await app.CreateAccountAsync("wichai", OfficerRole.Administrator);
        await using var wichai = await chromium.NewPersonAsync(app, Screen.Phone);
        var page = wichai.Page;

        await wichai.SignInAsync("wichai");
        await Expect(page).ToHaveURLAsync(new Uri(app.Address, "/officer/account/second-factor").AbsoluteUri);
        await Looks.RightAsync(wichai, "second-factor-set-up");
        var phone = new Phone(app, await page.Locator("#secret").InnerTextAsync());
        await page.GetByLabel("รหัส 6 หลักจากแอป").FocusAsync();
        await page.Keyboard.TypeAsync(phone.Code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        await Looks.RightAsync(wichai, "second-factor-codes");
        await wichai.OpenAsync("/officer/account/second-factor");
        await Looks.RightAsync(wichai, "second-factor-ready");
        await wichai.OpenAsync("/officer/account");
        await Looks.RightAsync(wichai, "account-with-factor");

        await page.Context.ClearCookiesAsync();
        await wichai.OpenAsync("/officer/sign-in");
        await page.GetByLabel("ชื่อผู้ใช้").FillAsync("wichai");
        await page.GetByLabel("รหัสผ่าน").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("ยืนยันขั้นที่สอง");
        await Looks.RightAsync(wichai, "sign-in-code");
        await page.GetByLabel("รหัส 6 หลัก").FillAsync(phone.Next());
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Uri(app.Address, "/officer").AbsoluteUri);

        app.Time.Advance(TimeSpan.FromMinutes(11));
        await wichai.OpenAsync("/officer/settings/users/new");
        await Looks.RightAsync(wichai, "confirm-code");
        await page.GetByLabel("รหัส 6 หลัก").FillAsync(phone.Code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Uri(app.Address, "/officer/settings/users/new").AbsoluteUri);
        wichai.IsContent();
    }
}
