using System.Net;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Tracking;

public class OwnPageTests
{
    [Theory]
    [InlineData("/r/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/r/x/withdraw")]
    [InlineData("/r/x/reopen")]
    [InlineData("/r/x/answer")]
    public async Task A_link_that_leads_nowhere_says_how_to_go_on(string address)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.True(page.Has("main a[href='/track']"));
    }

    [Fact]
    public async Task The_page_is_neither_kept_nor_indexed_nor_passed_on()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/r/{request.Secret}");

        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal("no-referrer", page.Response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task It_shows_what_was_reported_with_the_contact_data_half_hidden()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Of("lamp_out", "ดับมาสองคืน")
            .From("ทดสอบ ใจดี", "0812345678", "somebody@example.com", ToldBy.Email).WithPhotos("cc33"));
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/r/{request.Secret}");

        foreach (var shown in new[] { "ดับมาสองคืน", "ตรงข้ามร้านตัวอย่าง", "TEST-12", "081-xxx-5678", "s…@example.com", "ทดสอบ ใ…" })
            Assert.Contains(shown, page.Words, StringComparison.Ordinal);
        foreach (var hidden in new[] { "0812345678", "081-234", "somebody@", "ใจดี" })
            Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
        Assert.True(page.Has($"img[src='/r/{request.Secret}/photos/cc33/thumb.jpg']"));
    }

    [Fact]
    public async Task The_story_names_no_officer_and_holds_nothing_that_is_theirs()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 1).Opened().Noted("ระวังสุนัข").Called("โทรแล้ว")
            .Accepted("จะเข้าซ่อมวันพุธ").Then((r, at) => r.RecordNotice(1, "email", at)).Started());
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/r/{request.Secret}");

        Assert.Equal(
            ["เริ่มดำเนินการซ่อม", "รับเรื่องไว้ดำเนินการ", "เจ้าหน้าที่ตรวจสอบข้อมูลแล้ว", "เจ้าหน้าที่เปิดอ่านเรื่อง", "ได้รับเรื่องแจ้ง"],
            page.Html.QuerySelectorAll(".timeline strong").Select(title => title.TextContent));
        Assert.Contains("เจ้าหน้าที่กองช่าง", page.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.Contains("จะเข้าซ่อมวันพุธ", page.TextOf(".message"), StringComparison.Ordinal);
        foreach (var hidden in new[] { "สมศรี", "ระวังสุนัข", "โทรแล้ว", "ส่งข้อความ" })
            Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Sentences => new()
    {
        { "submitted", "กองช่างได้รับเรื่องของท่านแล้ว กำลังรอเจ้าหน้าที่ตรวจสอบข้อมูล คาดว่าจะดำเนินการแล้วเสร็จภายในวันที่ 30 พฤศจิกายน 2569" },
        { "accepted", "กองช่างรับเรื่องของท่านไว้ซ่อมแล้ว คาดว่าจะดำเนินการแล้วเสร็จภายในวันที่ 30 พฤศจิกายน 2569" },
        { "late", "ขออภัย งานล่าช้ากว่าวันที่ 20 พฤศจิกายน 2569 ที่คาดไว้" },
        { "asked", "เจ้าหน้าที่ต้องการข้อมูลเพิ่มเติมจากท่านก่อนดำเนินการต่อ กรุณาตอบภายในวันที่ 30 พฤศจิกายน 2569 เวลา 10.00 น." },
        { "completed", "ดำเนินการซ่อมเรียบร้อยแล้ว หากยังไม่เรียบร้อย ขอให้ตรวจสอบอีกครั้งได้ถึงวันที่ 8 ธันวาคม 2569" },
        { "forwarded", "โคมไฟจุดนี้อยู่ในความรับผิดชอบของเทศบาลทดสอบ" },
        { "declined", "เรื่องนี้ไม่ได้รับไว้ดำเนินการ เหตุผลอยู่ด้านล่าง" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task It_says_in_plain_words_where_it_stands_and_by_when(string situation, string words)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => situation switch
        {
            "accepted" => it.Accepted(),
            "late" => it.SubmittedAgo(days: 10).Accepted(),
            "asked" => it.Asked(),
            "completed" => it.Accepted().Completed(),
            "forwarded" => it.Forwarded(),
            "declined" => it.Declined("ไฟติดแล้วเมื่อคืน"),
            _ => it,
        });
        using var visitor = app.NewVisitor();

        Assert.Contains(words, (await visitor.GetAsync($"/r/{request.Secret}")).TextOf(".own-status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_for_not_taking_it_on_is_told()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app, it => it.Declined("ไฟติดแล้วเมื่อคืน"));
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync($"/r/{request.Secret}");

        Assert.Contains("ไฟติดแล้วเมื่อคืน", page.TextOf(".message"), StringComparison.Ordinal);
        Assert.Contains("ตรวจสอบแล้วไฟติดเป็นปกติ", page.TextOf(".timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_report_leads_to_the_earlier_one()
    {
        await using var app = await TestApp.StartAsync();
        var main = await Given.ARequestAsync(app);
        var merged = await Given.ARequestAsync(app, it => it.MergedInto(main));
        using var visitor = app.NewVisitor();

        Assert.True((await visitor.GetAsync($"/r/{merged.Secret}")).Has($"a[href='/reports/{main.Reference}']"));
    }

    [Fact]
    public async Task In_English_everything_is_in_English()
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();
        await visitor.GetAsync("/language/en");

        var page = await visitor.GetAsync($"/r/{request.Secret}");

        Assert.Contains("It should be done by 30 November 2026.", page.TextOf(".own-status"), StringComparison.Ordinal);
    }
}
