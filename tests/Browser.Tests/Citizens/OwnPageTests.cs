using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Documents;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Citizens;

public sealed class OwnPageTests(Chromium chromium) : IAsyncLifetime
{
    TestApp app = null!;
    Person citizen = null!;

    IPage Page => citizen.Page;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        citizen = await chromium.NewPersonAsync(app, Screen.Phone);
    }

    public async ValueTask DisposeAsync()
    {
        await citizen.DisposeAsync();
        await app.DisposeAsync();
    }

    ILocator Button(string name) => Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    ILocator Link(string name) => Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    [Fact]
    public async Task The_reference_and_the_telephone_number_lead_to_the_own_page()
    {
        var request = await Given.ARequestAsync(app, it => it.From("ทดสอบ ใจดี", "0812345678"));
        await citizen.OpenAsync("/");

        await Page.GetByLabel("เลขที่เรื่อง").FillAsync(request.Reference);
        await Button("ติดตามเรื่อง").ClickAsync();
        await Page.GetByLabel("หมายเลขโทรศัพท์").FillAsync("๐๘๑ ๒๓๔ ๕๖๗๘");
        await Button("ติดตามเรื่อง").ClickAsync();

        await Expect(Page).ToHaveURLAsync($"{app.Address}r/{request.Secret}");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(request.Reference);
        citizen.IsContent();
    }

    [Fact]
    public async Task A_question_is_answered_on_the_own_page_with_a_photo()
    {
        var request = await Given.ARequestAsync(app, it => it.Checked().Asked("เสาอยู่ฝั่งใดของถนน"));
        await citizen.OpenAsync($"/r/{request.Secret}");
        await Expect(Page.GetByText("เสาอยู่ฝั่งใดของถนน").First).ToBeVisibleAsync();

        await Link("ตอบคำถาม").ClickAsync();
        await Page.GetByLabel("คำตอบของท่าน").FillAsync("ฝั่งขวา ตรงข้ามร้านค้า");
        await Page.PickPhotoAsync();
        await Expect(Page.Attached()).ToHaveCountAsync(1);
        await Button("ส่งคำตอบ").ClickAsync();

        await Page.WaitForURLAsync($"**/r/{request.Secret}");
        await Expect(Page.GetByText("ฝั่งขวา ตรงข้ามร้านค้า").First).ToBeVisibleAsync();
        await Expect(Page.GetByAltText("ภาพที่ท่านส่งเพิ่มเติม")).ToBeVisibleAsync();
        Assert.Equal(ServiceRequestStatus.Submitted, (await Given.ReadAsync(app, request)).Status);
        citizen.IsContent();
    }

    [Fact]
    public async Task A_photo_that_was_chosen_before_the_scripts_came_is_sent_like_any_other()
    {
        var request = await Given.ARequestAsync(app, it => it.Checked().Asked("เสาอยู่ฝั่งใดของถนน"));
        var chosen = new TaskCompletionSource();
        await Page.RouteAsync("**/dist/**/*.js", async route =>
        {
            await chosen.Task;
            await route.ContinueAsync();
        });
        await Page.GotoAsync($"/r/{request.Secret}/answer", new() { WaitUntil = WaitUntilState.Commit });
        await Page.PickPhotoAsync();

        chosen.SetResult();

        await Expect(Page.Attached()).ToHaveCountAsync(1);
        citizen.IsContent();
    }

    [Fact]
    public async Task A_question_is_answered_with_a_photo_and_a_document()
    {
        var request = await Given.ARequestAsync(app, it => it.Checked().Asked("กรุณาส่งหนังสือมอบอำนาจ", wanted: ["photo-pole", "document"]));
        await citizen.OpenAsync($"/r/{request.Secret}/answer");
        await Expect(Page.GetByText("เอกสารประกอบ (ไฟล์ PDF หรือภาพถ่ายเอกสาร)")).ToBeVisibleAsync();

        await Page.PickPhotoAsync();
        await Expect(Page.Attached()).ToHaveCountAsync(1);
        await Page.GetByLabel("เอกสาร PDF (ถ้ามี ไม่เกิน 3 ไฟล์)").SetInputFilesAsync(
            new FilePayload { Name = "มอบอำนาจ.pdf", MimeType = "application/pdf", Buffer = TestPdfs.Compressed() });
        await Button("ส่งคำตอบ").ClickAsync();

        await Page.WaitForURLAsync($"**/r/{request.Secret}");
        await Expect(Page.GetByAltText("ภาพที่ท่านส่งเพิ่มเติม")).ToBeVisibleAsync();
        var saved = await Page.RunAndWaitForDownloadAsync(() => Link("มอบอำนาจ.pdf").ClickAsync());
        Assert.Equal("มอบอำนาจ.pdf", saved.SuggestedFilename);
        Assert.Equal(0, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        citizen.IsContent();
    }

    [Fact]
    public async Task A_report_is_withdrawn_after_being_asked_once_more()
    {
        var request = await Given.ARequestAsync(app);
        await citizen.OpenAsync($"/r/{request.Secret}");

        await Link("ยกเลิกเรื่อง").ClickAsync();
        await Page.GetByLabel("เหตุผล (ถ้ามี)").FillAsync("ไฟติดแล้ว");
        await Button("ยืนยันยกเลิกเรื่อง").ClickAsync();

        await Expect(Page.Locator(".own-status .status")).ToHaveTextAsync("ยกเลิก");
        Assert.Equal(ServiceRequestStatus.Withdrawn, (await Given.ReadAsync(app, request)).Status);
        citizen.IsContent();
    }

    [Fact]
    public async Task A_repair_that_did_not_help_is_questioned()
    {
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Accepted().Started().After(days: 1).Completed());
        await citizen.OpenAsync($"/r/{request.Secret}");

        await Link("ยังไม่เรียบร้อย ขอให้ตรวจสอบอีกครั้ง").ClickAsync();
        await Page.GetByLabel("สิ่งที่ยังไม่เรียบร้อย").FillAsync("ติดแล้วดับอีก");
        await Page.PickPhotoAsync();
        await Expect(Page.Attached()).ToHaveCountAsync(1);
        await Button("ส่งให้ตรวจสอบอีกครั้ง").ClickAsync();

        await Page.WaitForURLAsync($"**/r/{request.Secret}");
        await Expect(Page.GetByText("ติดแล้วดับอีก").First).ToBeVisibleAsync();
        await Expect(Page.GetByAltText("ภาพที่ท่านส่งเมื่อขอให้ตรวจสอบอีกครั้ง")).ToBeVisibleAsync();
        Assert.Equal(ServiceRequestStatus.Accepted, (await Given.ReadAsync(app, request)).Status);
        citizen.IsContent();
    }
}
