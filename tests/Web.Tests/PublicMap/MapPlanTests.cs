using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.PublicMap;

/// <summary>However many requests there are: those of a screen are read by where they stand.</summary>
public class MapPlanTests
{
    [Fact]
    public async Task From_near_the_requests_of_the_screen_are_found_by_their_position()
    {
        var plans = new QueryPlans();
        await using var app = await TestApp.StartAsync(adjust: plans.Listen);
        await Given.ARequestAsync(app, it => it.Accepted());
        using var visitor = app.NewVisitor();
        plans.Clear();

        Assert.Contains("reports", await visitor.Client.GetStringAsync(
            "/map/reports.json?zoom=17&bbox=100.5,14.3,100.51,14.31", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var plan = Assert.Single(await plans.OfAsync(app, "service_requests", "map_latitude"));
        Assert.Contains("ix_service_requests_map_latitude_map_longitude", plan, StringComparison.Ordinal);
        if (!TestDatabase.IsPostgres)
            Assert.Contains("map_latitude=? AND map_longitude>? AND map_longitude<?", plan, StringComparison.Ordinal);
    }
}
