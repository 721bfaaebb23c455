using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Attachments;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Uploads;

/// <summary>Deletes the documents that nobody will send any more, like <see cref="SweepUploads"/> the photos.</summary>
/// <param name="db">Says which documents are needed.</param>
/// <param name="store">Keeps them.</param>
/// <param name="settings">Say how long.</param>
public sealed class SweepDocuments(AppDb db, DocumentStore store, CurrentSettings settings)
{
    const int AtOnce = 500;

    /// <summary>
    /// Deletes uploads older than <see cref="SweepUploads.KeptFor"/>, files of that age that nothing refers to, and what
    /// a crash left half written. May be repeated and may run beside everything else.
    /// </summary>
    /// <returns>How many documents were deleted.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellationToken)
    {
        var before = now - SweepUploads.KeptFor(settings);
        // Whoever deletes the row owns the document; its file goes below, when nothing refers to it.
        await db.DocumentUploads.Where(upload => upload.At < before).ExecuteDeleteAsync(cancellationToken);
        var deleted = 0;
        foreach (var chunk in store.List().Where(document => document.WrittenAt < before).Chunk(AtOnce))
            deleted += await DeleteUnneededAsync([.. chunk.Select(document => document.Key)], cancellationToken);
        store.DeleteLeftovers(now.AddHours(-1));
        return deleted;
    }

    async Task<int> DeleteUnneededAsync(List<string> keys, CancellationToken cancellationToken)
    {
        // Uploads first: a document moves from there to the request's documents, never back.
        var waiting = await db.DocumentUploads.Where(upload => keys.Contains(upload.Key)).Select(upload => upload.Key).ToListAsync(cancellationToken);
        var attached = await db.Documents.Where(document => keys.Contains(document.Key)).Select(document => document.Key).ToListAsync(cancellationToken);
        var unneeded = keys.Except(waiting).Except(attached).ToList();
        unneeded.ForEach(store.Delete);
        return unneeded.Count;
    }
}
