using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;

namespace Songthang.Web.Features.Administration;

/// <summary>The authority's emblem and Garuda for everyone; only the present ones, and each under an address of its own that may be kept.</summary>
static class LogoEndpoint
{
    public static void MapLogo(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/logo/{key:regex(^[0-9a-f]{{32}}$)}.jpg", Show).AllowAnonymous();

    static IResult Show(string key, IOptions<Agency> agency, CurrentSettings settings, PhotoStore store, HttpResponse response)
    {
        if ((agency.Value.Logo != key && settings.Get(Topics.Papers).Garuda != key) || store.OpenThumb(key) is not { } picture)
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Stream(picture, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{key}\""));
    }
}
