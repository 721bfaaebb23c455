using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Officers;

public sealed class WorkOrderTests(Chromium chromium) : IAsyncLifetime
{
    TestApp app = null!;
    ServiceRequest near = null!, next = null!, withdrawn = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        await app.CreateAccountAsync("somchai", OfficerRole.Crew);
        near = await AddAsync("section_out", 0, "ไฟดับทั้งแถบตั้งแต่สะพานถึงวัด");
        next = await AddAsync("lamp_out", 0.004, "");
        withdrawn = await AddAsync("flicker", 0.008, "ไฟกะพริบ");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Task<ServiceRequest> AddAsync(string fault, double east, string symptom) => Given.ARequestAsync(app, it => it.SubmittedAgo(days: 2)
        .Of(fault, symptom).Sent(s => s with { Place = s.Place with { Longitude = s.Place.Longitude + east } }).Accepted());

    [Fact]
    public async Task An_officer_sends_a_crew_out_which_records_stop_after_stop_on_a_phone()
    {
        await using var officer = await chromium.NewPersonAsync(app, Screen.Desk);
        await officer.SignInAsync("somsri");
        await SendOutAsync(officer);
        await Given.LaterAsync(app, withdrawn, it => it.Withdrawn());

        await using var crew = await chromium.NewPersonAsync(app, Screen.Phone);
        await crew.SignInAsync("somchai");
        await WorkAsync(crew);

        await officer.OpenAsync(Links.WorkOrder("2569-1"));
        await Expect(officer.Page.Locator(".request-head .status")).ToContainTextAsync("เสร็จสิ้น");
        await Expect(officer.Page.Locator("main")).ToContainTextAsync("2 หลอด");
        await Looks.RightAsync(officer, "journey-order-ended");
        await officer.OpenAsync(Links.OfficerRequest(near.Reference));
        await Expect(officer.Page.Locator(".photo-choices img")).ToHaveCountAsync(2);
        Assert.Equal(ServiceRequestStatus.Completed, (await Given.ReadAsync(app, near)).Status);
        Assert.Equal(ServiceRequestStatus.Accepted, (await Given.ReadAsync(app, next)).Status);
        crew.IsContent();
    }

    async Task SendOutAsync(Person officer)
    {
        var page = officer.Page;
        await officer.OpenAsync(Links.OfficerRequest(near.Reference));
        await page.GetByRole(AriaRole.Link, new() { Name = "ออกใบสั่งงาน" }).ClickAsync();
        await Looks.RightAsync(officer, "journey-order-new");
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        await page.GetByLabel(next.Reference).CheckAsync();
        await page.GetByLabel(withdrawn.Reference).CheckAsync();
        await page.GetByLabel("ชุดช่างไฟฟ้า 1").CheckAsync();
        await page.GetByLabel("วันที่ทำงาน").FillAsync("2026-11-23");
        await page.GetByLabel("คำสั่งถึงช่าง").FillAsync("นำรถกระเช้าไปด้วย");
        await page.ActForm().Locator(".act-buttons button").ClickAsync();
        await page.WaitForURLAsync("**/officer/work-orders/2569-1");
        await Expect(page.Locator(".flash")).ToContainTextAsync("ออกใบสั่งงาน 1/2569 แล้ว");
        await Looks.RightAsync(officer, "journey-order");
    }

    async Task WorkAsync(Person crew)
    {
        var page = crew.Page;
        await page.WaitForURLAsync("**/crew");
        await Looks.RightAsync(crew, "journey-crew");
        await page.GetByRole(AriaRole.Link, new() { Name = "ใบสั่งงาน 1/2569" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "เริ่มงาน" }).ClickAsync();
        // What its reporter withdrew is no stop any more, and the rest goes on.
        await Expect(page.Locator(".flash")).ToContainTextAsync($"{withdrawn.Reference} (ผู้แจ้งขอยกเลิก)");
        await Expect(page.Locator("a.crew-card")).ToHaveCountAsync(2);
        await Looks.RightAsync(crew, "journey-crew-order");
        await page.Locator("a.crew-card").First.ClickAsync();
        await Looks.RightAsync(crew, "journey-crew-stop");
        await page.GetByRole(AriaRole.Link, new() { Name = "ซ่อมเสร็จ" }).ClickAsync();

        await page.GetByLabel("เปลี่ยนหลอดไฟแล้ว ไฟติดเป็นปกติ").CheckAsync();
        await page.GetByLabel("สาเหตุที่พบ").SelectOptionAsync("lamp");
        var more = page.GetByRole(AriaRole.Button, new() { Name = "เพิ่ม: หลอดโซเดียมความดันสูง" });
        await more.ClickAsync();
        await more.ClickAsync();
        await Expect(page.Locator("[name='Result.Used[sodium-lamp]']")).ToHaveValueAsync("2");
        await PickAsync(page, "Result_Before_Files");
        await PickAsync(page, "Result_After_Files");
        await Expect(page.Locator(".photo img")).ToHaveCountAsync(2);
        await Looks.RightAsync(crew, "journey-crew-done");
        await page.GetByRole(AriaRole.Button, new() { Name = "บันทึกว่าซ่อมเสร็จ" }).ClickAsync();

        await page.WaitForURLAsync($"**/crew/2569-1/{next.Reference}");
        await page.GetByRole(AriaRole.Link, new() { Name = "ซ่อมไม่ได้" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "บันทึกว่าซ่อมไม่ได้" }).ClickAsync();
        crew.Expects("422");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("กรุณาเลือกเหตุผล");
        await Looks.RightAsync(crew, "journey-crew-not-done");
        await page.GetByLabel("รออะไหล่").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "บันทึกว่าซ่อมไม่ได้" }).ClickAsync();
        await page.WaitForURLAsync("**/crew/2569-1");
        await Expect(page.Locator(".request-head .status")).ToContainTextAsync("เสร็จสิ้น");
    }

    static Task PickAsync(IPage page, string field) => page.Locator($"#{field}").SetInputFilesAsync(
        new FilePayload { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = TestPhotos.RotatedWithPosition() });
}
