using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;
using Songthang.Web.Tests.Photos;

namespace Songthang.Browser.Tests.Journeys;

/// <summary>The whole job from end to end, by the clock on the wall, with all workers running. Runs on each database.</summary>
[Trait("runs-on", "each-database")]
public sealed partial class JourneyTests(Chromium chromium)
{
    static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    static ILocatorAssertions Expect(ILocator place) => Assertions.Expect(place);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_citizen_reports_with_a_photo_and_sees_it_repaired(bool withScripts)
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await LiveProgram.StartAsync(mail);
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        await using var officer = await chromium.NewPersonAsync(app, Screen.Desk, options => options.JavaScriptEnabled = withScripts);
        await using var citizen = await chromium.NewPersonAsync(app, Screen.Phone, options =>
        {
            options.JavaScriptEnabled = withScripts;
            ReportPage.TellsPosition(options);
        });
        await officer.SignInAsync("somsri");
        await Expect(officer.Page.Bell()).ToBeHiddenAsync();

        var reference = await ReportAsync(citizen.Page, withScripts);

        // The page was open before the report came in; without scripts the officer loads it again.
        if (!withScripts) await officer.Page.ReloadAsync();
        await Expect(officer.Page.Bell()).ToHaveTextAsync("1");
        var duty = await mail.ReceivedAsync(MailServer.DutyAddress, reference);
        Assert.DoesNotContain(ReportPage.Name, duty.ToString(), StringComparison.Ordinal);
        var received = await mail.ReceivedAsync(ReportPage.Email, $"ได้รับเรื่องของท่านแล้ว เลขที่ {reference}");
        await HandleAsync(officer.Page, reference);

        await mail.ReceivedAsync(ReportPage.Email, $"รับเรื่อง {reference} ไว้ดำเนินการแล้ว");
        await mail.ReceivedAsync(ReportPage.Email, $"เริ่มดำเนินการเรื่อง {reference} แล้ว");
        var completed = await mail.ReceivedAsync(ReportPage.Email, $"ดำเนินการเรื่อง {reference} เสร็จแล้ว");
        Assert.Equal(4, mail.MessagesTo(ReportPage.Email).Count);
        Assert.Equal(OwnLink(received, app), OwnLink(completed, app));
        await SeeItRepairedAsync(citizen, OwnLink(completed, app));
        await SeeNothingPersonalAsync(citizen, reference);
        citizen.IsContent();
        officer.IsContent();
    }

    static async Task<string> ReportAsync(IPage page, bool withScripts)
    {
        await page.GotoAsync("/");
        await page.Locator("main .btn-lamp").ClickAsync();
        // All of the page is there, fonts too: nothing moves away under a finger any more.
        await page.WaitForURLAsync("**/report");
        await page.ChooseFaultAsync("ไฟดับหลายดวงหรือทั้งแถบ");
        await page.GetByLabel("รายละเอียดเพิ่มเติม").FillAsync("ดับสามดวงติดกันตั้งแต่เมื่อคืน");
        if (withScripts)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "ใช้ตำแหน่งปัจจุบัน" }).ClickAsync();
            await Expect(page.Locator("[data-position-status]")).ToContainTextAsync("14.35212, 100.56199");
            await page.Locator("[data-nearest-choices] button").First.ClickAsync();
        }
        else
        {
            await page.Locator("[data-tambon]").SelectOptionAsync("140101");
        }

        await page.GetByLabel("จุดสังเกต").FillAsync("ตรงข้ามวัดตัวอย่าง");
        await page.PickPhotoAsync();
        if (withScripts) await Expect(page.Attached()).ToHaveCountAsync(1);
        await page.FillPersonAsync();
        await page.GetByLabel("อีเมล (ถ้ามี)").FillAsync(ReportPage.Email);
        await page.Locator("#told-email").CheckAsync();
        await page.SendButton().ClickAsync();
        var reference = await page.ReceiptReferenceAsync();
        await Expect(page.Locator(".receipt")).ToContainTextAsync("1 ภาพ");
        return reference;
    }

    static async Task HandleAsync(IPage page, string reference)
    {
        await page.Locator("a.bell").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = reference, Exact = true }).ClickAsync();
        await Expect(page.GetByText("ดับสามดวงติดกันตั้งแต่เมื่อคืน").First).ToBeVisibleAsync();
        await Expect(page.Status()).ToHaveTextAsync("รอรับเรื่อง");
        await page.ActAsync("ตรวจสอบข้อมูล", form => form.GetByLabel("เผยแพร่ภาพที่ 1").CheckAsync());
        await page.ActAsync("รับเรื่อง");
        await Expect(page.Status()).ToHaveTextAsync("รับเรื่องแล้ว");
        await page.ActAsync("เริ่มดำเนินการ");
        await Expect(page.Status()).ToHaveTextAsync("กำลังดำเนินการ");
        await page.ActAsync("ดำเนินการแล้วเสร็จ", async form =>
        {
            await form.GetByLabel("ผลการดำเนินการ").FillAsync("เปลี่ยนหลอดไฟสามดวงแล้ว");
            await page.PickPhotoAsync(TestPhotos.Jpeg());
        });
        await Expect(page.Status()).ToHaveTextAsync("ดำเนินการแล้ว");
        await page.GotoAsync("/officer");
        await Expect(page.Bell()).ToBeHiddenAsync();
    }

    static async Task SeeItRepairedAsync(Person citizen, Uri link)
    {
        await citizen.OpenAsync(link.PathAndQuery);
        var page = citizen.Page;
        await Expect(page.Locator(".own-status .status")).ToHaveTextAsync("ดำเนินการแล้ว");
        await Expect(page.GetByText("เปลี่ยนหลอดไฟสามดวงแล้ว").First).ToBeVisibleAsync();
        foreach (var (words, width, height) in new[] { ("ภาพที่ท่านแนบตอนแจ้งเหตุ", 3, 4), ("หลังดำเนินการ", 4, 3) })
        {
            var photo = page.GetByAltText(words);
            await photo.ScrollIntoViewIfNeededAsync();
            await Expect(photo).ToHaveJSPropertyAsync("complete", true);
            var size = await photo.EvaluateAsync<int[]>("image => [image.naturalWidth, image.naturalHeight]");
            // Upright, as the phone was held.
            Assert.Equal(width > height, size[0] > size[1]);
        }
    }

    static async Task SeeNothingPersonalAsync(Person citizen, string reference)
    {
        await citizen.OpenAsync($"/reports/{reference}");
        var page = citizen.Page;
        await Expect(page.GetByText("ดับสามดวงติดกันตั้งแต่เมื่อคืน").First).ToBeVisibleAsync();
        var photos = page.Locator(".photo-list a");
        await Expect(photos).ToHaveCountAsync(2);
        var words = await page.ContentAsync();
        foreach (var secret in new[] { "มานะ", "0812345678", ReportPage.Phone, ReportPage.Email, "100.56198" })
            Assert.DoesNotContain(secret, words, StringComparison.Ordinal);
        foreach (var photo in await photos.AllAsync())
        {
            var file = await citizen.Context.APIRequest.GetAsync((await photo.GetAttributeAsync("href"))!);
            Assert.Equal(200, file.Status);
            Assert.DoesNotContain("Secret", Encoding.Latin1.GetString(await file.BodyAsync()), StringComparison.Ordinal);
        }
    }

    /// <summary>The requester's link in a message that is fit to be read: in Thai, as text and as HTML, both with the link.</summary>
    static Uri OwnLink(MimeMessage message, TestApp app)
    {
        Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Contains("<html lang=\"th\">", message.HtmlBody, StringComparison.Ordinal);
        var link = new Uri(Address().Match(message.TextBody!).Value);
        Assert.Contains(link.AbsoluteUri, message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(app.Address.Authority, link.Authority);
        Assert.StartsWith("/r/", link.AbsolutePath, StringComparison.Ordinal);
        return link;
    }

    [GeneratedRegex(@"http://\S+/r/\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
