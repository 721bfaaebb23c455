using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.WorkOrders;

public class ListTests
{
    [Fact]
    public async Task Orders_are_filtered_sorted_and_paged_by_key()
    {
        await using var app = await TestApp.StartAsync();
        var requests = await Lorry.AcceptedAsync(app, 28);
        for (var i = 0; i < requests.Length; i++)
            await Lorry.OrderAsync(app, [requests[i]], i % 2 == 0 ? "crew-1" : "crew-2", Lorry.Today.AddDays(i / 3));
        using var officer = await Desk.OfficerAsync(app);

        var first = await officer.GetAsync("/officer/work-orders");
        Assert.Equal(25, Numbers(first).Count);
        Assert.Equal("28/2569", Numbers(first)[0]);
        var second = await officer.GetAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(["3/2569", "2/2569", "1/2569"], Numbers(second));
        Assert.Equal(Numbers(first), Numbers(await officer.GetAsync(second.Html.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)));
        Assert.Equal("1/2569", Numbers(await officer.GetAsync("/officer/work-orders?sort=number&dir=up"))[0]);
        Assert.Equal(14, Numbers(await officer.GetAsync("/officer/work-orders?crew=crew-2")).Count);
        Assert.Equal(["7/2569"], Numbers(await officer.GetAsync("/officer/work-orders?number=๗")));
        Assert.Equal(["6/2569", "5/2569", "4/2569"], Numbers(await officer.GetAsync("/officer/work-orders?from=2569-11-24&to=2026-11-24")));
        Assert.Contains("ไม่พบใบสั่งงาน", (await officer.GetAsync("/officer/work-orders?state=completed")).TextOf(".empty"), StringComparison.Ordinal);
        Assert.Equal(25, Numbers(await officer.GetAsync("/officer/work-orders?state=open&after=nonsense")).Count);
    }

    [Fact]
    public async Task Without_any_order_the_list_says_where_to_begin()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await Desk.OfficerAsync(app);

        Assert.Contains("ยังไม่มีใบสั่งงาน", (await officer.GetAsync("/officer/work-orders")).TextOf(".empty"), StringComparison.Ordinal);
    }

    static List<string> Numbers(Page page) => [.. page.Html.QuerySelectorAll(".orders tbody th a").Select(link => link.TextContent.Trim())];
}
