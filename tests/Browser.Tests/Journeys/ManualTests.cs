using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Shared;
using Songthang.Web.Tests.Documents;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Journeys;

/// <summary>The division's manual played from end to end, and each way in which a request can end otherwise.</summary>
[Trait("runs-on", "each-database")]
public sealed class ManualTests(Chromium chromium) : IAsyncLifetime
{
    MailServer mail = null!;
    TestApp app = null!;
    Person officer = null!, citizen = null!;

    IPage Desk => officer.Page;

    IPage Phone => citizen.Page;

    public async ValueTask InitializeAsync()
    {
        mail = await MailServer.StartAsync();
        app = await LiveProgram.StartAsync(mail);
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        officer = await chromium.NewPersonAsync(app, Screen.Desk);
        citizen = await chromium.NewPersonAsync(app, Screen.Phone);
        await officer.SignInAsync("somsri");
    }

    public async ValueTask DisposeAsync()
    {
        await officer.DisposeAsync();
        await citizen.DisposeAsync();
        await app.DisposeAsync();
        await mail.DisposeAsync();
    }

    [Fact]
    public async Task A_report_goes_through_all_seven_steps_until_it_is_rated()
    {
        var reference = await ReportAsync();
        await mail.ReceivedAsync(MailServer.DutyAddress, reference);
        var own = await OwnPageAsync(reference);

        await OpenAsync(reference);
        await CheckAsync();
        await Desk.ActAsync("ขอข้อมูลเพิ่มเติม", async form =>
        {
            await form.GetByLabel("คำถามของท่าน").FillAsync("กรุณาส่งหนังสือจากผู้ใหญ่บ้าน");
            await form.GetByLabel("เอกสารประกอบ").CheckAsync();
        });
        await Expect(Desk.Status()).ToHaveTextAsync("รอข้อมูลเพิ่มเติมจากผู้แจ้ง");
        await AnswerWithADocumentAsync(own);

        await OpenAsync(reference);
        await Expect(Desk.GetByRole(AriaRole.Link, new() { Name = "หนังสือ.pdf" })).ToBeVisibleAsync();
        await PrintAsync(reference);
        await Desk.ActAsync("รับเรื่อง");
        await RepairByWorkOrderAsync(reference);
        await mail.ReceivedAsync(ReportPage.Email, $"ดำเนินการเรื่อง {reference} เสร็จแล้ว");

        await RateAsync(own);
        await OpenAsync(reference);
        await Expect(Desk.Locator("main")).ToContainTextAsync("ขอบคุณช่างมาก");
        await Looks.RightAsync(officer, "manual-rated-officer");
        Assert.Equal(7, await Desk.Locator("section[aria-labelledby=steps-title] tbody tr").CountAsync());
        citizen.IsContent();
        officer.IsContent();
    }

    [Fact]
    public async Task A_report_that_is_none_of_ours_is_declined_with_a_reason()
    {
        var reference = await ReportAsync();
        var own = await OwnPageAsync(reference);

        await OpenAsync(reference);
        await CheckAsync();
        await Desk.Locator(".acts").GetByRole(AriaRole.Link, new() { Name = "ไม่รับดำเนินการ", Exact = true }).ClickAsync();
        await Desk.Locator("#reason-private").CheckAsync();
        await Desk.GetByLabel("คำอธิบายถึงผู้แจ้ง").FillAsync("เป็นไฟของหมู่บ้านจัดสรร กรุณาติดต่อนิติบุคคล");
        await Desk.GetByRole(AriaRole.Button, new() { Name = "ดูข้อความก่อนยืนยัน" }).ClickAsync();
        await Looks.RightAsync(officer, "manual-decline");
        await Desk.GetByRole(AriaRole.Button, new() { Name = "ยืนยันไม่รับดำเนินการ" }).ClickAsync();
        await Expect(Desk.Status()).ToContainTextAsync("ไม่รับดำเนินการ");

        Assert.Contains("นิติบุคคล", (await mail.ReceivedAsync(ReportPage.Email, "ผลการพิจารณา")).TextBody, StringComparison.Ordinal);
        await citizen.OpenAsync(own);
        await Expect(Phone.GetByText("เป็นไฟของหมู่บ้านจัดสรร").First).ToBeVisibleAsync();
        await Looks.RightAsync(citizen, "manual-declined");
    }

    [Fact]
    public async Task A_report_about_anothers_light_is_forwarded_and_its_answer_passed_on()
    {
        var reference = await ReportAsync();
        var own = await OwnPageAsync(reference);

        await OpenAsync(reference);
        await CheckAsync();
        await Desk.ActAsync("ส่งต่อหน่วยงาน", async form =>
        {
            await form.Locator("#receiver-doh").CheckAsync();
            await form.GetByLabel("เลขที่หนังสือ").FillAsync("อย 51004/123");
        });
        await Expect(Desk.Status()).ToHaveTextAsync("ส่งต่อหน่วยงานที่รับผิดชอบ");
        await mail.ReceivedAsync(ReportPage.Email, $"ส่งต่อเรื่อง {reference} ไปยังกรมทางหลวง");
        await Desk.ActAsync("บันทึกคำตอบจากหน่วยงาน", form => form.Locator("[name=Text]").FillAsync("แขวงทางหลวงจะเปลี่ยนโคมสัปดาห์หน้า"));
        await Looks.RightAsync(officer, "manual-forwarded-officer");

        await citizen.OpenAsync(own);
        await Expect(Phone.GetByText("1586").First).ToBeVisibleAsync();
        await Expect(Phone.GetByText("แขวงทางหลวงจะเปลี่ยนโคมสัปดาห์หน้า").First).ToBeVisibleAsync();
        await Looks.RightAsync(citizen, "manual-forwarded");
    }

    [Fact]
    public async Task Three_reports_of_one_light_become_one_and_are_done_by_one_work_order()
    {
        var main = await ByEmailAsync("first@citizen.example");
        ServiceRequest[] others = [await ByEmailAsync("second@citizen.example"), await ByEmailAsync("third@citizen.example")];

        await OpenAsync(main.Reference);
        await CheckAsync();
        await Desk.ActAsync("รวมเรื่องอื่นเข้ากับเรื่องนี้", async form =>
        {
            foreach (var other in others)
                await form.Locator($"#other-{other.Reference}").CheckAsync();
        });
        await Looks.RightAsync(officer, "manual-merged");
        await Desk.ActAsync("รับเรื่อง");
        await RepairByWorkOrderAsync(main.Reference);

        foreach (var (address, reference) in new[] { ("first@citizen.example", main.Reference), ("second@citizen.example", others[0].Reference), ("third@citizen.example", others[1].Reference) })
        {
            await mail.ReceivedAsync(address, "เสร็จแล้ว");
            Assert.Single(mail.MessagesTo(address), letter => letter.Subject?.Contains("เสร็จแล้ว", StringComparison.Ordinal) == true);
        }

        await citizen.OpenAsync(Links.OwnPage(others[1].Secret));
        await Expect(Phone.Locator(".own-status .status")).ToHaveTextAsync("ดำเนินการแล้ว");
        await Looks.RightAsync(citizen, "manual-merged-own");
        Assert.Equal(ServiceRequestStatus.Completed, (await Given.ReadAsync(app, main)).Status);
        Assert.Equal(ServiceRequestStatus.Duplicate, (await Given.ReadAsync(app, others[1])).Status);
    }

    [Fact]
    public async Task A_repair_that_did_not_hold_is_reopened_and_counted()
    {
        var request = await ByEmailAsync("first@citizen.example", it => it.SubmittedAgo(days: 4).Accepted().Started().After(days: 2).Completed());
        await citizen.OpenAsync(Links.OwnPage(request.Secret));

        await Phone.Locator("main").GetByRole(AriaRole.Link, new() { Name = "ยังไม่เรียบร้อย ขอให้ตรวจสอบอีกครั้ง", Exact = true }).ClickAsync();
        await Phone.GetByLabel("สิ่งที่ยังไม่เรียบร้อย").FillAsync("ติดแล้วดับอีกตอนดึก");
        await Phone.PickPhotoAsync();
        await Expect(Phone.Attached()).ToHaveCountAsync(1);
        await Phone.GetByRole(AriaRole.Button, new() { Name = "ส่งให้ตรวจสอบอีกครั้ง" }).ClickAsync();
        await Phone.WaitForURLAsync($"**{Links.OwnPage(request.Secret)}");

        await OpenAsync(request.Reference);
        await Expect(Desk.Status()).ToHaveTextAsync("รับเรื่องแล้ว");
        await Expect(Desk.Locator("main")).ToContainTextAsync("เปิดใหม่ครั้งที่ 1");
        await Looks.RightAsync(officer, "manual-reopened");
        Assert.Equal(1, (await Given.ReadAsync(app, request)).ReopenedCount);
    }

    Task<ServiceRequest> ByEmailAsync(string address, Func<Story, Story>? tell = null) => Given.ARequestAsync(app, it =>
    {
        it.From("ทดสอบ ใจดี", "0812345678", address, ToldBy.Email);
        return tell is null ? it : tell(it);
    });

    async Task<string> ReportAsync()
    {
        await citizen.OpenAsync("/report");
        await Phone.FillLeastAsync();
        await Phone.GetByLabel("จุดสังเกต").FillAsync("ตรงข้ามวัดตัวอย่าง");
        await Phone.GetByLabel("อีเมล (ถ้ามี)").FillAsync(ReportPage.Email);
        await Phone.Locator("#told-email").CheckAsync();
        await Phone.SendButton().ClickAsync();
        return await Phone.ReceiptReferenceAsync();
    }

    Task<string> OwnPageAsync(string reference) => app.WithDbAsync(async db =>
        Links.OwnPage((await db.ReadRequestAsync(reference, CancellationToken.None))!.Secret));

    async Task OpenAsync(string reference)
    {
        await officer.OpenAsync(Links.OfficerRequest(reference));
        await Desk.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
    }

    async Task CheckAsync()
    {
        await Desk.ActAsync("ตรวจสอบข้อมูล", async form =>
        {
            await form.Locator("#PlaceFound-Yes").CheckAsync();
            await form.Locator("#Danger-No").CheckAsync();
        });
    }

    async Task AnswerWithADocumentAsync(string own)
    {
        await citizen.OpenAsync(own);
        await Phone.Locator("main").GetByRole(AriaRole.Link, new() { Name = "ตอบคำถาม", Exact = true }).ClickAsync();
        await Phone.GetByLabel("คำตอบของท่าน").FillAsync("ส่งหนังสือมาแล้วตามแนบ");
        await Phone.Locator("input[name='Documents.Files']").SetInputFilesAsync(
            new FilePayload { Name = "หนังสือ.pdf", MimeType = "application/pdf", Buffer = TestPdfs.Plain() });
        await Looks.RightAsync(citizen, "manual-answer");
        await Phone.GetByRole(AriaRole.Button, new() { Name = "ส่งคำตอบ" }).Last.ClickAsync();
        await Phone.WaitForURLAsync($"**{own}");
        await Expect(Phone.Locator(".flash")).ToBeVisibleAsync();
    }

    /// <summary>Browsers show a PDF each in their own way; that the paper came, and that step 4 stopped, is what counts.</summary>
    async Task PrintAsync(string reference)
    {
        var paper = await Desk.RunAndWaitForResponseAsync(
            () => Desk.GetByRole(AriaRole.Button, new() { Name = "พิมพ์แบบคำร้อง", Exact = true }).ClickAsync(),
            response => response.Url.Contains("form.pdf", StringComparison.Ordinal));
        Assert.Equal(200, paper.Status);
        Assert.Equal("application/pdf", paper.Headers["content-type"]);
        await OpenAsync(reference);
        await Expect(Desk.Locator("main")).ToContainTextAsync("พิมพ์แบบคำร้องแล้ว");
    }

    async Task RepairByWorkOrderAsync(string reference)
    {
        await Desk.GetByRole(AriaRole.Link, new() { Name = "ออกใบสั่งงาน" }).ClickAsync();
        await Desk.GetByLabel("ชุดช่างไฟฟ้า 1").CheckAsync();
        await Desk.ActForm().Locator(".act-buttons button").ClickAsync();
        await Desk.GetByRole(AriaRole.Button, new() { Name = "เริ่มงาน" }).ClickAsync();
        await Desk.GetByRole(AriaRole.Link, new() { Name = "บันทึกผลการซ่อม" }).ClickAsync();
        await Desk.GetByLabel("เปลี่ยนหลอดไฟแล้ว ไฟติดเป็นปกติ").CheckAsync();
        await Looks.RightAsync(officer, "manual-repair");
        await Desk.ActForm().Locator(".act-buttons button.btn-primary").ClickAsync();
        await Expect(Desk.Locator(".request-head .status")).ToContainTextAsync("เสร็จสิ้น");
        await OpenAsync(reference);
        await Expect(Desk.Status()).ToHaveTextAsync("ดำเนินการแล้ว");
    }

    async Task RateAsync(string own)
    {
        await citizen.OpenAsync(own);
        await Phone.GetByRole(AriaRole.Link, new() { Name = "ให้คะแนนการซ่อม" }).ClickAsync();
        await Phone.Locator("#fixed-yes").CheckAsync();
        await Phone.Locator("#satisfaction-5").CheckAsync();
        await Phone.GetByLabel("ข้อเสนอแนะ (ถ้ามี)").FillAsync("ขอบคุณช่างมาก");
        await Looks.RightAsync(citizen, "manual-rate");
        await Phone.GetByRole(AriaRole.Button, new() { Name = "ส่งคะแนน" }).ClickAsync();
        await Phone.WaitForURLAsync($"**{own}");
        await Looks.RightAsync(citizen, "manual-rated");
    }
}
