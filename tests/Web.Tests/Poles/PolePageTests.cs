using System.Net;
using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Poles;

/// <summary>The page that the code on a pole leads to.</summary>
public sealed class PolePageTests
{
    static Pole Known(int code, string number = "15-58", Action<Pole>? tell = null) => Given.APole(code, number, 14.352_123, 100.561_987, tell, facts => facts with
    {
        LampCode = "hps",
        PowerWatts = 250,
        Notes = "กุญแจตู้อยู่ที่ลุงมา",
        CabinetCode = "ตู้ 15-1",
        InstalledOn = new(2021, 1, 31),
    });

    static async Task<TestApp> StartAsync(params Pole[] poles)
    {
        var app = await TestApp.StartAsync();
        await app.WithDbAsync(db =>
        {
            db.Poles.AddRange(poles);
            return db.SaveChangesAsync();
        });
        return app;
    }

    static Func<Story, Story> Of(string number, double north = 0) => it => it.Sent(s => s with
    {
        Place = s.Place with { PoleNumber = number, Latitude = 14.352_123 + north, Longitude = 100.561_987 },
    });

    [Fact]
    public async Task Whoever_stands_before_a_pole_sees_what_is_public_and_reports_it_with_one_tap()
    {
        await using var app = await StartAsync(Known(1));
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/p/000001-3");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("เสาไฟ 15-58", page.TextOf("h1"));
        foreach (var shown in new[] { "ถนนทดสอบ", "ต.ประตูชัย", "โซเดียมความดันสูง", "250", "000001-3", "ไม่มีเรื่องที่ค้างอยู่" })
            Assert.Contains(shown, page.Words, StringComparison.Ordinal);
        foreach (var hidden in new[] { "ลุงมา", "ตู้ 15-1", "2564", "สมศรี" })
            Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
        Assert.True(page.Has("meta[name=robots][content=noindex]"));
        Assert.Contains("private", page.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        var button = Assert.Single(page.Html.QuerySelectorAll("main .btn-lamp"));
        Assert.Equal("แจ้งโคมไฟต้นนี้", button.TextContent);
        var report = await visitor.GetAsync(button.GetAttribute("href")!);
        string Field(string id) => report.Html.QuerySelector(id)!.GetAttribute("value") ?? "";
        Assert.Equal(("15-58", "ถนนทดสอบ", "14.352123", "100.561987"), (Field("#Form_PoleNumber"), Field("#Form_Road"), Field("#latitude"), Field("#longitude")));
        Assert.True(report.Has("#Form_Tambon option[value='140101'][selected]"));
        Assert.Contains("15-58", report.TextOf(".known-pole"), StringComparison.Ordinal);

        var sent = await visitor.SubmitAsync(report, Reporting.ReportPage.Form,
            [("Form.Fault", "lamp_out"), ("Form.Name", "ทดสอบ ใจดี"), ("Form.Phone", "081-234-5678"), ("Form.Acknowledged", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var request = await Reporting.ReportPage.TheRequestAsync(app);
        Assert.Equal(("15-58", 14.352_123, "140101"), (request.Place.PoleNumber, request.Place.Latitude, request.Place.TambonCode));
        Assert.Contains(request.Reference, (await visitor.GetAsync("/p/000001-3")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_reported_already_is_shown_with_the_day_by_which_it_is_expected_to_be_done()
    {
        await using var app = await StartAsync(Known(1), Given.APole(2, "15-59", 14.36, 100.57));
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 20).Sent(s => s with { Place = new("140101", "", "", "", "15-59", null, null) }).Accepted());
        var accepted = await Given.ARequestAsync(app, it => Of("อบจ.อย. ๑๕-๕๘")(it.SubmittedAgo(days: 2)).Accepted());
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/p/000001-3");

        Assert.Contains("มีผู้แจ้งเสาต้นนี้แล้ว", page.Words, StringComparison.Ordinal);
        // Accepted on 21 November 2569; the work has seven calendar days.
        Assert.Contains("คาดว่าจะแล้วเสร็จภายใน 28 พฤศจิกายน 2569", page.TextOf(".already"), StringComparison.Ordinal);
        Assert.True(page.Has($".already a[href='/reports/{accepted.Reference}']"));
        Assert.True(page.Has($".already a.btn-primary[href='/reports/{accepted.Reference}/follow']"));
        Assert.False(page.Has("main .btn-lamp"));
        Assert.DoesNotContain("ใจดี", page.Text, StringComparison.Ordinal);
        visitor.Cookies.Add(app.Address, new Cookie("lang", "en"));
        var english = await visitor.GetAsync("/p/000001-3");
        Assert.Contains("Expected to be done by 28 November 2026", english.TextOf(".already"), StringComparison.Ordinal);
        Assert.Contains("sorry for the delay", (await visitor.GetAsync("/p/000002-1")).TextOf(".already"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_open_requests_about_this_very_pole_count_by_whichever_name_it_was_told()
    {
        await using var app = await StartAsync(Known(1), Given.APole(2, "", 14.36, 100.57));
        var byCode = await Given.ARequestAsync(app, it => Of("000001-3")(it).Checked());
        var merged = await Given.ARequestAsync(app, it => Of("15-58")(it).Checked().MergedInto(byCode));
        var elsewhere = await Given.ARequestAsync(app, Of("15-58", north: 0.02));
        var done = await Given.ARequestAsync(app, it => Of("15-58")(it.SubmittedAgo(days: 9)).Accepted().Completed());
        var asked = await Given.ARequestAsync(app, it => Of("15-58")(it).Checked().Asked());
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/p/000001-3");

        Assert.Equal(2, page.Html.QuerySelectorAll(".already-list li").Length);
        foreach (var shown in new[] { byCode, asked })
            Assert.Contains(shown.Reference, page.Words, StringComparison.Ordinal);
        foreach (var hidden in new[] { merged, elsewhere, done })
            Assert.DoesNotContain(hidden.Reference, page.Words, StringComparison.Ordinal);
        Assert.Contains("กำลังรอข้อมูลเพิ่มเติมจากผู้แจ้ง", page.Words, StringComparison.Ordinal);
        Assert.False((await visitor.GetAsync("/p/000002-1")).Has(".already"));
    }

    [Fact]
    public async Task A_worn_label_is_read_however_it_is_typed_and_has_one_address()
    {
        await using var app = await StartAsync(Known(1), Given.APole(2, "99-1", 14.36, 100.57), Given.APole(3, "99-1", 14.37, 100.57, known: facts => facts with { OwnerCode = "pea" }));
        using var visitor = app.NewVisitor();

        foreach (var typed in new[] { "๐๐๐๐๐๑-๓", "0000013", "000 001 3", "อบจ. 000001-3", "อบจ.อย. ๐๐๐๐๐๑ – ๓" })
        {
            var path = await visitor.GetAsync("/p/" + Uri.EscapeDataString(typed));
            Assert.Equal((HttpStatusCode.MovedPermanently, "/p/000001-3"), (path.Status, path.Response.Headers.Location!.ToString()));
            var form = await visitor.GetAsync("/p?number=" + Uri.EscapeDataString(typed));
            Assert.Equal((HttpStatusCode.Found, "/p/000001-3"), (form.Status, form.Response.Headers.Location!.ToString()));
        }

        var painted = await visitor.SubmitAsync(await visitor.GetAsync("/p"), "main form", [("number", "อบจ.อย. ๑๕/๕๘")]);
        Assert.Equal("/p/000001-3", painted.Response.Headers.Location!.ToString());
        Assert.Equal(2, (await visitor.GetAsync("/p?number=99-1")).Html.QuerySelectorAll(".pole-choices a").Length);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/p")).Status);
    }

    [Fact]
    public async Task What_cannot_be_found_is_explained_and_can_be_typed_again()
    {
        await using var app = await StartAsync(Known(1));
        using var visitor = app.NewVisitor();

        foreach (var wrong in new[] { "000001-4", "000010-3" })
        {
            var page = await visitor.GetAsync("/p/" + wrong);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("อ่านผิดหนึ่งตัวหรือสลับสองตัว", page.TextOf("[role=alert]"), StringComparison.Ordinal);
            Assert.Equal(wrong, page.Html.QuerySelector("#number")!.GetAttribute("value"));
        }

        foreach (var unknown in new[] { PoleCode.Create(77).ToString(), "<script>alert(1)</script>", "ก", new string('9', 300), "../officer" })
        {
            var page = await visitor.GetAsync("/p?number=" + Uri.EscapeDataString(unknown));
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("ไม่พบเสานี้ในทะเบียน", page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        }

        // A number that the register does not know is typed only once.
        var report = await visitor.GetAsync((await visitor.GetAsync("/p?number=77-1")).Html.QuerySelector("main a.btn-outline-primary")!.GetAttribute("href")!);
        Assert.Equal("77-1", report.Html.QuerySelector("#Form_PoleNumber")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_retired_pole_says_so_leads_to_what_stands_there_now_and_its_place_can_still_be_reported()
    {
        await using var app = await StartAsync(
            Known(1, tell: it => it.Retire(new(2026, 11, 1), "ถูกรถชน", Given.Officer, TestApp.Monday.UtcDateTime)), Given.APole(2, "15-58ก", 14.352_2, 100.562));
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/p/000001-3");

        Assert.Contains("เสาต้นนี้เลิกใช้แล้ว ตั้งแต่ 1 พฤศจิกายน 2569", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("ถูกรถชน", page.Text, StringComparison.Ordinal);
        Assert.True(page.Has(".pole-choices a[href='/p/000002-1']"));
        var report = await visitor.GetAsync(page.Html.QuerySelector("main .btn-lamp")!.GetAttribute("href")!);
        Assert.Equal("14.352123", report.Html.QuerySelector("#latitude")!.GetAttribute("value"));
        Assert.Equal("", report.Html.QuerySelector("#Form_PoleNumber")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Whoever_tries_all_codes_is_slowed_down()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:RateLimits:Poles:Permits"] = "3" });
        using var visitor = app.NewVisitor();
        for (var i = 0; i < 3; i++)
            await visitor.GetAsync("/p");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.GetAsync("/p/000001-3")).Status);
    }

    [Fact]
    public async Task An_officer_takes_a_report_of_a_pole_from_its_page()
    {
        await using var app = await StartAsync(Known(1));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var page = await officer.GetAsync((await officer.GetAsync("/officer/poles/000001-3")).Html.QuerySelector("main a[href*='/officer/requests/new']")!.GetAttribute("href")!);

        Assert.Equal("15-58", page.Html.QuerySelector("#Form_PoleNumber")!.GetAttribute("value"));
        Assert.Equal("14.352123, 100.561987", page.Html.QuerySelector("#Form_At")!.GetAttribute("value"));
    }
}
