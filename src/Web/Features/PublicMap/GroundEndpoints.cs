using Microsoft.Extensions.Options;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Maps;

namespace Songthang.Web.Features.PublicMap;

/// <summary>A ground of our own under the marks: names, borders, roads and poles, so that the map is of use without the internet.</summary>
static class GroundEndpoints
{
    const int MostRoads = 1_500, MostPoles = 2_000, FirstOfPoles = 16;

    // About 55 metres: less than a pixel while a tambon fits on the screen.
    const double BorderTolerance = 0.0005;

    // A line may be off by a thousandth of the screen's width.
    const double RoadTolerance = 0.001;

    static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapGroundData(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Links.MapAreas, Reading, AreasAsync).AllowAnonymous();
        routes.MapMethods(Links.MapRoads, Reading, Roads).AllowAnonymous();
        routes.MapMethods(Links.MapPoles, Reading, PolesAsync).AllowAnonymous();
    }

    static async Task<IResult> AreasAsync(
        HttpContext context, Province province, CurrentBoundaries boundaries, GroundVersions versions, KeptForAWhile kept, CancellationToken cancellationToken)
    {
        // First the version: what is read behind it is at least as new.
        var version = versions.Areas;
        var (number, map, attribution) = (boundaries.Number, boundaries.Map, boundaries.Attribution);
        var file = await kept.GetAsync($"map areas {number}", TimeSpan.FromHours(1), made => made.Body.Length,
            _ => Task.FromResult(MapJson.Of(GeoJsonText.Areas(province, map.Boundaries, attribution, BorderTolerance))), cancellationToken);
        return Answer(context, file, version);
    }

    static IResult Roads(HttpContext context, CurrentRoads roads, CurrentSettings settings, GroundVersions versions, IOptions<Agency> agency)
    {
        if (MapArguments.ReadBox(context.Request.Query) is not { } box)
            return MapProblem.Of(MapArguments.BoxMistake);
        var version = versions.Roads;
        var owners = settings.Get(Topics.Authorities);
        // The long ones first when there are too many: on a small map they are what one looks for.
        var near = roads.Map.Roads.Where(road => road.Box.Touches(box)).OrderByDescending(road => road.Metres).ThenBy(road => road.Id).Take(MostRoads);
        return Answer(context, MapJson.Of(GeoJsonText.RoadsIn(box, near, OwnerOf, (box.East - box.West) * RoadTolerance)), version);

        Phrase OwnerOf(string code) => code.Length == 0 ? agency.Value.Name.Phrase : owners.Find(code)?.Name ?? new(code, code);
    }

    static async Task<IResult> PolesAsync(HttpContext context, Poles poles, CancellationToken cancellationToken)
    {
        var (arguments, mistake) = MapArguments.Read(context.Request.Query);
        if (mistake is { } wrong)
            return MapProblem.Of(wrong);
        if (MapWindow.Around(arguments.Box, arguments.Zoom).Cells > MapArguments.MostCells)
            return MapProblem.Of(MapArguments.TooLarge);
        // From farther away they are dust; the map then asks in vain, which costs nothing.
        var found = arguments.Zoom < FirstOfPoles ? [] : await poles.InBoxAsync(arguments.Box, MostPoles + 1, cancellationToken);
        return MapJson.Of(GeoJsonText.Poles(
            found.Take(MostPoles).Select(pole => new PoleOnGround(pole.Code.ToString(), pole.Name, pole.OwnerCode, pole.Position)),
            isMore: found.Count > MostPoles, code => context.Request.PathBase + Links.PolePage(code)))
            .Answer(context.Response, PublicFile.Age);
    }

    /// <summary>For ever where the address names what it holds now; else for a few minutes.</summary>
    static IResult Answer(HttpContext context, PublicFile file, string version)
    {
        var isNamed = context.Request.Query["v"] == version;
        var answer = file.Answer(context.Response, isNamed ? TimeSpan.FromDays(365) : Age);
        if (isNamed)
            context.Response.Headers.CacheControl += ", immutable";
        return answer;
    }
}
