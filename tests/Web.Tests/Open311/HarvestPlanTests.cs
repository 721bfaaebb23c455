using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Open311;

/// <summary>However many requests were ever settled: who asks for the open ones does not walk past them.</summary>
public class HarvestPlanTests
{
    [Fact]
    public async Task Open_requests_that_changed_are_found_among_the_open_ones()
    {
        var plans = new QueryPlans();
        await using var app = await TestApp.StartAsync(adjust: plans.Listen, settings: Client.Unhurried);
        await Given.ARequestAsync(app, it => it.Accepted());
        using var client = new Client(app);
        plans.Clear();

        Assert.Equal(1, (await client.JsonAsync("/open311/v2/requests.json?status=open&updated_after=2020-01-01")).GetArrayLength());

        var plan = string.Join("; ", await plans.OfAsync(app, "service_requests", "public_changed_at"));
        Assert.Contains("ix_service_requests_open_changed", plan, StringComparison.Ordinal);
    }
}
