using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Officers;

public sealed class PasskeyTests(Chromium chromium)
{
    [Fact]
    public async Task An_officer_adds_a_passkey_of_the_phone_and_signs_in_confirms_and_takes_the_second_step_with_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        // Passkeys belong to a name; a number is none.
        var home = new Uri($"http://localhost:{app.Address.Port}/");
        await using var somchai = await chromium.NewPersonAsync(app, Screen.Phone, options => options.BaseURL = home.AbsoluteUri);
        var page = somchai.Page;
        var phone = await page.Context.NewCDPSessionAsync(page);
        await phone.SendAsync("WebAuthn.enable");
        await phone.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        var use = page.GetByRole(AriaRole.Button, new() { Name = "ใช้พาสคีย์" });

        await somchai.SignInAsync("somchai");
        await somchai.OpenAsync("/officer/account/passkeys");
        await page.GetByLabel("ชื่อที่ท่านจำได้").FillAsync("โทรศัพท์ของสมชาย");
        await page.GetByRole(AriaRole.Button, new() { Name = "เพิ่มพาสคีย์" }).ClickAsync();
        await Expect(page.Locator("#passkeys")).ToContainTextAsync("โทรศัพท์ของสมชาย");
        await Looks.RightAsync(somchai, "passkeys-one");

        await page.Context.ClearCookiesAsync();
        await somchai.OpenAsync("/officer/sign-in");
        await Looks.RightAsync(somchai, "sign-in-passkey");
        await use.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(home, "/officer").AbsoluteUri);

        app.Time.Advance(TimeSpan.FromMinutes(11));
        await somchai.OpenAsync("/officer/account/passkeys");
        await Looks.RightAsync(somchai, "confirm-passkey");
        await use.ClickAsync();
        await Expect(page.Locator("#passkeys")).ToContainTextAsync("ใช้ล่าสุด");

        await page.Context.ClearCookiesAsync();
        await somchai.OpenAsync("/officer/sign-in");
        await page.GetByLabel("ชื่อผู้ใช้").FillAsync("somchai");
        await page.GetByLabel("รหัสผ่าน").FillAsync(TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("ยืนยันขั้นที่สอง");
        await Looks.RightAsync(somchai, "second-step-passkey");
        await use.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(home, "/officer").AbsoluteUri);
        somchai.IsContent();
    }
}
