using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.ServiceRequests;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Citizens;

/// <summary>The public map with the list beside it, and the same without any tile of the background to be had.</summary>
public sealed partial class MapTests(Chromium chromium) : IAsyncLifetime
{
    MapTown town = null!;
    ServiceRequest waiting = null!, working = null!, done = null!, far = null!;

    public async ValueTask InitializeAsync()
    {
        town = await MapTown.StartAsync();
        (waiting, working, done) = (await town.AddAsync(0, it => it.Accepted()), await town.AddAsync(140, it => it.Accepted().Started()), await town.AddAsync(280, it => it.Accepted().Started().Completed()));
        far = await town.AddAsync(20_000, it => it.Checked().Declined());
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Near_and_far_the_map_shows_marks_by_shape_names_and_the_list_beside_it(bool withTiles)
    {
        await using var citizen = await town.VisitAsync(chromium, Screen.Phone, withTiles);
        var page = citizen.Page;

        await citizen.OpenAsync("/map?at=10/14.352/100.6");
        await Expect(page.Locator(".map-group").First).ToBeVisibleAsync();
        await Expect(page.Locator("[data-list-status]")).ToHaveTextAsync("พบ 4 เรื่องในแผนที่ส่วนนี้");
        await Expect(page.Locator("[data-list] button").First).ToContainTextAsync("เรื่อง");
        await Expect(page.Locator(".ground-amphoe").First).ToBeAttachedAsync();
        await town.GroundIsRightAsync(page, withTiles);
        await Looks.ShootAsync(page, $"map-far-{withTiles}");

        await citizen.OpenAsync("/map?at=14/14.352/100.563");
        await Expect(page.Locator(".ground-tambon").First).ToBeAttachedAsync();
        await Expect(page.Locator("[data-list-status]")).ToHaveTextAsync("พบ 3 เรื่องในแผนที่ส่วนนี้");
        await town.GroundIsRightAsync(page, withTiles);
        await Looks.ShootAsync(page, $"map-middle-{withTiles}");

        await citizen.OpenAsync("/map?at=17/14.3520/100.5633");
        foreach (var (request, shape) in new[] { (waiting, "waiting"), (working, "working"), (done, "done") })
        {
            await Expect(page.Locator($".map-mark use[href$='#{shape}']")).ToHaveCountAsync(1);
            await Expect(page.Locator("[data-list]").GetByRole(AriaRole.Link, new() { Name = request.Reference })).ToBeVisibleAsync();
        }

        await Expect(page.Locator(".ground-road").First).ToBeAttachedAsync();
        await Expect(page.Locator("[data-reports-map]")).ToHaveAttributeAsync("data-poles", "3");
        await town.GroundIsRightAsync(page, withTiles);
        await page.Locator(".map-mark", new() { Has = page.Locator("use[href$='#working']") }).ClickAsync();
        await Expect(page.Locator(".map-popup").GetByRole(AriaRole.Link)).ToContainTextAsync(working.Reference);
        await Looks.RightAsync(citizen, $"map-near-{withTiles}");

        await page.Locator(".map-popup").GetByRole(AriaRole.Link).ClickAsync();
        await page.WaitForURLAsync($"**/reports/{working.Reference}");
        // Back where it was.
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync(NearAddress());
    }

    [Fact]
    public async Task The_list_does_by_keyboard_what_the_map_does_by_finger()
    {
        await using var citizen = await town.VisitAsync(chromium, Screen.Desk, withTiles: false);
        var page = citizen.Page;
        await citizen.OpenAsync("/map?at=10/14.352/100.6");
        await Expect(page.Locator("[data-list-status]")).ToContainTextAsync("พบ 4 เรื่อง");

        for (var presses = 0; presses < 8 && await page.Locator("[data-list] a", new() { HasText = waiting.Reference }).CountAsync() == 0; presses++)
        {
            await page.Locator("[data-list] button").First.FocusAsync();
            await Expect(page.Locator(".map-pointed")).ToHaveCountAsync(1);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#map-list-title")).ToBeFocusedAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "ดูพื้นที่กว้างขึ้น" }).FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/reports/69-*");
        citizen.IsContent();
    }

    [Fact]
    public async Task Filters_are_those_of_the_list_and_go_with_one_from_one_to_the_other()
    {
        await using var citizen = await town.VisitAsync(chromium, Screen.Desk, withTiles: false);
        var page = citizen.Page;
        await citizen.OpenAsync("/map?at=17/14.3520/100.5633");
        await Expect(page.Locator("[data-list] a")).ToHaveCountAsync(3);

        await page.GetByText("ตัวกรอง", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("สถานะ", new() { Exact = true }).SelectOptionAsync("completed");
        await page.Locator(".filters").GetByRole(AriaRole.Button, new() { Name = "ค้นหา" }).ClickAsync();
        await Expect(page.Locator("[data-list] a")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-list] a")).ToContainTextAsync(done.Reference);
        // The same part of the map as before.
        await Expect(page).ToHaveURLAsync(NearAddress());

        await page.GetByRole(AriaRole.Link, new() { Name = "ดูเป็นรายการ" }).ClickAsync();
        await page.WaitForURLAsync("**/reports?status=completed");
        await Expect(page.Locator(".public-requests tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "ดูบนแผนที่" }).ClickAsync();
        await page.WaitForURLAsync("**/map?status=completed*");

        // An amphoe is gone to.
        await page.GetByLabel("อำเภอ", new() { Exact = true }).SelectOptionAsync("1402");
        await page.Locator(".filters").GetByRole(AriaRole.Button, new() { Name = "ค้นหา" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(AmphoeAddress());
        citizen.IsContent();
    }

    [Fact]
    public async Task A_place_is_found_with_the_keyboard_and_the_map_goes_there()
    {
        await using var citizen = await town.VisitAsync(chromium, Screen.Phone, withTiles: false);
        var page = citizen.Page;
        await citizen.OpenAsync("/map");
        var find = page.GetByRole(AriaRole.Combobox, new() { Name = "ค้นหาถนน" });

        await find.PressSequentiallyAsync("หัวรอ");
        await Expect(page.Locator(".find-place").GetByRole(AriaRole.Option).First).ToContainTextAsync("หัวรอ");
        await Expect(find).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".find-place").GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        await Looks.RightAsync(citizen, "map-search");
        await find.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".map-sought")).ToBeVisibleAsync();
        await Expect(find).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(page).ToHaveURLAsync(SoughtAddress());

        await find.FillAsync("T-2");
        await page.Locator(".find-place").GetByRole(AriaRole.Option).Filter(new() { HasText = "T-2" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(PoleAddress());
        await find.FillAsync("ไม่มีที่นี่แน่นอน");
        await Expect(page.Locator(".find-place-told")).ToHaveTextAsync("ไม่พบสถานที่นี้");
        citizen.IsContent();
    }

    [Fact]
    public async Task Near_me_goes_to_where_the_phone_is_and_tells_nobody_where_exactly_that_is()
    {
        await using var citizen = await town.VisitAsync(chromium, Screen.Phone, withTiles: false, ReportPage.TellsPosition);
        var page = citizen.Page;
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(request.Url + request.PostData);
        await citizen.OpenAsync("/map");

        await page.GetByRole(AriaRole.Button, new() { Name = "ใกล้ฉัน" }).ClickAsync();
        await Expect(page.Locator(".map-here")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-near-status]")).ToContainTextAsync("ตำแหน่งของท่านไม่ถูกบันทึก");
        await Expect(page.Locator("[data-list-status]")).ToContainTextAsync("พบ 3 เรื่อง");
        Assert.DoesNotContain(asked, address => address.Contains("14.3521", StringComparison.Ordinal) || address.Contains("100.5619", StringComparison.Ordinal));
        await Looks.ShootAsync(page, "map-near-me");

        await citizen.Context.ClearPermissionsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "ใกล้ฉัน" }).ClickAsync();
        await Expect(page.Locator("[data-near-status]")).ToContainTextAsync("ไม่อนุญาตให้ใช้ตำแหน่ง");
        citizen.IsContent();
    }

    [Fact]
    public async Task Without_the_data_the_map_says_so_and_can_be_asked_again()
    {
        await using var citizen = await town.VisitAsync(chromium, Screen.Phone, withTiles: false);
        citizen.Expects("ERR_FAILED");
        var page = citizen.Page;
        await page.RouteAsync("**/map/reports.json*", route => route.AbortAsync());
        await citizen.OpenAsync("/map?at=17/14.3520/100.5633");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("โหลดข้อมูลของแผนที่ไม่ได้");
        await Looks.ShootAsync(page, "map-failed");

        await page.UnrouteAsync("**/map/reports.json*");
        await page.GetByRole(AriaRole.Button, new() { Name = "ลองอีกครั้ง" }).ClickAsync();

        await Expect(page.Locator("[data-list] a")).ToHaveCountAsync(3);
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        citizen.IsContent();
    }

    [Fact]
    public async Task Without_scripts_the_list_and_its_filters_do_the_job()
    {
        await using var citizen = await town.VisitAsync(chromium, Screen.Phone, withTiles: false, options => options.JavaScriptEnabled = false);
        var page = citizen.Page;
        await citizen.OpenAsync("/map");

        await Expect(page.GetByText("แผนที่ต้องใช้จาวาสคริปต์")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-list] a")).ToHaveCountAsync(4);
        await page.GetByText("ตัวกรอง", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("สถานะ", new() { Exact = true }).SelectOptionAsync("declined");
        await page.Locator(".filters").GetByRole(AriaRole.Button, new() { Name = "ค้นหา" }).ClickAsync();
        await Expect(page.Locator("[data-list] a")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-list] a")).ToContainTextAsync(far.Reference);
        await Looks.ShootAsync(page, "map-no-script");
        citizen.IsContent();
    }

    [GeneratedRegex(@"at=17/14\.35\d+/100\.56", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NearAddress();

    [GeneratedRegex(@"amphoe=1402.*at=12/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AmphoeAddress();

    [GeneratedRegex(@"at=1[3-7]/14\.3", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SoughtAddress();

    [GeneratedRegex(@"at=19/14\.352\d/100\.56", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PoleAddress();
}
