using System.Net;
using System.Text.RegularExpressions;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Figures;

public sealed partial class StatisticsPageTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_figure_leads_to_a_list_with_as_many_rows()
    {
        await LivesAsync();
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/statistics");

        var figures = page.Html.QuerySelectorAll(".figure-sum a, .figures td a").ToDictionary(
            link => link.GetAttribute("href")!, link => link.TextContent, StringComparer.Ordinal);

        Assert.True(figures.Count > 25, $"{figures.Count} links");
        foreach (var (address, figure) in figures)
            Assert.Equal($"{address}: {figure}", $"{address}: {RowsTold(await visitor.GetAsync(address))}");
    }

    [Fact]
    public async Task The_figures_say_what_was_received_what_became_of_it_and_how_long_it_took()
    {
        await LivesAsync();
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/statistics?period=2570");

        Assert.Equal(["8", "3", "2", "3", "3", "2", "2 วัน", "–"], Numbers(page));
        Assert.Contains("ปีงบประมาณ พ.ศ. 2570 (1 ตุลาคม 2569 – 30 กันยายน 2570)", page.Words, StringComparison.Ordinal);
        Assert.Equal("ต.ค. 69 1 1 0 0 0 0 – – – – (0)", Row(page, "months", 0));
        Assert.Equal("พ.ย. 69 7 2 2 3 3 2 67% 2 วัน 20 วัน – (0)", Row(page, "months", 1));
        Assert.Equal("พระนครศรีอยุธยา 7 2 2 3 2 2 100% 0 นาที 2 วัน – (0)".Replace("0 นาที", "ไม่ถึง 1 นาที", StringComparison.Ordinal), Row(page, "amphoes", 0));
        Assert.Equal(12, page.Html.QuerySelectorAll("[aria-labelledby=months] tbody tr").Length);
        Assert.NotNull(page.Html.QuerySelector("figure.chart svg[role=img][aria-label]"));
        Assert.Empty(page.Html.QuerySelectorAll("[style], main script"));
        Assert.Equal("สถิติ", page.TextOf(".menu-wide [aria-current=page]"));
    }

    [Fact]
    public async Task Figures_are_narrowed_to_days_to_an_amphoe_and_to_a_fault()
    {
        await LivesAsync();
        using var visitor = app.NewVisitor();

        Assert.Equal("1", Numbers(await visitor.GetAsync("/statistics?period=2569m10"))[0]);
        Assert.Equal("1", Numbers(await visitor.GetAsync("/statistics?only=a1402"))[0]);
        Assert.Equal("2", Numbers(await visitor.GetAsync("/statistics?only=fflicker"))[0]);
        Assert.Equal("7", Numbers(await visitor.GetAsync("/statistics?from=2569-11-01&to=2026-11-30"))[0]);
    }

    [Fact]
    public async Task A_time_in_which_nothing_happened_says_so()
    {
        using var visitor = app.NewVisitor();

        Assert.Contains("ไม่มีเรื่องแจ้ง", (await visitor.GetAsync("/statistics")).TextOf(".empty"), StringComparison.Ordinal);
        Assert.Contains("ไม่มีเรื่องแจ้ง", (await visitor.GetAsync("/statistics?period=2560q2")).TextOf(".empty"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("period=nonsense", "ไม่รู้จักช่วงเวลานี้")]
    [InlineData("period=2570q9", "ไม่รู้จักช่วงเวลานี้")]
    [InlineData("period=free", "ระบุวันเริ่มต้นและวันสิ้นสุด")]
    [InlineData("from=2026-11-02", "ระบุวันเริ่มต้นและวันสิ้นสุด")]
    [InlineData("period=free&from=2026-11-02&to=2026-11-01", "ต้องไม่อยู่ก่อนวันเริ่มต้น")]
    [InlineData("period=free&from=2000-01-01&to=2026-11-01", "ไม่เกิน 10 ปี")]
    public async Task A_wrong_period_is_explained_and_stays_in_the_form(string query, string mistake)
    {
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync("/statistics?" + query);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(mistake, page.TextOf("#period-error"), StringComparison.Ordinal);
        if (query.Contains("from=2026-11-02", StringComparison.Ordinal))
            Assert.Equal("2026-11-02", page.Html.QuerySelector("#from")!.GetAttribute("value"));
    }

    async Task LivesAsync()
    {
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 30).Opened().Accepted().After(days: 20).Completed().Sent(s => s with { Place = s.Place with { TambonCode = "140201" } }));
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).Accepted().After(days: 2).Completed());
        await Given.ARequestAsync(app, it => it.Accepted().Completed());
        await Given.ARequestAsync(app, it => it.Of("flicker").Accepted().Started());
        await Given.ARequestAsync(app, it => it.Of("flicker").Withdrawn());
        await Given.ARequestAsync(app, it => it.Checked().Forwarded());
        await Given.ARequestAsync(app, it => it.Checked().Declined());
        await Given.ARequestAsync(app);
    }

    /// <summary>How many rows the list says that it has.</summary>
    static string RowsTold(Page list) => list.Has(".empty") ? "0" : Total().Match(list.TextOf(".paging [role=status]")).Groups["total"].Value;

    static List<string> Numbers(Page page) =>
        [.. page.Html.QuerySelectorAll(".figure-sum dd > :first-child").Select(figure => figure.TextContent.Trim())];

    static string Row(Page page, string table, int row) => string.Join(' ', page.Html.QuerySelectorAll($"[aria-labelledby={table}] tbody tr")[row]
        .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"จาก (?<total>[\d,]+) ผลลัพธ์", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Total();
}
