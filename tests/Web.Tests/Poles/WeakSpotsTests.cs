using System.Net;
using System.Text;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Features.Surveying;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Poles;

/// <summary>Known faults and lamps, and what the lists make of them; how each is found is asked of the domain.</summary>
public sealed class WeakSpotsTests : IAsyncLifetime
{
    // About 2.16 km along the parallel 14.3521, through the place of Given's requests.
    const string Road = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"ถนนอู่ทอง","owner":"อบจ.พระนครศรีอยุธยา"},"geometry":{"type":"LineString","coordinates":[[100.55,14.3521],[100.57,14.3521]]}}]}""";

    TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.WithDbAsync(db =>
        {
            db.Poles.AddRange(
                Given.APole(1, "15-58", 14.352_123, 100.561_987, known: facts => facts with { Road = "ถนนอู่ทอง", WarrantyUntil = new(2027, 6, 30) }),
                Given.APole(2, "15-59", 14.352_123, 100.563),
                // LED lasts 12 years, sodium 5 by the settings; the third says so itself, the fourth is gone, the fifth another's.
                Given.APole(3, "L-1", 14.37, 100.56, known: facts => facts with { LampCode = "led", InstalledOn = new(2014, 12, 1) }),
                Given.APole(4, "L-2", 14.371, 100.56, known: facts => facts with { LampCode = "hps", InstalledOn = new(2019, 1, 15), WarrantyUntil = new(2026, 11, 23) }),
                Given.APole(7, "L-3", 14.372, 100.56, known: facts => facts with { LampCode = "led", InstalledOn = new(2020, 1, 1), ExpectedLifeYears = 7 }),
                Given.APole(8, "L-4", 14.373, 100.56, it => it.Retire(new(2026, 1, 1), "ล้ม", Given.Officer, TestApp.Monday.UtcDateTime), facts => facts with { LampCode = "hps", InstalledOn = new(2001, 1, 1) }),
                Given.APole(10, "L-5", 14.374, 100.56, known: facts => facts with { LampCode = "hps", InstalledOn = new(2001, 1, 1), OwnerCode = "pea" }),
                Given.APole(11, "L-6", 14.375, 100.56, known: facts => facts with { LampCode = "led", InstalledOn = new(2015, 11, 23) }));
            return db.SaveChangesAsync();
        });
        await app.WithAsync((ImportRoads import) => import.RunAsync(
            new(new MemoryStream(Encoding.UTF8.GetBytes(Road)), "roads.geojson", null, Replace: false), Given.Officer, TestApp.Monday.UtcDateTime, CancellationToken.None));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    Task<ServiceRequest> FaultAsync(string pole, int daysAgo, Func<Story, Story>? tell = null) => Given.ARequestAsync(app, it =>
    {
        it.SubmittedAgo(days: daysAgo).Sent(s => s with { Place = s.Place with { PoleNumber = pole } });
        return tell is null ? it : tell(it);
    });

    static List<string> Rows(Page page) => [.. page.Html.QuerySelectorAll("table.poles tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    [Fact]
    public async Task A_pole_with_three_faults_in_twelve_months_is_listed_and_its_open_requests_go_on_one_work_order()
    {
        await FaultAsync("อบจ.อย. 15-58", 300, it => it.Accepted().Completed());
        await FaultAsync("000001-3", 100, it => it.Accepted().Completed());
        var open = await FaultAsync("15-58", 3, it => it.Accepted());
        var waiting = await FaultAsync("15-58", 1);
        // None of these is a third fault of the other pole.
        await FaultAsync("15-59", 20);
        await FaultAsync("15-59", 10);
        await FaultAsync("15-59", 400);
        await FaultAsync("15-59", 9, it => it.Checked().Declined());
        await FaultAsync("15-59", 8, it => it.Withdrawn());
        await FaultAsync("15-59", 7, it => it.Checked().Forwarded());
        await FaultAsync("15-59", 6, it => it.Checked().MergedInto(open));
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var page = await officer.GetAsync("/officer/weak-spots");

        var row = Assert.Single(Rows(page));
        Assert.StartsWith("15-58 ยังอยู่ในประกัน ถนนอู่ทอง", row, StringComparison.Ordinal);
        Assert.Contains(" 4 22 พ.ย. 69 ", row, StringComparison.Ordinal);
        Assert.True(page.Has("table.poles a[href='/officer/poles/000001-3']"));
        Assert.True(page.Has("table.poles a[href='/officer/map?at=18/14.35212/100.56199']"));
        // What is not accepted yet cannot be ordered.
        Assert.Equal([open.Reference], page.Html.QuerySelectorAll("input[name=request]").Select(box => box.GetAttribute("value")));
        Assert.Contains(waiting.Reference, row, StringComparison.Ordinal);
        var order = await officer.SubmitAsync(page, "main form", [("request", open.Reference)]);
        Assert.Contains(open.Reference, order.Words, StringComparison.Ordinal);
        var inspection = await officer.GetAsync(page.Html.QuerySelector("main a[href*='/officer/requests/new']")!.GetAttribute("href")!);
        Assert.Equal("15-58", inspection.Html.QuerySelector("#Form_PoleNumber")!.GetAttribute("value"));
        var file = await officer.GetAsync("/officer/weak-spots/export.csv");
        Assert.Contains($"000001-3,15-58,ถนนอู่ทอง,", file.Text, StringComparison.Ordinal);
        Assert.Contains(",4,2026-11-22,", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roads_are_listed_by_their_faults_per_kilometre_and_lamps_by_their_end()
    {
        for (var i = 1; i <= 5; i++)
            await FaultAsync("", i);
        for (var i = 1; i <= 6; i++)
            await Given.ARequestAsync(app, it => it.SubmittedAgo(days: 1).Sent(s => s with { Place = new("140201", "ถนนใหม่", "", "", "", null, null) }));
        using var director = await app.SignInAsync(OfficerRole.Director);

        var roads = await director.GetAsync("/officer/weak-spots?list=roads");

        // 5 faults on 2.155 km.
        Assert.Equal(["ถนนอู่ทอง 2.3 5 2.15 5", "ถนนใหม่ ท่าเรือ ยังไม่ได้นำเข้าถนน 6 – 6"],
            Rows(roads).Select(row => row.Split(" เสาบนถนนนี้", StringSplitOptions.None)[0].Replace("2.16", "2.15", StringComparison.Ordinal)));
        // The imported road as a whole, the other where its amphoe is.
        Assert.True(roads.Has("table.poles a[href='/officer/map?at=14/14.3521/100.56']"));
        Assert.StartsWith("/officer/map?at=12/14.", roads.Html.QuerySelectorAll("table.poles a[href^='/officer/map']")[1].GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith("ถนนใหม่", Rows(await director.GetAsync("/officer/weak-spots?list=roads&sort=faults"))[0], StringComparison.Ordinal);
        Assert.Contains("ถนนใหม่,ท่าเรือ,,6,,6", (await director.GetAsync("/officer/weak-spots/export.csv?list=roads")).Text, StringComparison.Ordinal);

        var lamps = await director.GetAsync("/officer/weak-spots?list=lamps");
        Assert.Equal(["L-2", "L-1", "L-3"], Rows(lamps).Select(row => row.Split(' ')[0]));
        Assert.Contains("15 ม.ค. 67 เกินแล้ว 23 พ.ย. 69 ยังอยู่ในประกัน", Rows(lamps)[0], StringComparison.Ordinal);
        Assert.Contains("/officer/map?at=18/14.371/100.56", lamps.Html.QuerySelectorAll("table.poles a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain("เกินแล้ว", Rows(lamps)[1], StringComparison.Ordinal);
        Assert.Equal(["L-3", "L-1", "L-2"], Rows(await director.GetAsync("/officer/weak-spots?list=lamps&dir=turned")).Select(row => row.Split(' ')[0]));
        // The director reads and plans; reports and orders are the officers'.
        Assert.False(lamps.Has("main a[href*='/officer/requests/new']"));
        Assert.Contains("วิธีคิด", lamps.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_lists_have_pages_and_nonsense_in_the_address_is_not_minded()
    {
        await app.WithDbAsync(db =>
        {
            for (var i = 0; i < 30; i++)
                db.Poles.Add(Given.APole(100 + i, $"P-{i + 1}", 14.30 + i * 0.001, 100.5, known: facts => facts with { LampCode = "hps", InstalledOn = new(2010, 1, 1) }));
            return db.SaveChangesAsync();
        });
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var first = await officer.GetAsync("/officer/weak-spots?list=lamps&sort=x&dir=y&page=-3");

        Assert.Contains("แสดง 1 ถึง 25 จาก 33 ผลลัพธ์", first.Words, StringComparison.Ordinal);
        var next = await officer.GetAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(8, Rows(next).Count);
        Assert.Equal(8, Rows(await officer.GetAsync("/officer/weak-spots?list=lamps&page=999")).Count);
        Assert.Empty(Rows(await officer.GetAsync("/officer/weak-spots?list=poles&page=2")));
        using var crew = await app.SignInAsync(OfficerRole.Crew);
        Assert.NotEqual(HttpStatusCode.OK, (await crew.GetAsync("/officer/weak-spots")).Status);
    }
}
