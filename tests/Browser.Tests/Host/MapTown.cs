using Microsoft.Playwright;
using Songthang.Browser.Tests.Citizens;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Features.Surveying;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Host;

/// <summary>
/// A program with borders, a road and three poles, and a tile server on the loopback address that answers or is not to be had.
/// </summary>
sealed class MapTown : IAsyncDisposable
{
    // A degree of longitude at this latitude.
    const double MetresOfDegree = 107_700;

    readonly TileServer tiles;

    MapTown(TestApp app, TileServer tiles) => (App, this.tiles) = (app, tiles);

    public TestApp App { get; }

    public static async Task<MapTown> StartAsync()
    {
        var tiles = await TileServer.StartAsync();
        var app = await TestApp.StartAsync(settings: new() { ["Songthang:Agency:Map:Tiles"] = tiles.Template });
        var now = app.Time.GetUtcNow().UtcDateTime;
        await app.WithAsync((ImportBoundaries import) => import.RunAsync(
            new(WhereTests.Bytes(VoronoiTambons.GeoJson), "tambons.geojson", "ขอบเขตทดสอบ", AtOnce: true), Actor.System, now, CancellationToken.None));
        await app.WithAsync((ImportRoads import) => import.RunAsync(
            new(WhereTests.Bytes(WhereTests.Road), "roads.geojson", null, Replace: false), Actor.System, now, CancellationToken.None));
        await app.WithDbAsync(db =>
        {
            for (var number = 1; number <= 3; number++)
                db.Poles.Add(Given.APole(number, $"T-{number}", 14.35215, 100.5618 + number * 0.00015));
            return db.SaveChangesAsync();
        });
        return new(app, tiles);
    }

    /// <summary>A request so many metres east of where the citizen's phone is.</summary>
    public Task<ServiceRequest> AddAsync(double east, Func<Story, Story> tell) => Given.ARequestAsync(App, it => tell(it.SubmittedAgo(days: 2).Sent(sent => sent with
    {
        Place = sent.Place with { Latitude = ReportPage.Here.Latitude, Longitude = ReportPage.Here.Longitude + east / MetresOfDegree },
    })));

    /// <summary>Somebody in front of a browser, who gets the tiles or none.</summary>
    public async Task<Person> VisitAsync(Chromium chromium, Screen screen, bool withTiles, Action<BrowserNewContextOptions>? change = null)
    {
        var person = await chromium.NewPersonAsync(App, screen, change);
        if (withTiles)
            return person;
        person.Expects("ERR_CONNECTION_REFUSED");
        await person.Context.RouteAsync(new Uri(tiles.Template).GetLeftPart(UriPartial.Authority) + "/**", route => route.AbortAsync("connectionrefused"));
        return person;
    }

    /// <summary>The tiles are there, or their absence is told and nothing else is missing.</summary>
    public async Task GroundIsRightAsync(IPage page, bool withTiles)
    {
        if (withTiles)
            await Expect(page.Locator(".leaflet-tile-loaded").First).ToBeVisibleAsync();
        else
            await Expect(page.Locator(".map-notice")).ToContainTextAsync("โหลดภาพแผนที่พื้นหลังไม่ได้");
        await Expect(page.Locator(".map-notice")).ToHaveCountAsync(withTiles ? 0 : 1);
        Assert.True(!withTiles || tiles.Asked > 0);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await tiles.DisposeAsync();
    }
}
