using System.Net;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Photos;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Papers;

public sealed class RequestFormTests
{
    [Fact]
    public async Task The_first_printout_is_the_original_and_every_later_one_a_copy()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Opened().Checked());
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var before = await TextAsync(officer, request);
        await PrintAsync(officer, request);
        var first = await TextAsync(officer, request);
        await PrintAsync(officer, request);
        var second = await TextAsync(officer, request);

        Assert.Contains("ตัวอย่างก่อนพิมพ์", before, StringComparison.Ordinal);
        Assert.DoesNotContain("ตัวอย่างก่อนพิมพ์", first, StringComparison.Ordinal);
        Assert.DoesNotContain("สำเนา", first, StringComparison.Ordinal);
        Assert.Contains("สำเนา", second, StringComparison.Ordinal);
        Assert.Equal(2, (await Given.ReadAsync(app, request)).Timeline.Count(entry => entry.Kind == TimelineKind.FormPrinted));
    }

    [Fact]
    public async Task The_form_says_what_the_citizen_said_in_the_words_of_the_office()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Checked().Accepted().Completed("เปลี่ยนหลอดไฟแล้ว 2 ดวง"));
        using var director = await app.SignInAsync(OfficerRole.Director);

        var text = PrintedFile.WithoutSpace(await TextAsync(director, request));

        foreach (var words in (string[])
            ["เลขที่คำร้อง ๑/๒๕๖๙", "วันที่ ๒๓ เดือน พฤศจิกายน พ.ศ. ๒๕๖๙", "ทดสอบ ใจดี", "๐๘๑-๒๓๔-๕๖๗๘", "ประตูชัย", "TEST-12",
             "แจ้งผ่านระบบอิเล็กทรอนิกส์ ไม่ต้องลงลายมือชื่อ", "ความเห็นผู้อำนวยการกองช่าง", "คำสั่งนายก อบจ.", "จึงเรียนมาเพื่อโปรดพิจารณา",
             "เปลี่ยนหลอดไฟแล้ว 2 ดวง", "หน้า ๑ จาก ๑", request.Reference])
            Assert.Contains(PrintedFile.WithoutSpace(words), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_citizens_photos_come_with_the_form_and_a_lost_one_does_not_hold_it_up()
    {
        await using var app = await TestApp.StartAsync();
        var photo = await app.WithAsync<PhotoStore, StoredPhoto>(store => store.SaveAsync(
            new PreparedPhoto(TestPhotos.Jpeg(), TestPhotos.Jpeg(64, 48), 640, 480), TestContext.Current.CancellationToken));
        var request = await Given.ARequestAsync(app, it => it.WithPhotos(photo.Id, new string('0', 32)));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var text = PrintedFile.WithoutSpace(await TextAsync(officer, request));

        Assert.Contains("ภาพถ่ายประกอบ", text, StringComparison.Ordinal);
        Assert.Contains("ภาพที่๑", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ภาพที่๒", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_is_for_staff_only()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var anyone = app.NewVisitor();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        Assert.Equal(HttpStatusCode.Found, (await anyone.GetAsync(Address(request))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/officer/requests/69-99999-9/form.pdf")).Status);
    }

    [Fact]
    public async Task A_citizen_takes_the_receipt_home_in_either_language()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var citizen = app.NewVisitor();

        var page = await citizen.GetAsync($"/r/{request.Secret}/receipt");
        var thai = await FileAsync(citizen, page.Html.QuerySelector("a[href$='receipt.pdf']")!.GetAttribute("href")!);
        await citizen.OpenAsync("/language/en");
        var english = await FileAsync(citizen, $"/r/{request.Secret}/receipt.pdf");

        Assert.Contains(request.Reference, thai, StringComparison.Ordinal);
        Assert.Contains("ใบรับเรื่องแจ้งไฟฟ้าสาธารณะขัดข้อง", thai, StringComparison.Ordinal);
        Assert.Contains($"/r/{request.Secret}", PrintedFile.WithoutSpace(thai), StringComparison.Ordinal);
        Assert.DoesNotContain("0812345678", thai, StringComparison.Ordinal);
        Assert.Contains("Receipt of a street-light report", english, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync("/r/nobody/receipt.pdf")).Status);
    }

    static string Address(ServiceRequest request) => $"/officer/requests/{request.Reference}/form.pdf";

    static Task<string> TextAsync(Visitor visitor, ServiceRequest request) => FileAsync(visitor, Address(request));

    static async Task<string> FileAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return await PrintedFile.TextAsync(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    static async Task PrintAsync(Visitor officer, ServiceRequest request)
    {
        var page = await officer.GetAsync("/officer/requests/" + request.Reference);
        var answer = await officer.SubmitAsync(page, ".acts form");
        Assert.Equal(Address(request), answer.Response.Headers.Location?.ToString());
    }
}
