using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Officers;

public sealed class SeveralTests(Chromium chromium) : IAsyncLifetime
{
    TestApp app = null!;
    int somsri;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        somsri = await app.CreateAccountAsync("somsri", OfficerRole.Officer, displayName: "สมศรี ใจดี");
        for (var hours = 1; hours <= 4; hours++)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: hours).Of("flicker", "กะพริบตั้งแต่เมื่อคืน").Checked());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 5).Of("lamp_out", "ดับหน้าวัด")
            .Then((request, at) => request.AssignTo(somsri, "สมศรี ใจดี", Given.Officer, at)));
        await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: 6));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Rows_are_ticked_and_accepted_with_the_keyboard_alone()
    {
        await using var officer = await chromium.NewPersonAsync(app, Screen.Desk);
        await officer.SignInAsync("somsri");
        await officer.OpenAsync("/officer?fault=flicker");
        var page = officer.Page;
        var bar = page.Locator("[data-several-bar]");
        var all = page.GetByLabel("เลือกทั้งหมดในหน้านี้");
        await Expect(all).ToBeVisibleAsync();
        await Expect(bar).ToBeHiddenAsync();

        await all.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(bar).ToContainTextAsync("เลือก 4 เรื่อง");
        var first = page.Locator("input[name=request]").First;
        await first.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(bar).ToContainTextAsync("เลือก 3 เรื่อง");
        await Looks.RightAsync(officer, "inbox-several");
        await bar.GetByRole(AriaRole.Button, new() { Name = "รับเรื่อง" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".several-list li")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "ยืนยันรับเรื่อง 3 เรื่อง" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".several-results tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator(".flash")).ToContainTextAsync("ดำเนินการแล้ว 3 เรื่อง");
        await Looks.RightAsync(officer, "several-results");
        await page.GetByRole(AriaRole.Link, new() { Name = "กลับไปกล่องเรื่องแจ้ง" }).Last.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(app.Address, "/officer?fault=flicker").AbsoluteUri);
        officer.IsContent();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_tabs_show_mine_and_nobodys_work_on_a_phone_and_at_a_desk(bool isPhone)
    {
        await using var officer = await chromium.NewPersonAsync(app, isPhone ? Screen.Phone : Screen.Desk);
        await officer.SignInAsync("somsri");
        var page = officer.Page;
        var tabs = page.GetByRole(AriaRole.Navigation, new() { Name = "ผู้รับผิดชอบ" });
        await officer.OpenAsync("/officer");

        await tabs.GetByRole(AriaRole.Link, new() { Name = "ของฉัน" }).ClickAsync();
        await Expect(page.Locator("table.inbox tbody tr")).ToHaveCountAsync(1);
        await Expect(tabs.Locator("[aria-current]")).ToContainTextAsync("ของฉัน");
        await Looks.ShootAsync(page, "inbox-mine");
        await tabs.GetByRole(AriaRole.Link, new() { Name = "ยังไม่มีผู้รับผิดชอบ" }).ClickAsync();
        await Expect(page.Locator("table.inbox tbody tr")).ToHaveCountAsync(5);
        if (isPhone)
        {
            await page.Locator("input[name=request]").First.CheckAsync();
            await Expect(page.Locator("[data-several-bar]")).ToContainTextAsync("เลือก 1 เรื่อง");
        }

        await Looks.ShootAsync(page, "inbox-unassigned");
        officer.IsContent();
    }

    [Fact]
    public async Task A_call_is_written_down_with_the_keyboard_alone_and_ends_at_the_receipt()
    {
        await using var officer = await chromium.NewPersonAsync(app, Screen.Desk);
        await officer.SignInAsync("somsri");
        await officer.OpenAsync("/officer/requests/new");
        var page = officer.Page;
        // The first field waits: telephone is chosen already, and down is the counter.
        await Expect(page.Locator("#channel-phone")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        var presses = 0;
        for (; presses < 20 && !await page.EvaluateAsync<bool>("document.activeElement.id === 'Form_Road'"); presses++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("ถนนสาย 309");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        // The receipt is the next thing to press.
        await Expect(page.Locator(".flash a")).ToBeFocusedAsync();
        await Looks.ShootAsync(page, "taken");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/receipt");
        await Expect(page.Locator(".reference")).ToBeVisibleAsync();
        await Expect(page.Locator("button[data-print]")).ToBeVisibleAsync();
        Assert.True(presses < 12, $"{presses} stops on the way to the road");
        var request = await app.WithDbAsync(db => Task.FromResult(db.ServiceRequests.OrderByDescending(r => r.Id).First()));
        Assert.Equal(IntakeChannel.Counter, request.Channel);
        Assert.Equal("", request.Requester.Name);
        officer.IsContent();
    }
}
