using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Inbox;

/// <summary>However many requests there are: whatever an officer filters and sorts by, no list reads the table through.</summary>
public class InboxPlanTests
{
    static readonly DateTime Now = TestApp.Monday.UtcDateTime;

    [Fact]
    public async Task Every_filter_in_every_order_is_read_by_an_index()
    {
        var plans = new QueryPlans();
        await using var app = await TestApp.StartAsync(adjust: plans.Listen);
        await Given.ARequestAsync(app, it => it.Checked());
        var (looked, through) = (0, new List<string>());
        foreach (var filter in Filters())
        {
            // Few are sought by what narrows them, whatever the order; many are met along it.
            foreach (var (order, found) in Orders().Select(order => (order, 1_000_000)).Append((InboxOrder.Default, 1)))
            {
                plans.Clear();
                await app.WithDbAsync(db => new InboxQuery(db).ReadAsync(filter, order, null, 25, found, Now, TestContext.Current.CancellationToken));
                var plan = Assert.Single(await plans.OfAsync(app, "service_requests", "submitted_at"));
                through.AddRange(ReadThrough(plan).Select(step => $"{found} of {Words(filter)} {order}: {step}"));
                looked++;
            }
        }

        Assert.Equal(72 * 8, looked);
        Assert.True(through.Count == 0, string.Join('\n', through));
    }

    /// <summary>An index is walked either way; only the newest and the oldest first have one each.</summary>
    static IEnumerable<InboxOrder> Orders() => Enum.GetValues<InboxSort>().Select(sort => new InboxOrder(sort, Descending: false)).Append(InboxOrder.Default);

    /// <summary>Each view and whose work it is, alone and with each of the other filters.</summary>
    static IEnumerable<InboxFilter> Filters()
    {
        Func<InboxFilter, InboxFilter>[] narrower =
        [
            filter => filter, filter => filter with { FaultCode = "lamp_out" }, filter => filter with { Area = "1401" }, filter => filter with { Area = "140101" },
            filter => filter with { Statuses = [ServiceRequestStatus.Completed] }, filter => filter with { Reopened = true },
            filter => filter with { From = new(2026, 10, 1), To = new(2026, 10, 31) }, filter => filter with { Words = "ดับทั้งแถบ" }, filter => filter with { Words = "ดั" },
        ];
        return Enum.GetValues<InboxView>().Select(view => new InboxFilter(view))
            .Concat([new(Whose: Whose.Mine, Me: 1), new(Whose: Whose.Unassigned, Me: 1)])
            .SelectMany(filter => narrower.Select(narrow => narrow(filter)));
    }

    static string Words(InboxFilter filter) =>
        $"{filter.View} {filter.Whose} {filter.FaultCode} {filter.Area} {filter.Words} {filter.Reopened} {filter.From:o} {string.Join(' ', filter.Statuses ?? [])}";

    /// <summary>The steps that read a whole table; what a part of the question brought up is no table.</summary>
    static IEnumerable<string> ReadThrough(string plan) => plan.Split('\n').Where(step => TestDatabase.IsPostgres
        ? step.Contains("Seq Scan on service_requests", StringComparison.Ordinal) || step.Contains("Seq Scan on followers", StringComparison.Ordinal)
        : step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal)
            && !plan.Contains($"CO-ROUTINE {step[5..]}\n", StringComparison.Ordinal) && !plan.Contains($"MATERIALIZE {step[5..]}\n", StringComparison.Ordinal));
}
