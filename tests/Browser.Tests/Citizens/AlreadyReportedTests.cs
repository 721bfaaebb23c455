using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Citizens;

/// <summary>A citizen on a phone is about to report what a neighbour has reported.</summary>
public sealed class AlreadyReportedTests(Chromium chromium) : IAsyncLifetime
{
    TestApp app = null!;
    ServiceRequest known = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        known = await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 5).Checked("ไฟดับหน้าวัด"));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Task<Person> OpenAsync(bool withScripts) => chromium.NewPersonAsync(app, Screen.Phone, options =>
    {
        options.JavaScriptEnabled = withScripts;
        ReportPage.TellsPosition(options);
    });

    Task<(int Requests, int Followers)> CountAsync() => app.WithDbAsync(async db =>
        (await db.ServiceRequests.CountAsync(), await db.Followers.CountAsync()));

    static ILocator Nearby(IPage page) => page.Locator(".nearby");

    static async Task FollowAsync(Person citizen)
    {
        var page = citizen.Page;
        await Nearby(page).GetByRole(AriaRole.Button, new() { Name = "ติดตามเรื่องนี้แทน" }).ClickAsync();
        await Looks.RightAsync(citizen, "follow-instead");
        await page.GetByLabel("อีเมล").FillAsync(ReportPage.Email);
        await page.GetByLabel("ข้าพเจ้ารับทราบและขอติดตามเรื่องนี้").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "ติดตามเรื่องนี้" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("เรื่องที่ท่านติดตาม");
    }

    [Fact]
    public async Task As_soon_as_the_position_is_set_the_earlier_report_is_shown_and_can_be_followed()
    {
        await using var citizen = await OpenAsync(withScripts: true);
        await citizen.OpenAsync("/report");
        await citizen.Page.ChooseFaultAsync("ไฟดับ 1 ดวง");
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "ใช้ตำแหน่งปัจจุบัน" }).ClickAsync();

        await Expect(Nearby(citizen.Page)).ToContainTextAsync(known.Reference);
        await Looks.RightAsync(citizen, "report-nearby");
        await citizen.Page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await FollowAsync(citizen);

        Assert.Equal((1, 1), await CountAsync());
        citizen.IsContent();
    }

    [Fact]
    public async Task Who_says_that_it_is_another_place_goes_on_and_is_not_asked_again()
    {
        await using var citizen = await OpenAsync(withScripts: true);
        await citizen.OpenAsync("/report");
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "ใช้ตำแหน่งปัจจุบัน" }).ClickAsync();

        await Nearby(citizen.Page).GetByRole(AriaRole.Button, new() { Name = "เป็นคนละจุด" }).ClickAsync();
        await Expect(Nearby(citizen.Page)).ToHaveCountAsync(0);
        await citizen.Page.ChooseFaultAsync("ไฟดับ 1 ดวง");
        await citizen.Page.FillPersonAsync();
        await citizen.Page.SendButton().ClickAsync();

        await citizen.Page.ReceiptReferenceAsync();
        Assert.Equal((2, 0), await CountAsync());
        citizen.IsContent();
    }

    [Fact]
    public async Task Without_scripts_it_is_shown_after_sending_with_the_form_kept()
    {
        await using var citizen = await OpenAsync(withScripts: false);
        var page = citizen.Page;
        foreach (var follows in new[] { true, false })
        {
            await citizen.OpenAsync("/report");
            await page.FillLeastAsync();
            await page.GetByLabel("หมายเลขเสาไฟ (ถ้าทราบ)").FillAsync("TEST 12");
            await page.PickPhotoAsync();
            await page.SendButton().ClickAsync();

            await Expect(Nearby(page)).ToContainTextAsync("มีผู้แจ้งจุดนี้แล้ว");
            await Expect(page.Attached()).ToHaveCountAsync(1);
            await Expect(page.GetByLabel("ชื่อ-นามสกุลผู้แจ้ง")).ToHaveValueAsync(ReportPage.Name);
            if (follows)
            {
                await Looks.ShootAsync(page, "report-between");
                await Nearby(page).GetByRole(AriaRole.Button, new() { Name = "ติดตามเรื่องนี้แทน" }).ClickAsync();
                await Expect(page.GetByLabel("หรือหมายเลขโทรศัพท์")).ToHaveValueAsync(ReportPage.Phone);
                await page.GetByLabel("ข้าพเจ้ารับทราบและขอติดตามเรื่องนี้").CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "ติดตามเรื่องนี้" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("เรื่องที่ท่านติดตาม");
            }
            else
            {
                await Nearby(page).GetByRole(AriaRole.Button, new() { Name = "เป็นคนละจุดหรือคนละอาการ ส่งเรื่องใหม่" }).ClickAsync();
                await page.ReceiptReferenceAsync();
            }
        }

        Assert.Equal((2, 1), await CountAsync());
        Assert.Equal(1, await app.WithDbAsync(db => db.Photos.CountAsync()));
    }
}
