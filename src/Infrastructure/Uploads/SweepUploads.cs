using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Uploads;

/// <summary>Deletes the photos that nobody will send any more: least data, and a disk that does not fill up.</summary>
/// <param name="db">Says which photos are needed.</param>
/// <param name="store">Keeps them.</param>
/// <param name="settings">Say how long.</param>
public sealed class SweepUploads(AppDb db, PhotoStore store, CurrentSettings settings)
{
    const int AtOnce = 500;

    /// <summary>How long an upload waits for its form.</summary>
    public static TimeSpan KeptFor(CurrentSettings settings) => TimeSpan.FromDays(settings.Get(Topics.Retention).UploadDays);

    /// <summary>
    /// Deletes uploads older than <see cref="KeptFor"/>, files of that age that nothing refers to, and what a crash
    /// left half written. May be repeated and may run beside everything else.
    /// </summary>
    /// <returns>How many photos were deleted.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        var before = now - KeptFor(settings);
        var deleted = await DeleteOldUploadsAsync(before, cancellationToken);
        // An emblem that is chosen from now on is too young to be looked at.
        var emblems = await EmblemsAsync(cancellationToken);
        foreach (var chunk in store.List().Where(photo => photo.WrittenAt < before).Chunk(AtOnce))
            deleted += await DeleteUnneededAsync([.. chunk.Select(photo => photo.Id)], emblems, cancellationToken);
        store.DeleteLeftovers(now.AddHours(-1));
        return deleted;
    }

    async Task<int> DeleteOldUploadsAsync(DateTime before, CancellationToken cancellationToken)
    {
        var deleted = 0;
        var old = await db.Uploads.AsNoTracking().Where(upload => upload.At < before)
            // A report that an officer has not looked at yet keeps its photos.
            .Where(upload => !db.HeldReports.Any(held => held.FormKey == upload.FormKey && held.DecidedAt == null))
            .Select(upload => upload.Key).ToListAsync(cancellationToken);
        foreach (var key in old)
        {
            // Whoever deletes the row owns the photo: a form sent in this moment keeps it.
            if (await db.Uploads.Where(upload => upload.Key == key).ExecuteDeleteAsync(cancellationToken) == 0)
                continue;
            store.Delete(key);
            deleted++;
        }

        return deleted;
    }

    /// <summary>Every emblem that the authority ever had: an older one can be taken up again.</summary>
    async Task<HashSet<string>> EmblemsAsync(CancellationToken cancellationToken)
    {
        var changes = await db.SettingChanges.AsNoTracking().Where(change => change.Topic == Topics.Agency.Name || change.Topic == Topics.Papers.Name)
            .Select(change => new { change.Topic, change.Document }).ToListAsync(cancellationToken);
        return [.. changes.Select(change => change.Topic == Topics.Agency.Name
            ? CurrentSettings.Read<AgencyProfile>(change.Document).Logo
            : CurrentSettings.Read<PaperSettings>(change.Document).Garuda)];
    }

    async Task<int> DeleteUnneededAsync(List<string> keys, HashSet<string> emblems, CancellationToken cancellationToken)
    {
        // Uploads first: a photo moves from there to the request's photos, never back.
        var waiting = await db.Uploads.Where(upload => keys.Contains(upload.Key)).Select(upload => upload.Key).ToListAsync(cancellationToken);
        var attached = await db.Photos.Where(photo => keys.Contains(photo.Key)).Select(photo => photo.Key).ToListAsync(cancellationToken);
        var ofPoles = await db.PolePhotos.Where(photo => keys.Contains(photo.Key)).Select(photo => photo.Key).ToListAsync(cancellationToken);
        var unneeded = keys.Except(waiting).Except(attached).Except(ofPoles).Except(emblems).ToList();
        unneeded.ForEach(store.Delete);
        return unneeded.Count;
    }
}
