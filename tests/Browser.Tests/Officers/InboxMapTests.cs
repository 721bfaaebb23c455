using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Officers;

public sealed class InboxMapTests(Chromium chromium)
{
    [Fact]
    public async Task The_inbox_goes_on_the_map_with_its_filters_and_each_mark_leads_to_its_request()
    {
        await using var town = await MapTown.StartAsync();
        var dark = await town.AddAsync(0, it => it);
        await town.AddAsync(150, it => it.Of("wire_down", "สายไฟขาด"));
        await town.AddAsync(300, it => it.Accepted().Started().Completed());
        await town.App.CreateAccountAsync("somsri", OfficerRole.Officer);
        await using var officer = await town.VisitAsync(chromium, Screen.Desk, withTiles: false);
        await officer.SignInAsync("somsri");
        var page = officer.Page;

        await officer.OpenAsync("/officer/map?at=17/14.3520/100.5639");
        await Expect(page.Locator("[data-list] a")).ToHaveCountAsync(2);
        await Expect(page.Locator(".map-mark")).ToHaveCountAsync(2);
        await Looks.RightAsync(officer, "inbox-map");
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);

        await officer.OpenAsync("/officer?fault=lamp_out");
        await page.GetByRole(AriaRole.Link, new() { Name = "ดูบนแผนที่" }).ClickAsync();
        await page.WaitForURLAsync("**/officer/map?fault=lamp_out*");
        await Expect(page.Locator("[data-list-status]")).ToContainTextAsync("พบ 1 เรื่อง");
        await page.Locator(".map-mark").ClickAsync();
        await page.Locator(".map-popup").GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync($"**/officer/requests/{dark.Reference}");
        officer.IsContent();
    }
}
