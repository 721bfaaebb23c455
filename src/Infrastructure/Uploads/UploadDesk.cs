using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Photos;

namespace Songthang.Infrastructure.Uploads;

/// <summary>
/// Takes photos in the moment they arrive, before the form around them is sent: a mistake elsewhere in the form never
/// costs an upload. What no form took within <see cref="SweepUploads.KeptFor"/> is swept away.
/// </summary>
/// <param name="db">Where uploads are recorded.</param>
/// <param name="workshop">Makes them fit to be kept.</param>
/// <param name="store">Keeps them.</param>
/// <param name="counter">Counts them.</param>
public sealed class UploadDesk(AppDb db, PhotoWorkshop workshop, PhotoStore store, UploadCounter counter)
{
    /// <summary>Prepares and keeps a photo; returns its key.</summary>
    /// <param name="formKey">A valid <see cref="FormKey"/>.</param>
    /// <param name="photo">The file, received in full. Not disposed.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the wait for a free place in the workshop.</param>
    /// <exception cref="RuleBroken">The file is no photo that can be taken, or the form has as many as it may.</exception>
    public async Task<string> ReceiveAsync(string formKey, Stream photo, DateTime now, CancellationToken cancellationToken)
    {
        RequireValid(formKey);
        if (await CountAsync(formKey, cancellationToken) >= ServiceRequest.MaxPhotos)
            throw TooMany();
        var stored = await store.SaveAsync(await PrepareAsync(photo, now, cancellationToken), cancellationToken);
        if (await AddAsync(new Upload { Key = stored.Id, FormKey = formKey, At = now }, now, cancellationToken))
            return stored.Id;
        store.Delete(stored.Id);
        throw TooMany();
    }

    /// <summary>Photos sent at the same moment would each see room for one more: those of one form take turns.</summary>
    async Task<bool> AddAsync(Upload upload, DateTime now, CancellationToken cancellationToken)
    {
        await using var writing = await db.BeginAsync(cancellationToken);
        await counter.TakeTurnAsync(upload.FormKey, now, cancellationToken);
        if (await CountAsync(upload.FormKey, cancellationToken) >= ServiceRequest.MaxPhotos)
            return false;
        var added = db.Uploads.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        await writing.CommitAsync(cancellationToken);
        added.State = EntityState.Detached;
        return true;
    }

    /// <summary>The one way of every photo into the program, whichever door it comes by: counted, judged by its header, made anew.</summary>
    /// <exception cref="RuleBroken">The file is no photo that can be taken, or there were too many today.</exception>
    public async Task<PreparedPhoto> PrepareAsync(Stream photo, DateTime now, CancellationToken cancellationToken)
    {
        await counter.CountAsync(photo, now, cancellationToken);
        try
        {
            return await workshop.PrepareAsync(photo, cancellationToken);
        }
        catch (RuleBroken rule)
        {
            counter.Note(rule);
            throw;
        }
    }

    /// <summary>Keys of the photos that wait for this form to be sent, oldest first.</summary>
    public Task<List<string>> ListAsync(string formKey, CancellationToken cancellationToken) =>
        db.Uploads.AsNoTracking().Where(upload => upload.FormKey == formKey)
            .OrderBy(upload => upload.At).ThenBy(upload => upload.Key)
            .Select(upload => upload.Key).ToListAsync(cancellationToken);

    /// <summary>Forgets a photo of this form; one that is not there, or is another's, is left alone.</summary>
    public async Task RemoveAsync(string formKey, string key, CancellationToken cancellationToken)
    {
        if (!PhotoStore.IsId(key))
            return;
        var removed = await db.Uploads.Where(upload => upload.Key == key && upload.FormKey == formKey)
            .ExecuteDeleteAsync(cancellationToken);
        if (removed > 0) store.Delete(key);
    }

    /// <summary>The thumbnail of a photo that waits for this form, to be disposed by the caller; null when there is none.</summary>
    public async Task<Stream?> OpenThumbAsync(string formKey, string key, CancellationToken cancellationToken) =>
        await db.Uploads.AnyAsync(upload => upload.Key == key && upload.FormKey == formKey, cancellationToken)
            ? store.OpenThumb(key)
            : null;

    /// <summary>Lets the photos of one form wait for another one, of the same person.</summary>
    public Task MoveAsync(string fromFormKey, string toFormKey, CancellationToken cancellationToken) =>
        db.Uploads.Where(upload => upload.FormKey == fromFormKey)
            .ExecuteUpdateAsync(upload => upload.SetProperty(u => u.FormKey, toFormKey), cancellationToken);

    /// <summary>
    /// Hands the photos over to whoever sends the form: from the commit of the caller's transaction on they are no
    /// uploads any more. Returns the keys, each once, to give to the aggregate.
    /// </summary>
    /// <param name="db">The context whose transaction the photos are taken in.</param>
    /// <param name="formKey">The form that is sent.</param>
    /// <param name="keys">What the form says it carries.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    /// <exception cref="RuleBroken"><c>photo.gone</c>: one is not of this form, was removed or swept.</exception>
    public static async Task<IReadOnlyList<string>> TakeAsync(
        AppDb db, string formKey, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Photos are taken inside the transaction that uses them.");
        var wanted = keys.Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count > ServiceRequest.MaxPhotos)
            throw TooMany();
        if (wanted.Count == 0)
            return wanted;
        // What is no id never reaches the database: PostgreSQL refuses some texts with an error instead of finding nothing.
        var taken = wanted.TrueForAll(PhotoStore.IsId)
            ? await db.Uploads.Where(upload => upload.FormKey == formKey && wanted.Contains(upload.Key)).ExecuteDeleteAsync(cancellationToken)
            : 0;
        return taken == wanted.Count ? wanted : throw new RuleBroken("photo.gone", new(
            "ภาพบางภาพไม่อยู่ในระบบแล้ว กรุณาตรวจสอบภาพและแนบใหม่ แล้วส่งอีกครั้ง",
            "Some photos are no longer here. Please check the photos, add them again and send once more."));
    }

    Task<int> CountAsync(string formKey, CancellationToken cancellationToken) =>
        db.Uploads.CountAsync(upload => upload.FormKey == formKey, cancellationToken);

    static void RequireValid(string formKey)
    {
        if (!FormKey.IsValid(formKey))
            throw new RuleBroken("form-key.invalid", new("แบบฟอร์มนี้ใช้ไม่ได้ กรุณาโหลดหน้าใหม่", "This form cannot be used; please load the page anew."));
    }

    static RuleBroken TooMany() => new("photo.too-many", new(
        $"แนบภาพได้ไม่เกิน {ServiceRequest.MaxPhotos} ภาพ กรุณาลบภาพที่ไม่ต้องการก่อน",
        $"At most {ServiceRequest.MaxPhotos} photos can be added. Please remove one first."));
}
