using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Citizens;

/// <summary>The poles near the phone, on the map of the report page and as buttons below it.</summary>
public sealed class PoleChoiceTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pole_nearby_is_chosen_on_the_map_or_by_its_button_and_fills_the_form(bool withTiles)
    {
        await using var town = await MapTown.StartAsync();
        await using var citizen = await town.VisitAsync(chromium, Screen.Phone, withTiles, ReportPage.TellsPosition);
        var page = citizen.Page;
        await citizen.OpenAsync("/report");
        var choices = page.Locator("[data-pole-choices] button");

        await page.GetByRole(AriaRole.Button, new() { Name = "ใช้ตำแหน่งปัจจุบัน" }).ClickAsync();
        await Expect(choices).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "เลือกบนแผนที่" }).ClickAsync();
        await Expect(page.Locator(".map-pole")).ToHaveCountAsync(3);
        await town.GroundIsRightAsync(page, withTiles);
        await Looks.ShootAsync(page, $"picker-{withTiles}");

        await page.Locator(".map-pole[title='เสาไฟ T-3']").ClickAsync();
        await Expect(page.GetByLabel("หมายเลขเสาไฟ")).ToHaveValueAsync("T-3");
        await Expect(page.GetByLabel("ถนน สาย หรือซอย")).ToHaveValueAsync("ถนนทดสอบ");
        await Expect(page.Locator("[data-tambon]")).ToHaveValueAsync("140101");
        await Expect(page.Locator("[data-position-status]")).ToContainTextAsync("เลือกเสา T-3 แล้ว");
        await Expect(choices.Filter(new() { HasText = "T-3" })).ToHaveAttributeAsync("aria-pressed", "true");

        await choices.Filter(new() { HasText = "T-1" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("หมายเลขเสาไฟ")).ToHaveValueAsync("T-1");
        await Expect(choices.Filter(new() { HasText = "T-1" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(choices.Filter(new() { HasText = "T-1" })).ToBeFocusedAsync();
        await Looks.RightAsync(citizen, $"picker-chosen-{withTiles}");

        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await page.ChooseFaultAsync("ไฟดับ 1 ดวง");
        await page.FillPersonAsync();
        await page.SendButton().ClickAsync();
        await page.ReceiptReferenceAsync();
        var place = (await town.App.WithDbAsync(db => db.ServiceRequests.SingleAsync())).Place;
        Assert.Equal(("T-1", "ถนนทดสอบ", "140101"), (place.PoleNumber, place.Road, place.TambonCode));
        Assert.Equal(100.56195, place.Longitude!.Value, 5);
        citizen.IsContent();
    }

    [Fact]
    public async Task A_pin_that_leaves_the_pole_takes_its_number_back_and_a_search_moves_the_map()
    {
        await using var town = await MapTown.StartAsync();
        await using var citizen = await town.VisitAsync(chromium, Screen.Desk, withTiles: false);
        var page = citizen.Page;
        await citizen.OpenAsync("/report");
        await page.GetByRole(AriaRole.Button, new() { Name = "เลือกบนแผนที่" }).ClickAsync();
        var find = page.GetByRole(AriaRole.Combobox, new() { Name = "ค้นหาถนน" });

        // The enter key in the search sends no form.
        await find.PressSequentiallyAsync("T-2");
        await Expect(page.Locator(".find-place").GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-pole-choices] button")).ToHaveCountAsync(3);
        await page.Locator("[data-pole-choices] button", new() { HasText = "T-2" }).ClickAsync();
        await Expect(page.GetByLabel("หมายเลขเสาไฟ")).ToHaveValueAsync("T-2");

        await page.Locator("[data-picker]").ClickAsync(new() { Position = new() { X = 30, Y = 300 } });
        await Expect(page.GetByLabel("หมายเลขเสาไฟ")).ToHaveValueAsync("");
        await Expect(page).ToHaveURLAsync(town.App.Address + "report");
        citizen.IsContent();
    }
}
