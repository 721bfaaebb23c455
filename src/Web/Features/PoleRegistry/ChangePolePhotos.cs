using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.PoleRegistry;

/// <param name="Code">The pole.</param>
/// <param name="SeenVersion">Its version when the form was shown.</param>
/// <param name="FormKey">Under which new photos wait.</param>
/// <param name="Added">Keys of the new ones.</param>
/// <param name="Removed">Keys of those to take off; the sweep deletes the files later.</param>
public sealed record PolePhotoChange(PoleCode Code, int SeenVersion, string FormKey, IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
    : PoleInput(Code, SeenVersion);

/// <summary>An officer adds photos to a pole and takes some off.</summary>
public sealed class ChangePolePhotos(AppDb db, AuditLog audit)
{
    public Task RunAsync(PolePhotoChange input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActOnPoleAsync(input, by, now, async pole =>
        {
            foreach (var key in input.Removed)
                pole.RemovePhoto(key, by, now);
            pole.AddPhotos(await UploadDesk.TakeAsync(db, input.FormKey, input.Added, cancellationToken), by, now);
            audit.Add(AuditAction.PoleCorrected, by, now, AuditSubject.Pole(pole.Code), "Photos");
        }, cancellationToken);
}
