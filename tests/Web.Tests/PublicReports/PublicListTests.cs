using System.Net;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.PublicReports;

public class PublicListTests
{
    [Fact]
    public async Task An_empty_list_says_so()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        Assert.Contains("ยังไม่มีเรื่องแจ้ง", (await visitor.GetAsync("/reports")).TextOf(".empty"), StringComparison.Ordinal);
        Assert.Contains("ไม่พบรายการ", (await visitor.GetAsync("/reports?q=ไม่มี")).TextOf(".empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_reports_stand_first_with_date_fault_place_and_status()
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 2).Of("section_out").Accepted().Started());
        var newest = await Given.ARequestAsync(app, it => it.In("140101", "ถนนโรจนะ").Checked());
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/reports");

        Assert.Equal(2, page.Html.QuerySelectorAll("tbody tr").Length);
        var first = page.TextOf("tbody tr:first-child");
        Assert.Contains(newest.Reference, first, StringComparison.Ordinal);
        Assert.Contains("23 พ.ย. 69", first, StringComparison.Ordinal);
        Assert.Contains("ไฟดับ 1 ดวง", first, StringComparison.Ordinal);
        Assert.Contains("ถนนโรจนะ", first, StringComparison.Ordinal);
        Assert.Contains("รอดำเนินการ", first, StringComparison.Ordinal);
        Assert.Contains("กำลังดำเนินการ", page.TextOf("tbody tr:last-child .status"), StringComparison.Ordinal);
        Assert.Equal("แสดง 1 ถึง 2 จาก 2 ผลลัพธ์", page.TextOf(".paging [role=status]"));
        Assert.False(page.Has(".pagination"));
    }

    [Theory]
    [InlineData("status=waiting", 4)]
    [InlineData("status=completed", 1)]
    [InlineData("status=WITHDRAWN", 1)]
    [InlineData("status=nonsense", 6)]
    [InlineData("amphoe=1401", 5)]
    [InlineData("tambon=140102", 1)]
    [InlineData("amphoe=1402&tambon=140102", 1)]
    [InlineData("fault=flicker", 1)]
    [InlineData("fault=flicker&status=completed", 0)]
    [InlineData("q=ดับทั้ง", 1)]
    [InlineData("q=ไฟทางดับ", 1)]
    [InlineData("q=%25", 0)]
    [InlineData("q=%27+OR+1%3D1+--", 0)]
    [InlineData("q=โรจนะ&amphoe=1401", 1)]
    [InlineData("status=open", 4)]
    [InlineData("amphoe=none", 0)]
    [InlineData("received-from=2026-11-23&received-to=2569-11-23", 6)]
    [InlineData("received-to=2026-11-22", 0)]
    [InlineData("done-from=2026-11-23&done-to=2026-11-23", 1)]
    [InlineData("done-from=2026-11-24", 0)]
    [InlineData("within=yes", 1)]
    [InlineData("within=no", 0)]
    public async Task The_list_is_narrowed_by_what_the_address_says(string query, int count)
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app, it => it.In("140102", "ถนนโรจนะ").Checked());
        await Given.ARequestAsync(app, it => it.Of("flicker").Asked());
        await Given.ARequestAsync(app, it => it.In("140201").Accepted());
        await Given.ARequestAsync(app, it => it.Accepted().Completed());
        await Given.ARequestAsync(app, it => it.Withdrawn());
        await Given.ARequestAsync(app, it => it.Checked("ไฟส่องทางดับทั้งแถบ").Accepted());
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/reports?" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(count, page.Html.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task What_was_looked_for_stays_in_the_form()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/reports?q=ไฟ&status=completed&amphoe=1401&tambon=140101&fault=flicker");

        Assert.Equal("ไฟ", page.Html.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("completed", page.Html.QuerySelector("#status option[selected]")!.GetAttribute("value"));
        Assert.Equal("1401", page.Html.QuerySelector("#amphoe option[selected]")!.GetAttribute("value"));
        Assert.Equal("140101", page.Html.QuerySelector("#tambon option[selected]")!.GetAttribute("value"));
        Assert.Equal("flicker", page.Html.QuerySelector("#fault option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await using var app = await TestApp.StartAsync();
        var references = new List<string>();
        // Three at a time arrive in the same moment, so that the key must tell them apart.
        for (var i = 0; i < 57; i++)
            references.Add((await Given.ARequestAsync(app, it => it.SubmittedAgo(minutes: i / 3 * 10))).Reference);
        using var visitor = app.NewVisitor();

        var first = await visitor.GetAsync("/reports?status=waiting");
        var second = await NextAsync(visitor, first, "next");
        var third = await NextAsync(visitor, second, "next");
        var backToSecond = await NextAsync(visitor, third, "prev");
        var backToFirst = await NextAsync(visitor, backToSecond, "prev");

        Assert.Equal(57, References(first).Concat(References(second)).Concat(References(third)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("แสดง 26 ถึง 50 จาก 57 ผลลัพธ์", second.TextOf(".paging [role=status]"));
        Assert.Equal("แสดง 51 ถึง 57 จาก 57 ผลลัพธ์", third.TextOf(".paging [role=status]"));
        Assert.False(third.Has("a[rel=next]"));
        Assert.Equal(References(second), References(backToSecond));
        Assert.Equal("แสดง 26 ถึง 50 จาก 57 ผลลัพธ์", backToSecond.TextOf(".paging [role=status]"));
        Assert.Equal(References(first), References(backToFirst));
        Assert.False(backToFirst.Has("a[rel=prev]"));
    }

    [Theory]
    [InlineData("after=1-2-3")]
    [InlineData("after=99999999999999999999-1")]
    [InlineData("after=253402300799999-9223372036854775807")]
    [InlineData("before=0-0&from=-5")]
    [InlineData("before=x&after=y&from=z")]
    public async Task A_wrong_key_harms_nothing(string query)
    {
        await using var app = await TestApp.StartAsync();
        await Given.ARequestAsync(app);
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/reports?" + query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(References(page));
    }

    [Fact]
    public async Task The_home_page_shows_the_five_newest()
    {
        await using var app = await TestApp.StartAsync();
        for (var i = 0; i < 7; i++)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(hours: i));
        using var visitor = app.NewVisitor();

        Assert.Equal(References(await visitor.GetAsync("/reports")).Take(5), References(await visitor.GetAsync("/")));
    }

    static List<string> References(Page page) =>
        [.. page.Html.QuerySelectorAll("tbody tr td:first-child a").Select(link => link.TextContent.Trim())];

    static Task<Page> NextAsync(Visitor visitor, Page page, string rel) =>
        visitor.GetAsync(page.Html.QuerySelector($"a[rel={rel}]")!.GetAttribute("href")!);
}
