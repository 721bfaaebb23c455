using System.Globalization;
using Songthang.Domain.Geography;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Maps;

namespace Songthang.Web.Features.PublicMap;

/// <summary>
/// What the script of the map asks for. Everything is for everyone and knows no cookie, so that it may be kept anywhere: words
/// are Thai unless the address says <c>lang=en</c>.
/// </summary>
static class MapEndpoints
{
    // Long enough for a crowd that looks at the same place, short enough that nobody misses the own report.
    static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPublicMap(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Links.MapReports, Reading, ReportsAsync).AllowAnonymous();
        routes.MapMethods(Links.MapSearch, Reading, SearchAsync).AllowAnonymous();
        routes.MapGroundData();
    }

    static async Task<IResult> ReportsAsync(
        HttpContext context, MapQuery query, Province province, FaultTypes faults, KeptForAWhile kept, CancellationToken cancellationToken)
    {
        var (arguments, mistake) = MapArguments.Read(context.Request.Query);
        if (mistake is { } wrong)
            return MapProblem.Of(wrong);
        var filter = PublicListAddress.Read(context.Request.Query, province, faults);
        var window = MapWindow.Around(arguments.Box, arguments.Zoom);
        if (window.Cells > MapArguments.MostCells)
            return MapProblem.Of(MapArguments.TooLarge);
        var language = LanguageOf(context.Request);
        var name = string.Create(CultureInfo.InvariantCulture, $"map {window} {language} {context.Request.PathBase} {PublicListAddress.Of(filter)}");
        var file = await kept.GetAsync(name, Age, made => made.Body.Length, async stop =>
            MapJson.Of(Wire(await query.RunAsync(filter, window, stop))), cancellationToken);
        return file.Answer(context.Response, Age);

        object Wire(MapView view) => new
        {
            groups = view.Groups.Select(group => new
            {
                lat = group.Latitude,
                lng = group.Longitude,
                count = group.Count,
                waiting = group.Waiting,
                working = group.Working,
                done = group.Done,
                other = group.Other,
                west = Degrees(group.Cell.Box.West),
                south = Degrees(group.Cell.Box.South),
                east = Degrees(group.Cell.Box.East),
                north = Degrees(group.Cell.Box.North),
            }),
            reports = view.Reports.Select(report => new
            {
                reference = report.Request.Reference,
                lat = report.Mark.Position.Latitude,
                lng = report.Mark.Position.Longitude,
                status = report.Request.Status.Kind().ToString().ToLowerInvariant(),
                statusName = PublicStatus.Of(report.Request.Status).Name.In(language),
                fault = faults.Find(report.Request.FaultCode)?.Name.In(language) ?? report.Request.FaultCode,
                place = report.Request.Place.InWords(province, language),
                approximate = report.Mark.IsApproximate,
                url = context.Request.PathBase + Links.PublicReport(report.Request.Reference),
            }),
            total = view.Total,
            more = view.IsMore,
        };
    }

    static async Task<IResult> SearchAsync(HttpContext context, FindPlaces places, CancellationToken cancellationToken)
    {
        var language = LanguageOf(context.Request);
        var found = await places.RunAsync(context.Request.Query["q"], language, cancellationToken);
        return MapJson.Of(new
        {
            places = found.Select(place => new
            {
                kind = place.Kind.ToString().ToLowerInvariant(),
                name = place.Name,
                detail = place.Detail,
                lat = Degrees(place.Position.Latitude),
                lng = Degrees(place.Position.Longitude),
                zoom = place.Zoom,
                url = place.Address.Length == 0 ? null : context.Request.PathBase + place.Address,
            }),
        }).Answer(context.Response, Age);
    }

    static string LanguageOf(HttpRequest request) => request.Query["lang"] == "en" ? "en" : "th";

    static double Degrees(double degrees) => Math.Round(degrees, 6);
}
