using System.Net;
using CsCheck;
using Songthang.Domain.Announcements;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Announcing;

public sealed class AnnouncementTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_published_everyone_reads_at_home_in_the_list_and_on_its_page()
    {
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var visitor = app.NewVisitor();
        await WriteAsync(officer, then: "save");
        var draft = await visitor.GetAsync("/announcements/1");
        var drafts = await visitor.GetAsync("/announcements");

        var edit = await officer.GetAsync("/officer/announcements/1");
        await officer.SubmitAsync(edit, "#announcement", [("Then", "publish")]);
        var home = await visitor.GetAsync("/");
        var page = await visitor.GetAsync("/announcements/1");

        Assert.Equal(HttpStatusCode.NotFound, draft.Status);
        Assert.DoesNotContain("ดับไฟถนนทดสอบ", drafts.Words, StringComparison.Ordinal);
        Assert.Contains("ดับไฟถนนทดสอบ", home.TextOf(".announcements"), StringComparison.Ordinal);
        Assert.Equal("https://example.go.th/a", page.Html.QuerySelector("article a")!.GetAttribute("href"));
        Assert.False(page.Has("article script"));
        Assert.Contains("<script>alert(1)</script>", page.Words, StringComparison.Ordinal);
        Assert.Contains("ทั้งจังหวัด", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_page_shows_those_of_the_chosen_tambon_and_of_the_pin_and_takes_the_report()
    {
        using var director = await app.SignInAsync(OfficerRole.Director);
        await WriteAsync(director, "publish", ("Form.AreaKind", "Tambons"), ("Form.Tambons", "140102"), ("Form.TitleThai", "เฉพาะตำบล"));
        await WriteAsync(director, "publish", ("Form.AreaKind", "Circle"), ("Form.Latitude", "14.3521"), ("Form.Longitude", "100.5619"),
            ("Form.Metres", "500"), ("Form.TitleThai", "รอบจุด"));
        using var visitor = app.NewVisitor();
        var empty = await visitor.GetAsync("/report");

        var chosen = await visitor.SubmitAsync(empty, "form.report-form", [("Form.Tambon", "140102")]);
        var near = await visitor.SubmitAsync(empty, "form.report-form", [("Form.Latitude", "14.3525"), ("Form.Longitude", "100.5620")]);
        var asked = await visitor.PostAsync("/report/nearby", [("Form.Latitude", "14.3525"), ("Form.Longitude", "100.5620"),
            ("__RequestVerificationToken", empty.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        var far = await visitor.SubmitAsync(empty, "form.report-form", [("Form.Latitude", "14.30"), ("Form.Longitude", "100.70")]);
        var sent = await visitor.SubmitAsync(empty, "form.report-form", [("Form.Fault", "lamp_out"), ("Form.Tambon", "140102"), ("Form.Name", "ทดสอบ"),
            ("Form.Phone", "0812345678"), ("Form.ToldBy", "OwnPage"), ("Form.Acknowledged", "true")]);

        Assert.Contains("2", empty.TextOf(".announcements-elsewhere summary"), StringComparison.Ordinal);
        Assert.Contains("เฉพาะตำบล", chosen.TextOf("form > .announcements"), StringComparison.Ordinal);
        Assert.Contains("รอบจุด", near.TextOf("form > .announcements"), StringComparison.Ordinal);
        Assert.Contains("รอบจุด", asked.Words, StringComparison.Ordinal);
        Assert.False(far.Has(".announcements"));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
    }

    [Fact]
    public async Task What_is_over_or_ended_is_shown_nowhere_but_on_its_own_page()
    {
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        await WriteAsync(officer, "publish", ("Form.To", "2026-11-24T18:00"));
        await WriteAsync(officer, "publish");
        await officer.SubmitAsync(await officer.GetAsync("/officer/announcements/2"), "#end");
        app.Time.Advance(TimeSpan.FromDays(2));
        using var visitor = app.NewVisitor();

        Assert.False((await visitor.GetAsync("/")).Has(".announcements"));
        Assert.Contains("สิ้นสุดแล้ว", (await visitor.GetAsync("/announcements/1")).Words, StringComparison.Ordinal);
        Assert.Contains("สิ้นสุดแล้ว", (await visitor.GetAsync("/announcements/2")).Words, StringComparison.Ordinal);
        Assert.Equal(2, (await visitor.GetAsync("/announcements")).Html.QuerySelectorAll(".announcements li").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/announcements/99")).Status);
    }

    [Fact]
    public async Task Mistakes_are_named_and_nothing_typed_is_lost_and_a_preview_stores_nothing()
    {
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var wrong = await WriteAsync(officer, "publish", ("Form.TitleThai", ""), ("Form.AreaKind", "Amphoe"), ("Form.To", "2026-11-20T10:00"));
        var preview = await WriteAsync(officer, "preview");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("กรุณาระบุหัวข้อ", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่ม", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("กรุณาระบุพื้นที่ให้ครบ", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("เรียนประชาชน", wrong.TextOf("textarea[name='Form.TextThai']"), StringComparison.Ordinal);
        Assert.Contains("ดับไฟถนนทดสอบ", preview.TextOf("#preview"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/officer/announcements/1")).Status);
    }

    [Fact]
    public async Task Two_officers_who_change_the_same_do_not_overwrite_each_other_and_a_crew_writes_nothing()
    {
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var crew = await app.SignInAsync(OfficerRole.Crew);
        await WriteAsync(officer, "save");
        var seen = await officer.GetAsync("/officer/announcements/1");
        await officer.SubmitAsync(seen, "#announcement", [("Form.TitleThai", "คนแรก"), ("Then", "save")]);

        var second = await officer.SubmitAsync(seen, "#announcement", [("Form.TitleThai", "คนที่สอง"), ("Then", "save")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("ผู้อื่นแก้ไขประกาศนี้ก่อนหน้า", second.Words, StringComparison.Ordinal);
        Assert.Contains("คนแรก", (await officer.GetAsync("/officer/announcements")).Words, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await crew.GetAsync("/officer/announcements/new")).Status);
    }

    [Fact]
    public void The_pieces_of_a_text_are_the_text_and_links_are_addresses_of_the_web() => Check.Sample(
        Gen.OneOf(Gen.String, Gen.OneOf("https://a.th/ก", "http://", "https://x.", "HTTPS://A.TH/?a=1)", "javascript:alert(1)", "\n\n")).Array[0, 6],
        parts =>
        {
            var text = string.Concat(parts);
            var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var pieces = AnnouncementText.Paragraphs(text);
            Assert.Equal(paragraphs, pieces.Select(paragraph => string.Concat(paragraph.Select(piece => piece.Words))));
            Assert.All(pieces.SelectMany(paragraph => paragraph).Where(piece => piece.IsLink),
                piece => Assert.True(new Uri(piece.Words).Scheme is "http" or "https"));
        });

    static async Task<Page> WriteAsync(Visitor officer, string then, params (string Name, string? Value)[] changed)
    {
        (string Name, string? Value)[] values =
        [
            ("Form.Kind", "PowerCut"), ("Form.TitleThai", "ดับไฟถนนทดสอบ"),
            ("Form.TextThai", "เรียนประชาชน <script>alert(1)</script>\n\nดูที่ https://example.go.th/a."), ("Form.From", "2026-11-24T09:00"),
            ("Form.AreaKind", "Province"), ("Then", then),
        ];
        return await officer.SubmitAsync(await officer.GetAsync("/officer/announcements/new"), "#announcement",
            values.Where(value => changed.All(one => one.Name != value.Name)).Concat(changed));
    }
}
