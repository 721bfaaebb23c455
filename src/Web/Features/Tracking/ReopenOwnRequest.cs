using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.Tracking;

/// <summary>A repair to look at once more.</summary>
/// <param name="Secret">The unguessable part of the own link.</param>
/// <param name="Reason">What is still wrong, as typed.</param>
/// <param name="FormKey">The form that the photos were sent with.</param>
/// <param name="PhotoKeys">The photos that wait for this form.</param>
public sealed record Reopening(string Secret, string? Reason, string FormKey, IReadOnlyList<string> PhotoKeys);

/// <summary>The requester says that the light still does not work.</summary>
public sealed class ReopenOwnRequest(AppDb db, OwnServiceRequests requests)
{
    /// <returns>False when there is no such request.</returns>
    public async Task<bool> RunAsync(Reopening input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await requests.ReferenceAsync(input.Secret, cancellationToken) is not { } reference)
            return false;
        await db.TryToActAsync(reference, async request =>
        {
            var reason = ThaiText.Clean(input.Reason);
            var photos = await UploadDesk.TakeAsync(db, input.FormKey, input.PhotoKeys, cancellationToken);
            if (request.MergedIntoId is null)
            {
                request.Reopen(reason, by, now, photos);
                return true;
            }

            (await db.FindMainAsync(reference, cancellationToken))!.Reopen(reason, by, now, askedBy: request.Reference);
            // The photos are this requester's: whoever reported the main request does not see them.
            request.AddReopeningPhotos(photos, now);
            return true;
        }, cancellationToken);
        return true;
    }
}
