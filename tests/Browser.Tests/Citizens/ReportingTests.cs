using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Citizens;

public sealed class ReportingTests(Chromium chromium) : IAsyncLifetime
{
    TestApp app = null!;
    Person citizen = null!;

    IPage Page => citizen.Page;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        citizen = await chromium.NewPersonAsync(app, Screen.Phone, ReportPage.TellsPosition);
        await citizen.OpenAsync("/report");
    }

    public async ValueTask DisposeAsync()
    {
        await citizen.DisposeAsync();
        await app.DisposeAsync();
    }

    Task<int> CountRequestsAsync() => app.WithDbAsync(db => db.ServiceRequests.CountAsync());

    [Fact]
    public async Task A_danger_shows_the_number_to_call_at_once_and_a_lamp_that_is_out_does_not()
    {
        var call = Page.Locator(".danger-now").GetByRole(AriaRole.Link, new() { Name = "1129" });
        await Expect(call).ToBeHiddenAsync();

        await Page.ChooseFaultAsync("สายไฟขาดหรือหย่อน");
        await Expect(call).ToBeVisibleAsync();
        await Expect(call).ToHaveAttributeAsync("href", "tel:1129");
        await Page.ChooseFaultAsync("ไฟดับ 1 ดวง");
        await Expect(call).ToBeHiddenAsync();
        citizen.IsContent();
    }

    [Fact]
    public async Task Mistakes_are_marked_beside_their_fields_and_nothing_typed_or_uploaded_is_lost()
    {
        citizen.Expects("status of 422");
        await Page.GetByLabel("รายละเอียดเพิ่มเติม").FillAsync("ดับทั้งซอย");
        await Page.GetByLabel("หมายเลขโทรศัพท์").FillAsync("12345");
        await Page.PickPhotoAsync();
        await Expect(Page.Attached()).ToHaveCountAsync(1);
        await Page.SendButton().ClickAsync();

        var summary = Page.Locator("[data-error-summary]");
        await Expect(summary).ToBeFocusedAsync();
        await Expect(summary.GetByRole(AriaRole.Link)).ToHaveTextAsync(
            [
                "กรุณาเลือกอาการที่พบ", "กรุณาระบุสถานที่ เช่น ตำแหน่งปัจจุบัน ตำบล ถนน หรือจุดสังเกต", "กรุณาระบุชื่อ-นามสกุลผู้แจ้ง",
                "หมายเลขโทรศัพท์ไม่ถูกต้อง (ตัวเลข 9–10 หลัก)", "กรุณาอ่านและทำเครื่องหมายรับทราบประกาศความเป็นส่วนตัว",
            ]);
        var phone = Page.GetByLabel("หมายเลขโทรศัพท์");
        await summary.GetByRole(AriaRole.Link, new() { Name = "หมายเลขโทรศัพท์ไม่ถูกต้อง" }).ClickAsync();
        await Expect(phone).ToBeFocusedAsync();
        await Expect(phone).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(phone).ToHaveAccessibleDescriptionAsync("ตัวเลข 9–10 หลัก เช่น 081-234-5678 หมายเลขโทรศัพท์ไม่ถูกต้อง (ตัวเลข 9–10 หลัก)");
        await Expect(phone).ToHaveValueAsync("12345");
        await Expect(Page.GetByLabel("รายละเอียดเพิ่มเติม")).ToHaveValueAsync("ดับทั้งซอย");
        await Expect(Page.Attached()).ToHaveCountAsync(1);
        await Expect(Page.Locator("[data-draft-status]")).ToBeHiddenAsync();

        await Page.FillLeastAsync();
        await Page.SendButton().ClickAsync();
        await Page.ReceiptReferenceAsync();
        await Expect(Page.Locator(".receipt")).ToContainTextAsync("1 ภาพ");
        citizen.IsContent();
    }

    [Fact]
    public async Task A_tap_on_the_map_sets_the_position()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "เลือกบนแผนที่" }).ClickAsync();
        await Expect(Page.Locator("[data-picker] .leaflet-tile-loaded").First).ToBeVisibleAsync();

        await Page.Locator("[data-picker]").TapAsync();

        await Expect(Page.Locator("[data-position-status]")).ToContainTextAsync("ตำแหน่งที่เลือก 14.3");
        await Expect(Page.Locator("[data-picker] img.leaflet-marker-icon")).ToBeVisibleAsync();
        await Page.FillPersonAsync();
        await Page.ChooseFaultAsync("ไฟกะพริบ");
        await Page.SendButton().ClickAsync();
        await Page.ReceiptReferenceAsync();
        var place = (await app.WithDbAsync(db => db.ServiceRequests.SingleAsync())).Place;
        Assert.InRange(place.Latitude!.Value, 14.2, 14.5);
        Assert.InRange(place.Longitude!.Value, 100.4, 100.7);
        citizen.IsContent();
    }

    [Fact]
    public async Task A_position_outside_the_province_is_warned_of_and_still_taken()
    {
        // Bangkok.
        await citizen.Context.SetGeolocationAsync(new() { Latitude = 13.7563f, Longitude = 100.5018f });
        await Page.GetByRole(AriaRole.Button, new() { Name = "ใช้ตำแหน่งปัจจุบัน" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "อยู่นอกพื้นที่จังหวัด" })).ToBeVisibleAsync();

        await Page.ChooseFaultAsync("ไฟดับ 1 ดวง");
        await Page.FillPersonAsync();
        await Page.SendButton().ClickAsync();

        await Page.ReceiptReferenceAsync();
        await Expect(Page.GetByText("จุดที่แจ้งอยู่นอกพื้นที่จังหวัด")).ToBeVisibleAsync();
        citizen.IsContent();
    }

    [Fact]
    public async Task Who_refuses_to_tell_the_position_is_shown_the_other_ways()
    {
        await citizen.Context.ClearPermissionsAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "ใช้ตำแหน่งปัจจุบัน" }).ClickAsync();

        await Expect(Page.Locator("[data-position-status]")).ToContainTextAsync("ไม่สามารถใช้ตำแหน่งได้");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_sends_one_request(bool withScripts)
    {
        await using var hasty = await chromium.NewPersonAsync(app, Screen.Phone, options => options.JavaScriptEnabled = withScripts);
        await hasty.OpenAsync("/report");
        await hasty.Page.FillLeastAsync();

        await hasty.Page.SendButton().DblClickAsync();

        await hasty.Page.ReceiptReferenceAsync();
        Assert.Equal(1, await CountRequestsAsync());
        hasty.IsContent();
    }

    [Fact]
    public async Task A_draft_survives_leaving_the_page_and_is_forgotten_once_sent()
    {
        await Page.FillLeastAsync();
        await Page.PickPhotoAsync();
        await Expect(Page.Attached()).ToHaveCountAsync(1);

        await citizen.OpenAsync("/");
        var kept = await Page.EvaluateAsync<string>("JSON.stringify({...sessionStorage, ...localStorage})");
        await citizen.OpenAsync("/report");

        // Who reports is stored nowhere.
        Assert.Contains("lamp_out", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(ReportPage.Name, kept, StringComparison.Ordinal);
        Assert.DoesNotMatch("08[0-9-]{8}", kept);
        await Expect(Page.GetByLabel("ชื่อ-นามสกุลผู้แจ้ง")).ToHaveValueAsync("");
        await Page.FillLeastAsync();
        await Expect(Page.Attached()).ToHaveCountAsync(1);
        await Page.GetByLabel("ข้าพเจ้ารับทราบประกาศความเป็นส่วนตัวแล้ว").CheckAsync();
        await Page.SendButton().ClickAsync();
        await Page.ReceiptReferenceAsync();
        await citizen.OpenAsync("/report");
        await Expect(Page.GetByLabel("ชื่อ-นามสกุลผู้แจ้ง")).ToHaveValueAsync("");
        await Expect(Page.Attached()).ToHaveCountAsync(0);
        citizen.IsContent();
    }

    [Fact]
    public async Task A_browser_computes_what_it_is_asked_and_sends_the_report_by_itself()
    {
        await using var strict = await TestApp.StartAsync(settings: new() { ["Songthang:Spam:QuickSeconds"] = "4", ["Songthang:Spam:ProofRounds"] = "200" });
        await using var hasty = await chromium.NewPersonAsync(strict, Screen.Phone);
        await hasty.OpenAsync("/report");
        await hasty.Page.FillLeastAsync();
        await hasty.Page.PickPhotoAsync();
        await Expect(hasty.Page.Attached()).ToHaveCountAsync(1);
        await hasty.Page.SendButton().ClickAsync();

        await hasty.Page.ReceiptReferenceAsync();
        Assert.Equal(1, await strict.WithDbAsync(db => db.Photos.CountAsync()));
        Assert.Equal(0, await strict.WithDbAsync(db => db.HeldReports.CountAsync()));
        hasty.IsContent();
    }
}
