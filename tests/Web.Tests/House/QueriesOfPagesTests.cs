using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.House;

/// <summary>
/// A page asks its database three times at most, however much it shows; the frame of the desk asks once more for all its marks. The few that ask
/// oftener are named, so that no other joins them.
/// </summary>
public class QueriesOfPagesTests
{
    const int Most = 3, Frame = 1;

    /// <summary>Figures cut four ways; and the desk's page of a request, with all that can be done about it.</summary>
    static readonly Dictionary<string, int> More = new(StringComparer.Ordinal) { ["/officer/statistics"] = 5 + Frame, ["/officer/requests/"] = 12 + Frame };

    [Fact]
    public async Task No_page_asks_more_than_three_times()
    {
        var plans = new QueryPlans();
        await using var app = await TestApp.StartAsync(adjust: plans.Listen);
        var request = await Given.ARequestAsync(app, it => it.Checked().Accepted());
        await Given.ARequestAsync(app, it => it.Accepted().Completed());
        using var citizen = app.NewVisitor();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        string[] open = ["/", "/reports", "/reports?status=open&fault=lamp_out", $"/reports/{request.Reference}", "/map", "/report", "/track", "/statistics", "/announcements",
            "/open-data", "/map/reports.json?zoom=17&bbox=100.5,14.3,100.51,14.31", "/open311/v2/requests.json", "/api/v1/requests", "/privacy", "/follow/x", $"/r/{request.Secret}"];
        string[] desk = ["/officer?whose=team", "/officer?view=overdue&sort=due&fault=lamp_out", "/officer/map", "/officer/work-orders", "/officer/poles", "/officer/statistics",
            "/officer/mentions", "/officer/outages", $"/officer/requests/{request.Reference}"];

        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (visitor, address) in open.Select(address => (citizen, address)).Concat(desk.Select(address => (officer, address))))
        {
            // Once, so that settings and what is kept for all are there.
            await visitor.GetAsync(address);
            plans.Clear();
            await visitor.GetAsync(address);
            asked[address] = plans.Asked.Count;
        }

        var tooMany = asked.Where(page => page.Value > Allowed(page.Key)).Select(page => $"{page.Key}: {page.Value}").ToList();
        Assert.True(tooMany.Count == 0, string.Join('\n', tooMany));
        Assert.True(asked.Values.Sum() > asked.Count, "The questions are not heard.");
    }

    static int Allowed(string address) => More.FirstOrDefault(pair => address.StartsWith(pair.Key, StringComparison.Ordinal)) is { Key: not null } more
        ? more.Value
        : Most + (address.StartsWith("/officer", StringComparison.Ordinal) ? Frame : 0);
}
