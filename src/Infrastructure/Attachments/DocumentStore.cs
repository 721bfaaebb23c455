using System.Security.Cryptography;
using Songthang.Infrastructure.Disk;

namespace Songthang.Infrastructure.Attachments;

/// <summary>A document found in the folder.</summary>
/// <param name="Key">Its key.</param>
/// <param name="WrittenAt">When it was written (UTC).</param>
public readonly record struct DocumentOnDisk(string Key, DateTime WrittenAt);

/// <summary>
/// Keeps PDFs in one folder, outside everything that is served, under unguessable names. A document that
/// <see cref="SaveAsync"/> returned survives <c>kill -9</c> and a power cut. Thread-safe, and several processes may
/// share the folder.
/// </summary>
public sealed class DocumentStore
{
    const string Ending = ".pdf";
    const string UnfinishedEnding = ".unfinished";

    readonly string folder;

    /// <summary>Opens the folder, which is created if it is missing.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    public DocumentStore(string folder)
    {
        this.folder = Path.GetFullPath(folder);
        DurableFolder.Make(this.folder);
    }

    /// <summary>Whether the text has the form of a key: 32 lower-case hexadecimal digits and nothing else.</summary>
    public static bool IsKey(string? key) => key is { Length: 32 } && key.All(char.IsAsciiHexDigitLower);

    /// <summary>Puts a checked document on the disk; returns its key. When it fails nothing of it remains.</summary>
    /// <exception cref="IOException">The folder cannot be written, such as because the disk is full.</exception>
    public async Task<string> SaveAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var path = Path.Combine(folder, key + Ending);
        await DurableFile.WriteAsync(path, path + UnfinishedEnding, pdf, cancellationToken);
        DurableFile.FlushFolder(folder);
        return key;
    }

    /// <summary>The document, to be disposed by the caller; null if the key is malformed or unknown.</summary>
    public Stream? Open(string? key)
    {
        if (!IsKey(key))
            return null;
        try
        {
            return new FileStream(Path.Combine(folder, key + Ending), new FileStreamOptions
            {
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous,
            });
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes the document; an unknown key is no mistake, so that a sweep may be repeated.</summary>
    /// <exception cref="ArgumentException">The key is malformed.</exception>
    public void Delete(string key)
    {
        if (!IsKey(key))
            throw new ArgumentException("Not the key of a document.", nameof(key));
        File.Delete(Path.Combine(folder, key + Ending));
    }

    /// <summary>Every document in the folder, in no order.</summary>
    public IEnumerable<DocumentOnDisk> List() =>
        from file in new DirectoryInfo(folder).EnumerateFiles('*' + Ending)
        let key = file.Name[..^Ending.Length]
        where IsKey(key)
        select new DocumentOnDisk(key, file.LastWriteTimeUtc);

    /// <summary>Removes what a crash in the middle of <see cref="SaveAsync"/> left behind.</summary>
    /// <param name="writtenBefore">UTC; an hour ago spares whatever is being written now.</param>
    public void DeleteLeftovers(DateTime writtenBefore)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles('*' + UnfinishedEnding))
            if (file.LastWriteTimeUtc < writtenBefore)
                file.Delete();
    }
}
