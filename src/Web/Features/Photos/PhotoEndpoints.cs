using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Photos;

/// <summary>
/// The photos of requests and poles: everyone sees what an officer approved, the requester all of the own request, officers all and those of poles, crews those of their work orders.
/// Whoever may not see a photo cannot tell whether it exists.
/// </summary>
static class PhotoEndpoints
{
    const string Name = "{key:regex(^[0-9a-f]{{32}}$)}/{size:regex(^(full|thumb)$)}.jpg";

    public static void MapPhotos(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"/photos/{Name}", PublicAsync).AllowAnonymous();
        routes.MapGet($"/r/{{secret}}/photos/{Name}", OwnAsync).AllowAnonymous();
        routes.MapGet($"/officer/photos/{Name}", OfficersAsync).RequireAuthorization(Policies.Readers);
        routes.MapGet($"/crew/photos/{Name}", CrewsAsync).RequireAuthorization(Policies.Workers);
    }

    static async Task<IResult> PublicAsync(
        string key, string size, AppDb db, PhotoStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!await db.Photos.AnyAsync(photo => photo.Key == key && photo.IsPublic, cancellationToken))
            return Results.NotFound();
        // Not for long: an approval can be taken back.
        response.Headers.CacheControl = "public, max-age=300";
        return Show(store, key, size);
    }

    static async Task<IResult> OwnAsync(
        string secret, string key, string size, AppDb db, PhotoStore store, CancellationToken cancellationToken) =>
        await db.ServiceRequests.AnyAsync(
            request => request.Secret == secret && request.Photos.Any(photo => photo.Key == key), cancellationToken)
            ? Show(store, key, size)
            : Results.NotFound();

    static async Task<IResult> OfficersAsync(
        string key, string size, AppDb db, PhotoStore store, CancellationToken cancellationToken) =>
        await db.Photos.AnyAsync(photo => photo.Key == key, cancellationToken)
        || await db.PolePhotos.AnyAsync(photo => photo.Key == key, cancellationToken) ? Show(store, key, size) : Results.NotFound();

    /// <summary>A crew sees the photos of what it was sent to.</summary>
    static async Task<IResult> CrewsAsync(
        string key, string size, ClaimsPrincipal user, AppDb db, PhotoStore store, CancellationToken cancellationToken)
    {
        var crew = user.OnlyCrew();
        var mayBeSeen = db.Photos.Where(photo => photo.Key == key && (crew == null || db.WorkOrderItems.Any(item =>
            item.ServiceRequestId == photo.ServiceRequestId && db.WorkOrders.Any(order => order.Id == item.WorkOrderId && order.CrewCode == crew))));
        return await mayBeSeen.AnyAsync(cancellationToken) ? Show(store, key, size) : Results.NotFound();
    }

    static IResult Show(PhotoStore store, string key, string size) =>
        (size == "full" ? store.OpenFull(key) : store.OpenThumb(key)) is { } photo
            ? Results.Stream(photo, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{key}-{size}\""))
            : Results.NotFound();
}
