using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Inbox;

public class InboxPagingTests
{
    [Theory]
    [CombinatorialSorts]
    public async Task Paging_forth_and_back_shows_every_request_once_in_the_same_order(InboxSort sort, bool descending)
    {
        await using var app = await TestApp.StartAsync();
        await Many.RequestsAsync(app, 67);
        var order = new InboxOrder(sort, descending);
        var whole = await ReadAsync(app, order, null, 100);
        Assert.Equal(67, whole.Rows.Count);
        Assert.Null(whole.Next);
        Assert.Null(whole.Previous);

        foreach (var size in (int[])[1, 7, 25, 66, 67])
        {
            var pages = new List<InboxPage> { await ReadAsync(app, order, null, size) };
            while (pages[^1].Next is { } next)
                pages.Add(await ReadAsync(app, order, next, size));
            Assert.Equal(Ids(whole), pages.SelectMany(Ids));

            var page = pages[^1];
            for (var i = pages.Count - 2; i >= 0; i--)
            {
                page = await ReadAsync(app, order, page.Previous, size);
                Assert.Equal(Ids(pages[i]), Ids(page));
            }

            Assert.Null(page.Previous);
            Assert.True(page.IsFirst);
        }
    }

    [Theory]
    [CombinatorialSorts]
    public async Task Rows_stand_in_the_order_of_the_column_on_either_database(InboxSort sort, bool descending)
    {
        await using var app = await TestApp.StartAsync();
        await Many.RequestsAsync(app, 40);

        var rows = (await ReadAsync(app, new InboxOrder(sort, descending), null, 100)).Rows;

        IComparable Key(InboxRow row) => sort switch
        {
            InboxSort.Received => DerivedColumns.UrgentFirst(row.SubmittedAt, row.IsUrgent, row.Status, descending),
            InboxSort.Reference => row.Reference,
            InboxSort.Fault => row.FaultCode,
            InboxSort.Place => row.TambonCode,
            InboxSort.Status => row.Status,
            _ => DerivedColumns.UrgentFirst(row.DueAt ?? DerivedColumns.Never, row.IsUrgent, row.Status, descending: false),
        };
        var expected = descending
            ? rows.OrderByDescending(Key).ThenByDescending(row => row.Id)
            : rows.OrderBy(Key).ThenBy(row => row.Id);
        Assert.Equal(expected.Select(row => row.Id), rows.Select(row => row.Id));
        Assert.Contains(rows, row => row.DueAt is null);
        Assert.Contains(rows, row => row.DueAt is not null);
    }

    [Fact]
    public async Task A_request_that_arrives_while_somebody_pages_moves_no_row_to_another_page()
    {
        await using var app = await TestApp.StartAsync();
        await Many.RequestsAsync(app, 40);
        var first = await ReadAsync(app, InboxOrder.Default, null, 25);
        await Given.ARequestAsync(app, it => it.Of("lamp_out"));

        var second = await ReadAsync(app, InboxOrder.Default, first.Next, 25);

        Assert.Equal(15, second.Rows.Count);
        Assert.Empty(Ids(first).Intersect(Ids(second)));
    }

    [Fact]
    public async Task An_officer_pages_with_the_links_and_reads_where_the_list_stands()
    {
        await using var app = await TestApp.StartAsync();
        await Many.RequestsAsync(app, 60);
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var page = await officer.GetAsync("/officer");
        Assert.Contains("แสดง 1 ถึง 25 จาก 60 ผลลัพธ์", page.Words, StringComparison.Ordinal);
        Assert.False(page.Has("a[rel=prev]"));
        page = await officer.GetAsync(page.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("แสดง 26 ถึง 50 จาก 60 ผลลัพธ์", page.Words, StringComparison.Ordinal);
        page = await officer.GetAsync(page.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("แสดง 51 ถึง 60 จาก 60 ผลลัพธ์", page.Words, StringComparison.Ordinal);
        Assert.False(page.Has("a[rel=next]"));
        page = await officer.GetAsync(page.Html.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Contains("แสดง 26 ถึง 50 จาก 60 ผลลัพธ์", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("after=x")]
    [InlineData("after=5.not-a-time&at=99")]
    [InlineData("after=99999999999999999999.1")]
    [InlineData("after=5.99999999999999999999")]
    [InlineData("before=5.0")]
    [InlineData("sort=fault&after=5.%00")]
    [InlineData("sort=nothing&dir=sideways&size=7&view=17&status=odd&from=31-12-2569&to=9999-12-31&area=99&fault=x")]
    public async Task An_address_that_cannot_be_read_shows_the_plain_list(string query)
    {
        await using var app = await TestApp.StartAsync();
        await Many.RequestsAsync(app, 3);
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var page = await officer.GetAsync("/officer?" + query);

        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.Equal(3, page.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("แสดง 1 ถึง 3 จาก 3 ผลลัพธ์", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_to_ten_thousand_the_number_is_exact_and_beyond_it_says_more_than()
    {
        await using var app = await TestApp.StartAsync();
        await Many.RequestsAsync(app, 1);
        await Many.CopiesAsync(app, 9_999);
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        Assert.Contains("แสดง 1 ถึง 25 จาก 10,000 ผลลัพธ์", (await officer.GetAsync("/officer")).Words, StringComparison.Ordinal);

        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 400));

        var page = await officer.GetAsync("/officer");
        Assert.Contains("แสดง 1 ถึง 25 จากมากกว่า 10,000 ผลลัพธ์", page.Words, StringComparison.Ordinal);
        Assert.Equal("999+", page.TextOf(".inbox-views a[aria-current] .count"));
        Assert.Equal("99+", page.TextOf("[data-bell-count]"));
    }

    static Task<InboxPage> ReadAsync(TestApp app, InboxOrder order, InboxPlace? place, int size) => app.WithAsync<InboxQuery, InboxPage>(
        inbox => inbox.ReadAsync(new InboxFilter(), order, place, size, 0, app.Time.GetUtcNow().UtcDateTime, default));

    static IEnumerable<long> Ids(InboxPage page) => page.Rows.Select(row => row.Id);
}

/// <summary>Every column in both directions.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class CombinatorialSortsAttribute : Xunit.v3.DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        System.Reflection.MethodInfo testMethod, Xunit.Sdk.DisposalTracker disposalTracker) => new(
        [.. Enum.GetValues<InboxSort>().SelectMany(sort => (bool[])[false, true], (sort, down) => new TheoryDataRow<InboxSort, bool>(sort, down))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
