using System.Net;
using System.Text;
using Songthang.Domain.Thai;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Reporting;

public class BadInputTests
{
    const string Zwsp = "\u200B", Rlo = "\u202E", Bom = "\uFEFF";

    [Fact]
    public async Task An_empty_form_names_each_mistake_beside_its_field_and_in_the_summary()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/report"), ReportPage.Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        foreach (var field in (string[])["Form_Fault", "Form_Tambon", "Form_Name", "Form_Phone", "Form_Acknowledged"])
        {
            Assert.True(page.Has($".error-summary a[href='#{field}']"), field);
            Assert.True(page.Has($"#{field}-error"), field);
            Assert.True(page.Has($"#{field}"), field);
        }

        Assert.Equal(0, await ReportPage.CountAsync(app));
    }

    [Fact]
    public async Task What_was_typed_stays_when_something_is_wrong()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await ReportPage.SendAsync(visitor, ("Form.Phone", "12"), ("Form.Symptom", "ดับ <b>ทั้งแถบ</b>"), ("Form.Email", "คนหนึ่ง"),
            ("Form.NoticedDate", "2026-11-22"), ("Form.Latitude", "14.35"), ("Form.Longitude", "100.56"), ("Form.ToldBy", "Phone"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("ดับ <b>ทั้งแถบ</b>", page.TextOf("textarea"));
        foreach (var (name, value) in ReportPage.Filled(("Form.Phone", "12"), ("Form.Email", "คนหนึ่ง"), ("Form.NoticedDate", "2026-11-22"), ("Form.Latitude", "14.35")))
        {
            var controls = page.Html.QuerySelectorAll($"[name='{name}']");
            Assert.True(Array.Exists([.. controls], control => control.GetAttribute("value") == value
                || control.QuerySelector($"option[selected][value='{value}']") is not null), name);
        }

        Assert.True(page.Has("#fault-lamp_out[checked]"));
        Assert.True(page.Has("#told-phone[checked]"));
    }

    [Theory]
    [InlineData("Form.Fault", "no_such_fault", "Form_Fault")]
    [InlineData("Form.Tambon", "999999", "Form_Tambon")]
    [InlineData("Form.Tambon", "'; DROP TABLE photos; --", "Form_Tambon")]
    [InlineData("Form.ToldBy", "Pigeon", "Form_ToldBy")]
    [InlineData("Form.ToldBy", "99", "Form_ToldBy")]
    [InlineData("Form.ToldBy", "Email", "Form_Email")]
    [InlineData("Form.Latitude", "north", "Form_Latitude")]
    [InlineData("Form.Latitude", "NaN", "Form_Latitude")]
    [InlineData("Form.Latitude", "91", "Form_Latitude")]
    [InlineData("Form.Phone", "โทรหาฉัน", "Form_Phone")]
    [InlineData("Form.Phone", "081-234-56789", "Form_Phone")]
    [InlineData("Form.Email", "a@b@c", "Form_Email")]
    [InlineData("Form.Email", "a@example.com\r\nBcc: b@example.com", "Form_Email")]
    [InlineData("Form.NoticedDate", "เมื่อวาน", "Form_NoticedDate")]
    [InlineData("Form.NoticedDate", "2026-02-30", "Form_NoticedDate")]
    [InlineData("Form.NoticedDate", "2026-11-24", "Form_NoticedDate")]
    [InlineData("Form.NoticedDate", "24/11/2569", "Form_NoticedDate")]
    [InlineData("Form.NoticedTime", "25:61", "Form_NoticedDate")]
    [InlineData("Form.Name", " \u200B\u2060 ", "Form_Name")]
    [InlineData("Form.Acknowledged", "perhaps", "Form_Acknowledged")]
    public async Task What_cannot_be_is_said_beside_its_field(string name, string value, string field)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await ReportPage.SendAsync(visitor, (name, value), ("Form.Longitude", name == "Form.Latitude" ? "100.5" : ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has($".error-summary a[href='#{field}']"), page.TextOf(".error-summary"));
        Assert.True(page.Has($"#{field}"));
        Assert.Equal(0, await ReportPage.CountAsync(app));
    }

    [Theory]
    [InlineData("Form.Symptom", 4000)]
    [InlineData("Form.Landmark", 4000)]
    [InlineData("Form.Road", 200)]
    [InlineData("Form.Name", 200)]
    [InlineData("Form.PoleNumber", 60)]
    [InlineData("Form.Moo", 20)]
    public async Task A_text_may_be_as_long_as_its_limit_counted_as_people_count_and_no_longer(string name, int most)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        // น้ำ without its last letter: one character to a person, three to a computer.
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPage.SendAsync(visitor, (name, string.Concat(Enumerable.Repeat("นี้", most))))).Status);
        var page = await ReportPage.SendAsync(visitor, (name, new string('ก', most + 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has($".error-summary a[href='#{name.Replace('.', '_')}']"));
        Assert.Equal(1, await ReportPage.CountAsync(app));
    }

    [Theory]
    [InlineData("๐๘๑ ๒๓๔ ๕๖๗๘")]
    [InlineData(" 081 234 5678 ")]
    [InlineData("+66 81-234-5678")]
    [InlineData("081\u200B2345678\u202C")]
    public async Task A_phone_number_is_read_as_people_write_it(string typed)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPage.SendAsync(visitor, ("Form.Phone", typed))).Status);
        Assert.Equal("0812345678", (await ReportPage.TheRequestAsync(app)).Requester.Phone);
    }

    [Theory]
    [InlineData("2026-11-22", "19:30", "2026-11-22T12:30")]
    [InlineData("2569-11-22", "19.30", "2026-11-22T12:30")]
    [InlineData("๒๒/๑๑/๒๕๖๙", "๑๙.๓๐ น.", "2026-11-22T12:30")]
    [InlineData("29/2/2567", "", "2024-02-28T17:00")]
    [InlineData("", "09:00", "2026-11-23T02:00")]
    [InlineData("", "23:00", "2026-11-22T16:00")]
    public async Task When_it_was_noticed_is_read_in_either_era_and_in_bangkok(string date, string time, string utc)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPage.SendAsync(visitor, ("Form.NoticedDate", date), ("Form.NoticedTime", time))).Status);
        var expected = DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
        Assert.Equal(expected, (await ReportPage.TheRequestAsync(app)).NoticedAt);
    }

    [Fact]
    public async Task Invisible_characters_go_and_emoji_stay()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        // As browsers send it: in parts.
        await ReportPage.SendAsync(visitor, new List<FormFile>(), ("Form.Symptom", $"{Bom}ไฟ{Zwsp}ดับ{Rlo}แล้ว 👨‍👩‍👧 😀\0"), ("Form.Name", $"ทดสอบ{Zwsp}{Rlo} ใจดี"));
        var request = await ReportPage.TheRequestAsync(app);
        Assert.Equal("ไฟดับแล้ว 👨‍👩‍👧 😀", request.Symptom);
        Assert.Equal("ทดสอบ ใจดี", request.Requester.Name);
    }

    [Fact]
    public async Task Ten_thousand_combining_marks_are_noise_of_which_three_stay()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var sent = await ReportPage.SendAsync(visitor, ("Form.Symptom", "ดับก" + new string('\u0E49', 10_000)));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(3, ThaiText.Length((await ReportPage.TheRequestAsync(app)).Symptom));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf_8_do_no_harm()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/report");
        var token = page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var key = page.Html.QuerySelector("[name='Photos.FormKey']")!.GetAttribute("value")!;
        var time = page.Html.QuerySelector("[name=FormTime]")!.GetAttribute("value")!;
        // %C0%AF is an overlong slash, %ED%A0%80 half a surrogate pair, %FF nothing at all.
        var body = $"__RequestVerificationToken={Uri.EscapeDataString(token)}&Photos.FormKey={key}&FormTime={time}&Form.Fault=lamp_out&Form.Tambon=140101"
            + "&Form.Road=..%C0%AF..%C0%AFetc&Form.Symptom=%ED%A0%80%FFxy&Form.Name=Test&Form.Phone=0812345678&Form.Acknowledged=true";
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await visitor.Client.PostAsync(new Uri("/report", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var request = await ReportPage.TheRequestAsync(app);
        Assert.DoesNotContain('/', request.Place.Road);
        Assert.DoesNotContain('\0', request.Symptom);
        Assert.DoesNotContain(request.Symptom, char.IsSurrogate);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_the_senders_mistake()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        using var content = new StringContent("Form.Symptom=x%00y", Encoding.ASCII, "application/x-www-form-urlencoded");
        using var answer = await visitor.Client.PostAsync(new Uri("/report", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_expired_token_loses_nothing()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        var files = new[] { new FormFile("Photos.Files", "lamp.jpg", Photos.TestPhotos.Jpeg()) };
        var page = await ReportPage.SendAsync(visitor, files, ("__RequestVerificationToken", "expired"), ("Form.Symptom", "ดับทั้งซอย"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("หมดเวลาการเชื่อมต่อ ข้อมูลที่กรอกยังอยู่ครบ กรุณากดส่งอีกครั้ง", page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("ดับทั้งซอย", page.TextOf("textarea"));
        Assert.Single(page.Html.QuerySelectorAll(".photo img"));
        var again = await visitor.SubmitAsync(page, ReportPage.Form);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Single((await ReportPage.TheRequestAsync(app)).Photos);
    }
}
