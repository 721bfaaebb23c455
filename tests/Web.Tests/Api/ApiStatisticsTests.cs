using System.Net;
using System.Text.Json.Nodes;
using Songthang.Domain.Figures;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Api;

public class ApiStatisticsTests
{
    [Fact]
    public async Task The_figures_are_those_of_the_page_for_the_same_question()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 9).Opened().Accepted().After(days: 2).Completed().Then((r, at) => r.Rate(true, 5, "", Domain.Officers.Actor.Requester, at)));
        await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 3).In("140201").Of("flicker"));
        var query = await app.WithAsync<FiguresQuery, PeriodFigures>(figures => figures.RunAsync(new(Period.FiscalYear(2570)), TestContext.Current.CancellationToken));

        var all = JsonNode.Parse((await visitor.GetAsync("/api/v1/statistics")).Text)!;
        var amphoe = JsonNode.Parse((await visitor.GetAsync("/api/v1/statistics?period=2569m11&only=a1402")).Text)!;
        var free = JsonNode.Parse((await visitor.GetAsync("/api/v1/statistics?from=2026-11-01&to=2026-11-16")).Text)!;

        var total = all["total"]!;
        Assert.Equal(("2570", query.Total.Received, query.Total.Done, query.Total.Open), (Text(all["period"]!["code"]), Number(total["received"]), Number(total["done"]), Number(total["open"])));
        Assert.Equal((1, 1, 1), (Number(total["repaired"]), Number(total["repairedInTime"]), Number(total["ratings"])));
        // One answer alone would tell whose it is.
        Assert.Null(total["meanSatisfaction"]);
        Assert.Equal(12, all["months"]!.AsArray().Count);
        Assert.Equal(["1401", "1402"], all["amphoes"]!.AsArray().Select(line => Text(line!["key"])));
        Assert.Equal(["flicker", "lamp_out"], all["services"]!.AsArray().Select(line => Text(line!["key"])).Order());
        Assert.Equal(query.Steps.Select(step => (int?)step.Median), all["steps"]!.AsArray().Select(step => step!["medianMinutes"]?.GetValue<int>()));
        Assert.Equal((1, "1402", 1), (Number(amphoe["total"]!["received"]), Text(amphoe["amphoe"]), amphoe["months"]!.AsArray().Count));
        Assert.Equal((1, "2026-11-01", "2026-11-16"), (Number(free["total"]!["received"]), Text(free["period"]!["from"]), Text(free["period"]!["to"])));
        foreach (var wrong in (string[])["?period=2570q9", "?from=2026-11-01", "?from=2026-11-02&to=2026-11-01", "?only=a9999"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.GetAsync("/api/v1/statistics" + wrong)).Status);
    }

    static int Number(JsonNode? node) => node!.GetValue<int>();

    static string Text(JsonNode? node) => node!.GetValue<string>();
}
