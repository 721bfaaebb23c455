using System.Text;
using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Officers;

public sealed class PoleImportTests(Chromium chromium) : IAsyncLifetime
{
    const string Sound = "เลขเสา,lat,lon,ถนน,หลอด\n15-1,14.3501,100.5601,ถนนอู่ทอง,LED\n15-2,14.3505,100.5601,ถนนอู่ทอง,LED\n";

    TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static async Task UploadAsync(Person officer, string text)
    {
        await officer.OpenAsync("/officer/poles/import");
        await officer.Page.Locator("main input[type=file]").SetInputFilesAsync(new FilePayload { Name = "poles.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await officer.Page.Locator("main form .act-buttons button").ClickAsync();
        await officer.Page.WaitForURLAsync("**/officer/poles/import/*");
    }

    [Fact]
    public async Task An_officer_sees_what_is_wrong_with_a_file_corrects_it_and_takes_it_over()
    {
        await using var officer = await chromium.NewPersonAsync(app, Screen.Desk);
        await officer.SignInAsync("somsri");
        var page = officer.Page;
        await UploadAsync(officer, Sound + "15-1,14.36,100.56,,\n15-4,13.7,100.5,,ไฟวิเศษ\n");
        await Looks.RightAsync(officer, "import-columns");
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        await page.Locator("#columns .act-buttons button").ClickAsync();

        // The page follows by itself until the program is done.
        await Expect(page.Locator(".import-problems tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator("#import")).ToHaveCountAsync(0);
        await Looks.RightAsync(officer, "import-problems");
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);

        await UploadAsync(officer, Sound);
        await page.Locator("#columns .act-buttons button").ClickAsync();
        await page.Locator("#IsSure-yes").CheckAsync();
        await Looks.RightAsync(officer, "import-checked");
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        await page.Locator("#import .act-buttons button").ClickAsync();
        await Expect(page.Locator(".flash")).ToContainTextAsync("เสาใหม่ 2 ต้น");
        officer.IsContent();
    }
}
