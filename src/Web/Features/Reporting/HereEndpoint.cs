using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Reporting;

/// <summary>
/// What the script of a report page asks when the position is set. It is sent, not fetched by address, so that the position of
/// a citizen stands in no log; for the same reason the script, and nobody in between, keeps the answers.
/// </summary>
static class HereEndpoint
{
    const int MostBytes = 1024;

    // A phone is seldom more exact than this, and nobody chooses among more.
    const double PoleMetres = 50;
    const int MostPoles = 8;

    /// <summary>Where somebody is.</summary>
    /// <param name="Latitude">Degrees north.</param>
    /// <param name="Longitude">Degrees east.</param>
    /// <param name="PoleNumber">As painted on the pole; may be missing.</param>
    internal sealed record Where(double? Latitude, double? Longitude, string? PoleNumber);

    public static void MapHere(this IEndpointRouteBuilder routes) => routes.MapPost(Links.ReportHere, AnswerAsync)
        .AllowAnonymous().RequireRateLimiting(RateLimits.NearbyPolicy)
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MostBytes));

    static async Task<IResult> AnswerAsync(Where where, LookAround look, Poles poles, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        if (!Domain.Geography.Position.TryCreate(where.Latitude, where.Longitude, out var position))
            return Results.BadRequest();
        var number = ThaiText.Clean(where.PoleNumber);
        var found = await look.RunAsync(
            new Place("", "", "", "", number.Length <= ServiceRequest.MaxPoleNumber ? number : "", where.Latitude, where.Longitude), cancellationToken);
        var near = await poles.NearAsync(position, PoleMetres, MostPoles, cancellationToken);
        return Results.Json(new
        {
            tambon = found.Tambon?.Tambon?.Code,
            nearest = found.Tambon?.Nearest.Select(tambon => tambon.Code) ?? [],
            outside = found.Tambon?.IsOutside ?? false,
            road = found.Road,
            note = found.OwnerNote is { } note ? Say.T(note) : "",
            poles = near.Select(one => new
            {
                code = one.Pole.Code.ToString(),
                name = one.Pole.Name,
                road = one.Pole.Road,
                tambon = one.Pole.TambonCode,
                lat = one.Pole.Latitude,
                lng = one.Pole.Longitude,
                metres = Math.Round(one.Metres),
            }),
        });
    }
}
