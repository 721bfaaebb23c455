using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Songthang.Domain;
using Songthang.Infrastructure.Disk;

namespace Songthang.Infrastructure.Photos;

/// <summary>A photo that is on the disk.</summary>
/// <param name="Id">Names the photo in the store: 32 lower-case hexadecimal digits of 128 random bits, unguessable.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Bytes">Size of the full photo in bytes.</param>
/// <param name="Sha256">SHA-256 of the full photo, 64 lower-case hexadecimal digits.</param>
public sealed record StoredPhoto(string Id, int Width, int Height, long Bytes, string Sha256);

/// <summary>A photo found in the folder.</summary>
/// <param name="Id">The photo's id.</param>
/// <param name="WrittenAt">When it was written (UTC).</param>
public readonly record struct PhotoOnDisk(string Id, DateTime WrittenAt);

/// <summary>
/// Keeps prepared photos as two files in one folder. A photo that <see cref="SaveAsync"/> returned survives
/// <c>kill -9</c> and a power cut; a photo that it did not return is either absent or found by <see cref="List"/>.
/// Who owns which photo is the database's business. Thread-safe, and several processes may share the folder.
/// </summary>
public sealed class PhotoStore
{
    /// <summary>Code of the rule that there must be room for a photo.</summary>
    public const string Full = "photo.store-full";

    const string FullEnding = ".jpg";
    const string ThumbEnding = ".thumb.jpg";
    const string UnfinishedEnding = ".unfinished";

    readonly string folder;
    readonly ILogger<PhotoStore> log;

    /// <summary>Opens the folder, which is created if it is missing.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be created.</exception>
    public PhotoStore(string folder, ILogger<PhotoStore> log)
    {
        this.folder = Path.GetFullPath(folder);
        this.log = log;
        DurableFolder.Make(this.folder);
    }

    /// <summary>Whether the text has the form of an id: 32 lower-case hexadecimal digits and nothing else.</summary>
    public static bool IsId(string? id) => id is { Length: 32 } && id.All(char.IsAsciiHexDigitLower);

    /// <summary>Puts the photo on the disk under a new id; when it fails nothing of it remains.</summary>
    /// <exception cref="RuleBroken"><see cref="Full"/>: no room left (also logged as critical).</exception>
    /// <exception cref="IOException">The folder cannot be written for another reason.</exception>
    public async Task<StoredPhoto> SaveAsync(PreparedPhoto photo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(photo);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        try
        {
            // The full photo last: where it stands, its thumbnail stands too.
            await PlaceAsync(id + ThumbEnding, photo.Thumb, cancellationToken);
            await PlaceAsync(id + FullEnding, photo.Full, cancellationToken);
            DurableFile.FlushFolder(folder);
        }
        catch (Exception failure)
        {
            Delete(id);
            if (failure is IOException && IsFull(failure))
            {
                log.LogCritical(failure, "No room left for photos in {Folder}", folder);
                throw PhotoRefused.StoreFull();
            }
            throw;
        }
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(photo.Full.Span));
        return new StoredPhoto(id, photo.Width, photo.Height, photo.Full.Length, sha256);
    }

    /// <summary>The full photo (JPEG), to be disposed by the caller; null if the id is malformed or unknown.</summary>
    public Stream? OpenFull(string? id) => Open(id, FullEnding);

    /// <summary>The thumbnail (JPEG), to be disposed by the caller; null if the id is malformed or unknown.</summary>
    public Stream? OpenThumb(string? id) => Open(id, ThumbEnding);

    /// <summary>Removes the photo; an unknown id is no mistake, so that a sweep may be repeated.</summary>
    /// <exception cref="ArgumentException">The id is malformed.</exception>
    public void Delete(string id)
    {
        if (!IsId(id))
            throw new ArgumentException("Not the id of a photo.", nameof(id));
        File.Delete(Path.Combine(folder, id + FullEnding));
        File.Delete(Path.Combine(folder, id + ThumbEnding));
    }

    /// <summary>
    /// Every photo in the folder, read as the caller goes along and in no order. The caller decides which of them
    /// nobody needs; a photo just uploaded belongs to a form that is still being filled in.
    /// </summary>
    public IEnumerable<PhotoOnDisk> List() =>
        from file in new DirectoryInfo(folder).EnumerateFiles('*' + FullEnding)
        let id = file.Name[..^FullEnding.Length]
        where IsId(id)
        select new PhotoOnDisk(id, file.LastWriteTimeUtc);

    /// <summary>
    /// Removes what a crash in the middle of <see cref="SaveAsync"/> left behind: unfinished files and thumbnails
    /// without their photo.
    /// </summary>
    /// <param name="writtenBefore">UTC; an hour ago spares whatever is being written now.</param>
    /// <returns>How many files were removed.</returns>
    public int DeleteLeftovers(DateTime writtenBefore)
    {
        var leftovers = new DirectoryInfo(folder).EnumerateFiles()
            .Where(file => IsLeftover(file.Name) && file.LastWriteTimeUtc < writtenBefore)
            .ToList();
        leftovers.ForEach(file => file.Delete());
        return leftovers.Count;
    }

    bool IsLeftover(string name)
    {
        if (name.EndsWith(UnfinishedEnding, StringComparison.Ordinal))
            return true;
        return name.EndsWith(ThumbEnding, StringComparison.Ordinal)
            && IsId(name[..^ThumbEnding.Length])
            && !File.Exists(Path.Combine(folder, name[..^ThumbEnding.Length] + FullEnding));
    }

    Task PlaceAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        return DurableFile.WriteAsync(path, path + UnfinishedEnding, content, cancellationToken);
    }

    FileStream? Open(string? id, string ending)
    {
        if (!IsId(id))
            return null;
        try
        {
            return new FileStream(Path.Combine(folder, id + ending), new FileStreamOptions
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

    // errno ENOSPC and EDQUOT on Linux, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    static bool IsFull(Exception failure) =>
        failure.HResult is 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027);
}
