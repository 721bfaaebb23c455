using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Attachments;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Uploads;

/// <summary>
/// Takes documents in the moment they arrive, before the form around them is done: a mistake elsewhere in the form
/// never costs an upload. What no form took within <see cref="SweepUploads.KeptFor"/> is swept away.
/// </summary>
/// <param name="db">Where uploads are recorded.</param>
/// <param name="store">Keeps them.</param>
/// <param name="counter">Counts them.</param>
/// <param name="scanner">Looks for viruses, where there is one.</param>
public sealed class DocumentDesk(AppDb db, DocumentStore store, UploadCounter counter, VirusScanner scanner)
{
    /// <summary>Largest document, bytes.</summary>
    public const int LargestUpload = 15 * 1024 * 1024;

    /// <summary>Checks and keeps a document.</summary>
    /// <param name="formKey">A valid <see cref="FormKey"/>.</param>
    /// <param name="name">The file's name as sent.</param>
    /// <param name="content">The file. Not disposed; never read further than <see cref="LargestUpload"/>.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RuleBroken">It is no document that can be taken, or the form has as many as it may.</exception>
    public async Task ReceiveAsync(string formKey, string? name, Stream content, DateTime now, CancellationToken cancellationToken)
    {
        if (!FormKey.IsValid(formKey))
            throw new RuleBroken("form-key.invalid", new("แบบฟอร์มนี้ใช้ไม่ได้ กรุณาโหลดหน้าใหม่", "This form cannot be used; please load the page anew."));
        if (await CountAsync(formKey, cancellationToken) >= ServiceRequest.MaxDocuments)
            throw DocumentRefused.TooMany(ServiceRequest.MaxDocuments);
        await counter.CountAsync(content, now, cancellationToken);
        var pdf = await CheckedAsync(content, cancellationToken);
        var key = await store.SaveAsync(pdf, cancellationToken);
        var upload = db.DocumentUploads.Add(new DocumentUpload
        {
            Key = key,
            FormKey = formKey,
            Name = DocumentName.Clean(name),
            Bytes = pdf.Length,
            At = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        upload.State = EntityState.Detached;

        // Documents sent at the same moment each saw room for one more.
        if (await CountAsync(formKey, cancellationToken) <= ServiceRequest.MaxDocuments)
            return;
        await RemoveAsync(formKey, key, cancellationToken);
        throw DocumentRefused.TooMany(ServiceRequest.MaxDocuments);
    }

    /// <summary>One that the scanner could not look at is kept, and looked at before anybody gets it.</summary>
    async Task<byte[]> CheckedAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            var pdf = await ReadAsync(content, cancellationToken);
            PdfCheck.Require(pdf);
            return await scanner.ScanAsync(new MemoryStream(pdf, writable: false), cancellationToken) is ScanOutcome.Infected ? throw DocumentRefused.Infected() : pdf;
        }
        catch (RuleBroken rule)
        {
            counter.Note(rule);
            throw;
        }
    }

    /// <summary>The documents that wait for this form to be sent, oldest first.</summary>
    public Task<List<AttachedDocument>> ListAsync(string formKey, CancellationToken cancellationToken) =>
        ListAsync(db, formKey, cancellationToken);

    /// <summary>Forgets a document of this form; one that is not there, or is another's, is left alone.</summary>
    public async Task RemoveAsync(string formKey, string key, CancellationToken cancellationToken)
    {
        if (!DocumentStore.IsKey(key))
            return;
        var removed = await db.DocumentUploads.Where(upload => upload.Key == key && upload.FormKey == formKey)
            .ExecuteDeleteAsync(cancellationToken);
        if (removed > 0) store.Delete(key);
    }

    /// <summary>Hands all documents of a form over: from the commit of the caller's transaction on they are no uploads any more.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    /// <exception cref="RuleBroken"><c>document.gone</c>: one was taken or removed in this moment.</exception>
    public static async Task<IReadOnlyList<AttachedDocument>> TakeAsync(AppDb db, string formKey, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Documents are taken inside the transaction that uses them.");
        var waiting = FormKey.IsValid(formKey) ? await ListAsync(db, formKey, cancellationToken) : [];
        var keys = waiting.ConvertAll(document => document.Key);
        var taken = keys.Count == 0 ? 0 : await db.DocumentUploads.Where(upload => keys.Contains(upload.Key)).ExecuteDeleteAsync(cancellationToken);
        return taken == keys.Count ? waiting : throw new RuleBroken("document.gone", new(
            "เอกสารบางไฟล์ไม่อยู่ในระบบแล้ว กรุณาแนบใหม่แล้วส่งอีกครั้ง",
            "Some documents are no longer here. Please add them again and send once more."));
    }

    static Task<List<AttachedDocument>> ListAsync(AppDb db, string formKey, CancellationToken cancellationToken) =>
        db.DocumentUploads.AsNoTracking().Where(upload => upload.FormKey == formKey)
            .OrderBy(upload => upload.At).ThenBy(upload => upload.Key)
            .Select(upload => new AttachedDocument(upload.Key, upload.Name, upload.Bytes)).ToListAsync(cancellationToken);

    Task<int> CountAsync(string formKey, CancellationToken cancellationToken) =>
        db.DocumentUploads.CountAsync(upload => upload.FormKey == formKey, cancellationToken);

    static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var pdf = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (pdf.Length + read > LargestUpload)
                throw DocumentRefused.TooLarge();
            pdf.Write(buffer, 0, read);
        }

        return pdf.Length > 0 ? pdf.ToArray() : throw DocumentRefused.Empty();
    }
}
