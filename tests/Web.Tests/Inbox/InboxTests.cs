using System.Net;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Inbox;

public class InboxTests
{
    [Fact]
    public async Task A_new_report_stands_on_top_unread_with_all_that_the_manual_lists()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 2).Of("flicker", "กะพริบ").Opened());
        var request = await Given.ARequestAsync(app, it => it.Of("wire_down", "สายห้อยลงพื้น").In("141403", "ถนนสาย 3043"));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var page = await officer.GetAsync("/officer");

        Assert.Equal(
            ["เลือกทั้งหมดในหน้านี้", "เลขที่เรื่อง#", "วันที่แจ้งเหตุ▼", "อาการชำรุด/สาเหตุที่พบในเบื้องต้น", "สถานที่เกิดเหตุ", "สถานะ", "ครบกำหนด", "การดำเนินการ"],
            page.Html.QuerySelectorAll("thead th").Select(heading => heading.TextContent.Trim()));
        var row = page.TextOf("tbody tr.unread");
        foreach (var words in (string[])
            [request.Reference, "ยังไม่ได้เปิดอ่าน", "23 พ.ย. 69", "เร่งด่วน", "สายไฟขาดหรือหย่อน", "สายห้อยลงพื้น", "ถนนสาย 3043", "ต.สามบัณฑิต อ.อุทัย", "รอรับเรื่อง", "อีก 5 นาที", "รายละเอียด"])
        {
            Assert.Contains(words, row, StringComparison.Ordinal);
        }

        Assert.True(page.Has($"tbody tr:first-child a[href='/officer/requests/{request.Reference}']"));
        Assert.Single(page.Html.QuerySelectorAll("tbody tr.unread"));
        Assert.Equal("descending", page.Html.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task What_is_late_says_so_in_words()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app);
        app.Time.Advance(TimeSpan.FromMinutes(65));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        Assert.Equal("เกินกำหนด 1 ชั่วโมง", (await officer.GetAsync("/officer?view=overdue")).TextOf("tbody time.overdue"));
    }

    [Fact]
    public async Task Quick_views_show_as_many_as_they_say()
    {
        await using var app = await TestApp.StartAsync();
        await Many.RequestsAsync(app, 20);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var page = await officer.GetAsync("/officer?q=nothing-like-this");

        var views = page.Html.QuerySelectorAll(".inbox-views a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(6, views.Count);
        foreach (var href in views)
        {
            page = await officer.GetAsync(href);
            var number = page.TextOf(".inbox-views a[aria-current] .count");
            Assert.Equal(number, page.Html.QuerySelectorAll("tbody tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.NotEqual("0", number);
        }
    }

    [Fact]
    public async Task Filters_narrow_together_and_the_form_keeps_them()
    {
        await using var app = await TestApp.StartAsync();
        var wanted = await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 10).Of("lamp_out", "ดับสนิท").In("140101").Accepted());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 10).Of("lamp_out", "ดับสนิท").In("140101"));
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 10).Of("flicker", "ดับสนิท").In("140101").Accepted());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 10).Of("lamp_out", "ดับสนิท").In("141403").Accepted());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 12).Of("lamp_out", "ดับสนิท").In("140101").Accepted());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 8).Of("lamp_out", "ดับสนิท").In("140101").Accepted());
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 10).Of("lamp_out", "กะพริบ").In("140101").Accepted());
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var page = await officer.SubmitAsync(await officer.GetAsync("/officer"), "form[role=search]",
        [
            ("q", "ดับสนิท"), ("fault", "lamp_out"), ("area", "1401"), ("status", "accepted"), ("status", "in-progress"),
            ("from", "2026-11-13"), ("to", "2569-11-13"),
        ]);

        Assert.Equal([wanted.Reference], References(page));
        Assert.Equal("ดับสนิท", page.Html.QuerySelector("#inbox-q")!.GetAttribute("value"));
        Assert.True(page.Has("option[value=lamp_out][selected]"));
        Assert.True(page.Has("option[value='1401'][selected]"));
        Assert.True(page.Has("input[value=accepted][checked]"));
        Assert.Equal("2026-11-13", page.Html.QuerySelector("#inbox-to")!.GetAttribute("value"));
        var sorted = await officer.GetAsync(page.Html.QuerySelector("th:nth-child(6) a")!.GetAttribute("href")!);
        Assert.Equal([wanted.Reference], References(sorted));
        Assert.Equal("ascending", sorted.Html.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task An_empty_list_says_so_and_offers_to_clear_the_filters()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app);
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var page = await officer.GetAsync("/officer?q=%E0%B9%84%E0%B8%A1%E0%B9%88%E0%B8%A1%E0%B8%B5%E0%B8%84%E0%B8%B3%E0%B8%99%E0%B8%B5%E0%B9%89");
        Assert.Contains("ไม่พบรายการ", page.TextOf(".empty"), StringComparison.Ordinal);

        page = await officer.GetAsync(page.Html.QuerySelector(".empty a")!.GetAttribute("href")!);
        Assert.Single(References(page));
    }

    [Fact]
    public async Task What_a_citizen_wrote_is_only_text()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app, it => it.Of("other", "<script>alert(1)</script>").In("140101", "\"><img src=x onerror=alert(1)>"));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var page = await officer.GetAsync("/officer?q=%22%3E%3Cscript%3E");

        Assert.False(page.Has("main script"));
        page = await officer.GetAsync("/officer");
        Assert.False(page.Has("main script, main img"));
        Assert.Contains("<script>alert(1)</script>", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OfficerRole.Officer)]
    [InlineData(OfficerRole.Director)]
    [InlineData(OfficerRole.Administrator)]
    public async Task Who_handles_or_answers_for_requests_may_read_the_list(OfficerRole role)
    {
        await using var app = await TestApp.StartAsync();
        var request = await Given.ARequestAsync(app);
        using var visitor = await app.SignInAsync(role);

        Assert.Equal([request.Reference], References(await visitor.GetAsync("/officer")));
    }

    [Theory]
    [InlineData("/officer")]
    [InlineData("/officer?view=overdue")]
    [InlineData("/officer/export.csv")]
    [InlineData("/officer/export.xlsx")]
    public async Task Who_is_not_signed_in_is_sent_to_the_sign_in(string url)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync(url);

        Assert.Equal(HttpStatusCode.Found, page.Status);
        Assert.Contains("/officer/sign-in", page.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    static IEnumerable<string> References(Page page) =>
        page.Html.QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim());
}
