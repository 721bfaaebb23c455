using System.Net;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Settings;
using Songthang.Web.Tests.WorkOrders;

namespace Songthang.Web.Tests.Papers;

public sealed class LetterAndReportTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_letter_is_proposed_from_what_is_known_worded_by_an_officer_and_printed_as_it_was_saved()
    {
        await app.SetAsync(Topics.Papers, papers => papers with { SignerName = "นายทดสอบ ลงนาม", SignerPosition = "นายก อบจ." });
        var request = await Given.ARequestAsync(app, it => it.Checked().Forwarded("การไฟฟ้าทดสอบ")
            .Then((sent, at) => sent.RecordLetter(new("อย 51004/128", new DateOnly(2026, 11, 20)), Given.Officer, at)));
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var address = $"/officer/requests/{request.Reference}/forwarding-letter";

        var proposed = await officer.GetAsync(address);
        var wrong = await officer.SubmitAsync(proposed, "main form", [("Subject", ""), ("Date", "วันนี้"), ("Body", "ข้อความของเรา")]);
        var saved = await officer.FollowAsync(await officer.SubmitAsync(proposed, "main form", [("Body", "ด้วยไฟดับ\nจึงเรียนมาเพื่อโปรดทราบ 12"), ("Date", "2026-11-21")]));
        var paper = PrintedFile.WithoutSpace(await PdfAsync(officer, address + ".pdf"));
        var preview = await officer.GetAsync(address + "/preview");

        Assert.Equal("การไฟฟ้าทดสอบ", proposed.Html.QuerySelector("#To")!.GetAttribute("value"));
        Assert.Equal("อย 51004/128", proposed.Html.QuerySelector("#Number")!.GetAttribute("value"));
        Assert.Contains(request.Reference, proposed.TextOf("#Body"), StringComparison.Ordinal);
        Assert.DoesNotContain("0812345678", proposed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ทดสอบ ใจดี", proposed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("กรุณาระบุเรื่อง", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("ข้อความของเรา", wrong.TextOf("#Body"), StringComparison.Ordinal);
        Assert.True(saved.Has("a[href$='forwarding-letter.pdf']"));
        foreach (var words in (string[])["อย๕๑๐๐๔/๑๒๘", "๒๑พฤศจิกายน๒๕๖๙", "ด้วยไฟดับ", "จึงเรียนมาเพื่อโปรดทราบ๑๒", "ขอแสดงความนับถือ", "นายทดสอบลงนาม", "เรียนการไฟฟ้าทดสอบ"])
            Assert.Contains(words, paper, StringComparison.Ordinal);
        Assert.Contains("จึงเรียนมาเพื่อโปรดทราบ ๑๒", preview.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_officers_who_word_one_letter_do_not_undo_each_others_work()
    {
        var request = await Given.ARequestAsync(app, it => it.Checked().Forwarded());
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var colleague = await app.SignInAsync(OfficerRole.Officer, "colleague");
        var address = $"/officer/requests/{request.Reference}/forwarding-letter";
        var (mine, theirs) = (await officer.GetAsync(address), await colleague.GetAsync(address));

        await colleague.SubmitAsync(theirs, "main form", [("Subject", "ของเพื่อน")]);
        var late = await officer.SubmitAsync(mine, "main form", [("Subject", "ของฉัน")]);
        var again = await officer.SubmitAsync(late, "main form");

        Assert.Contains("มีผู้แก้ไขหนังสือนี้ก่อนหน้า", late.Words, StringComparison.Ordinal);
        Assert.Equal("ของฉัน", late.Html.QuerySelector("#Subject")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Found, again.Status);
        Assert.Equal("ของฉัน", (await colleague.GetAsync(address)).Html.QuerySelector("#Subject")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Only_a_forwarded_request_has_a_letter_and_only_a_completed_one_a_report()
    {
        var request = await Given.ARequestAsync(app, it => it.Accepted());
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        foreach (var paper in (string[])["forwarding-letter", "forwarding-letter.pdf", "forwarding-letter/preview", "completion-report", "completion-report.pdf"])
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/officer/requests/{request.Reference}/{paper}")).Status);
    }

    [Fact]
    public async Task The_report_of_a_repair_and_the_form_say_who_repaired_it_with_what_and_in_which_time()
    {
        var requests = await Lorry.AcceptedAsync(app, 1);
        var number = await Lorry.OrderAsync(app, requests);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var complete = await officer.GetAsync($"/officer/work-orders/{number.Slug}/complete");
        await officer.SubmitAsync(complete, Lorry.Form, Lorry.Repaired);
        var address = $"/officer/requests/{requests[0].Reference}";

        var report = PrintedFile.WithoutSpace(await PdfAsync(officer, $"{address}/completion-report.pdf"));
        var form = PrintedFile.WithoutSpace(await PdfAsync(officer, $"{address}/form.pdf"));
        var screen = await officer.GetAsync($"{address}/completion-report");

        foreach (var words in (string[])["รายงานผลการซ่อมไฟฟ้าสาธารณะ", "เปลี่ยนหลอดแล้ว", "หลอดหรือโคมเสื่อมสภาพ", "หลอดโซเดียมความดันสูง๒หลอด", "ชุดช่างไฟฟ้า1", "เลขที่๑/๒๕๖๙", "ตามกำหนด"])
            Assert.Contains(words, report, StringComparison.Ordinal);
        Assert.DoesNotContain("ทดสอบใจดี", report, StringComparison.Ordinal);
        Assert.Contains("หลอดโซเดียมความดันสูง๒หลอด", form, StringComparison.Ordinal);
        Assert.Contains("ชุดช่างไฟฟ้า 1", screen.Words, StringComparison.Ordinal);
        Assert.True((await officer.GetAsync(address)).Has("a[href$='completion-report']"));
    }

    [Fact]
    public async Task A_work_order_goes_on_paper_for_the_desk_and_for_its_own_crew_without_who_reported()
    {
        var requests = await Lorry.AcceptedAsync(app, 3);
        var number = await Lorry.OrderAsync(app, requests);
        using var director = await app.SignInAsync(OfficerRole.Director);
        using var crew = await Lorry.CrewAsync(app);
        using var other = await Lorry.OtherCrewAsync(app);

        var desk = PrintedFile.WithoutSpace(await PdfAsync(director, $"/officer/work-orders/{number.Slug}/sheet.pdf"));
        var lorry = PrintedFile.WithoutSpace(await PdfAsync(crew, $"/crew/{number.Slug}/sheet.pdf"));

        Assert.Equal(desk, lorry);
        Assert.All(requests, request => Assert.Contains(request.Reference, desk, StringComparison.Ordinal));
        foreach (var words in (string[])["ใบสั่งงานเลขที่๑/๒๕๖๙", "ชุดช่างไฟฟ้า1", "ระวังรถ", "ซ่อมเสร็จ", "วัสดุที่ใช้", "หมายเหตุ", "ผู้สั่งงาน"])
            Assert.Contains(words, desk, StringComparison.Ordinal);
        Assert.DoesNotContain("ใจดี", desk, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/crew/{number.Slug}/sheet.pdf")).Status);
    }

    static async Task<string> PdfAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return await PrintedFile.TextAsync(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
