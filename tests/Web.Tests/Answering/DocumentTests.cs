using System.Net;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Attachments;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Tests.Documents;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Answering;

public class DocumentTests
{
    const string Form = "main form";

    [Fact]
    public async Task A_document_and_a_photo_answer_what_was_wanted_and_officers_find_it_unread()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Opened());
        using var officer = await Desk.OfficerAsync(app);
        await officer.ActAsync(request, Act.Ask, ("Text", ""), ("Wanted", "document"), ("Wanted", "photo-pole"));
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync($"/r/{request.Secret}/answer");
        Assert.Equal(
            ["ภาพถ่ายเสาไฟหรือโคมไฟ", "เอกสารประกอบ (ไฟล์ PDF หรือภาพถ่ายเอกสาร)"],
            form.Html.QuerySelectorAll(".wanted li").Select(item => item.TextContent));

        var page = await visitor.FollowAsync(await visitor.SubmitAsync(form, Form, [("Text", "ตามเอกสาร")],
            [new("Photos.Files", "เสา.jpg", TestPhotos.Jpeg()), new("Documents.Files", "../หนังสือ มอบอำนาจ.PDF", TestPdfs.Plain(), "application/pdf")]));

        Assert.Contains("ได้รับข้อมูลเพิ่มเติมของท่านแล้ว", page.TextOf(".flash"), StringComparison.Ordinal);
        Assert.Equal("หนังสือ มอบอำนาจ.pdf", page.TextOf(".documents a"));
        Assert.Contains(request.Reference, (await officer.GetAsync("/officer?view=unread")).TextOf("tbody"), StringComparison.Ordinal);
        var seen = await officer.GetAsync($"/officer/requests/{request.Reference}");
        foreach (var (who, link) in new[] { (visitor, page), (officer, seen) })
        {
            // The officer is led on to where no session is needed.
            var file = await who.OpenAsync(link.Html.QuerySelector(".documents a")!.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, file.Status);
            Assert.Equal("application/pdf", file.Response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("หนังสือ มอบอำนาจ.pdf", file.Response.Content.Headers.ContentDisposition.FileNameStar);
            Assert.Equal("nosniff", Assert.Single(file.Response.Headers.GetValues("X-Content-Type-Options")));
            Assert.True(file.Response.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Nobody_else_gets_a_document_or_learns_that_there_is_one()
    {
        await using var app = await TestApp.StartAsync();
        var (request, key) = await AnsweredAsync(app);
        var other = await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();
        using var crew = await app.SignInAsync(OfficerRole.Crew);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/r/{request.Secret}/documents/{key}.pdf")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/r/{other.Secret}/documents/{key}.pdf")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/r/{request.Secret}/documents/{new string('0', 32)}.pdf")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/documents/{key}.pdf")).Status);
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync($"/officer/documents/{key}.pdf")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await crew.GetAsync($"/officer/documents/{key}.pdf")).Status);
        Assert.DoesNotContain(key, (await visitor.GetAsync($"/reports/{request.Reference}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(key, (await crew.GetAsync($"/officer/requests/{request.Reference}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("picture.pdf", "ไม่ใช่ PDF")]
    [InlineData("script.pdf", "มีคำสั่งหรือไฟล์อื่นแนบอยู่ข้างใน")]
    [InlineData("locked.pdf", "รหัสผ่าน")]
    [InlineData("empty.pdf", "ว่างเปล่า")]
    [InlineData("large.pdf", "15 MB")]
    public async Task A_file_that_cannot_be_taken_is_said_kindly_beside_the_field_and_nothing_else_is_lost(string name, string words)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();
        var content = name switch
        {
            "picture.pdf" => TestPhotos.Jpeg(),
            "script.pdf" => TestPdfs.Plain("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> >>"),
            "locked.pdf" => TestPdfs.Plain(trailer: "/Encrypt 9 0 R"),
            "large.pdf" => TestPdfs.OfSize(DocumentDesk.LargestUpload + 1),
            _ => [],
        };

        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/r/{request.Secret}/answer"), Form, [("Text", "คำตอบ")],
            [new("Documents.Files", name, content, "application/pdf"), new("Documents.Files", "ดี.pdf", TestPdfs.Compressed(), "application/pdf")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(words, page.TextOf("#Documents_Files-error"), StringComparison.Ordinal);
        Assert.Equal("คำตอบ", page.TextOf("textarea"));
        Assert.Equal("ดี.pdf", page.TextOf(".documents bdi"));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(page, Form)).Status);
        Assert.Equal("ดี.pdf", (await app.WithDbAsync(db => db.FindRequestAsync(request.Reference, default)))!.Documents.Single().Name);
    }

    [Fact]
    public async Task The_largest_allowed_document_is_taken()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();

        var answer = await visitor.SubmitAsync(await visitor.GetAsync($"/r/{request.Secret}/answer"), Form, [],
            [new("Documents.Files", "ใหญ่.pdf", TestPdfs.OfSize(DocumentDesk.LargestUpload), "application/pdf")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    [Fact]
    public async Task Documents_are_added_and_removed_without_scripts_and_three_at_most()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync($"/r/{request.Secret}/answer");
        foreach (var name in (string[])["1.pdf", "2.pdf", "3.pdf", "4.pdf"])
        {
            page = await visitor.SubmitAsync(page, Form, [("Text", "กำลังพิมพ์")],
                [new("Documents.Files", name, TestPdfs.Plain(), "application/pdf")], submitter: "[name='Documents.Attach']");
        }

        Assert.Contains("ไม่เกิน 3 ไฟล์", page.TextOf("#Documents_Files-error"), StringComparison.Ordinal);
        var removed = page.TextOf(".documents li:first-child bdi");
        page = await visitor.SubmitAsync(page, Form, submitter: ".documents li:first-child button");

        Assert.Equal(new[] { "1.pdf", "2.pdf", "3.pdf" }.Except([removed]), page.Html.QuerySelectorAll(".documents bdi").Select(name => name.TextContent).Order());
        Assert.Equal("กำลังพิมพ์", page.TextOf("textarea"));
        Assert.Equal(2, StoreOf(app).List().Count());
    }

    [Theory]
    [InlineData("answered")]
    [InlineData("unknown")]
    public async Task Whoever_has_nothing_to_answer_is_given_no_room_for_files(string what)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();
        var form = await visitor.GetAsync($"/r/{request.Secret}/answer");
        if (what == "answered")
            await Given.LaterAsync(app, request, it => it.Answered());
        else
            form = new Page(form.Response, form.Text.Replace(request.Secret, "no-such-secret", StringComparison.Ordinal), form.Address);

        var answer = await visitor.SubmitAsync(form, Form, [("Text", "คำตอบ")], [new("Documents.Files", "a.pdf", TestPdfs.Plain(), "application/pdf")]);

        Assert.Equal(what == "answered" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.NotFound, answer.Status);
        Assert.Empty(StoreOf(app).List());
    }

    [Fact]
    public async Task Documents_that_nobody_sent_are_swept_and_those_of_a_request_stay()
    {
        await using var app = await TestApp.StartAsync();
        var (_, key) = await AnsweredAsync(app);
        var waiting = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync($"/r/{waiting.Secret}/answer"), Form, [],
            [new("Documents.Files", "a.pdf", TestPdfs.Plain(), "application/pdf")], submitter: "[name='Documents.Attach']");
        Assert.Equal(2, StoreOf(app).List().Count());

        // Files carry the machine's time, rows the program's: later than both.
        var later = new[] { app.Time.GetUtcNow(), TimeProvider.System.GetUtcNow() }.Max().UtcDateTime + TimeSpan.FromDays(new Retention().UploadDays) + TimeSpan.FromMinutes(1);
        var deleted = await app.WithAsync<SweepDocuments, int>(sweep => sweep.RunAsync(later, TestContext.Current.CancellationToken));

        Assert.Equal(1, deleted);
        Assert.Equal(key, Assert.Single(StoreOf(app).List()).Key);
    }

    static DocumentStore StoreOf(TestApp app) => (DocumentStore)app.Services.GetService(typeof(DocumentStore))!;

    static async Task<(ServiceRequest Request, string Key)> AnsweredAsync(TestApp app)
    {
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var visitor = app.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync($"/r/{request.Secret}/answer"), Form, [],
            [new("Documents.Files", "a.pdf", TestPdfs.Plain(), "application/pdf")]);
        return (request, (await app.WithDbAsync(db => db.FindRequestAsync(request.Reference, default)))!.Documents.Single().Key);
    }
}
