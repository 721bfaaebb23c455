using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Songthang.Infrastructure.Backups;

/// <summary>The one file of a backup while it is written: a ZIP that counts and hashes what goes into it.</summary>
/// <param name="file">Where it is written to; stays open.</param>
sealed class BackupArchive(Stream file) : IDisposable
{
    readonly ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true);
    readonly List<BackupEntry> entries = [];

    public IReadOnlyList<BackupEntry> Entries => entries;

    /// <summary>Adds what <paramref name="write"/> writes.</summary>
    /// <param name="path">Name of the entry.</param>
    /// <param name="level">Photos are compressed already.</param>
    /// <param name="write">Writes the content.</param>
    public async Task AddAsync(string path, CompressionLevel level, Func<Stream, Task> write)
    {
        await using var counted = new HashingStream(zip.CreateEntry(path, level).Open());
        await write(counted);
        await counted.FlushAsync();
        entries.Add(new(path, counted.Bytes, counted.Finish()));
    }

    /// <summary>The last entry: what the others are.</summary>
    public async Task AddManifestAsync(BackupManifest manifest)
    {
        await using var entry = zip.CreateEntry(BackupManifest.FileName, CompressionLevel.Fastest).Open();
        await JsonSerializer.SerializeAsync(entry, manifest);
    }

    public void Dispose() => zip.Dispose();

    /// <summary>Reads a backup's manifest and compares every entry with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="report">Is told how far it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="BackupUnusable">It is no backup, not whole, or not as it was written.</exception>
    public static async Task<BackupManifest> VerifyAsync(string path, IProgress<BackupProgress>? report, CancellationToken cancellationToken)
    {
        try
        {
            await using var stored = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var opened = new ZipArchive(stored, ZipArchiveMode.Read);
            var manifest = await ReadManifestAsync(opened, path, cancellationToken);
            if (opened.Entries.Count != manifest.Files.Count + 1)
                throw new BackupUnusable($"{path} does not hold what its manifest names. Use another backup.");
            for (var number = 0; number < manifest.Files.Count; number++)
            {
                await CompareAsync(opened, manifest.Files[number], path, cancellationToken);
                report?.Report(new("checking", number + 1, manifest.Files.Count));
            }

            return manifest;
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException)
        {
            throw new BackupUnusable($"{path} is no backup of Songthang, or was cut off. Use another one.", problem);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new BackupUnusable($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    static async Task<BackupManifest> ReadManifestAsync(ZipArchive opened, string path, CancellationToken cancellationToken)
    {
        var entry = opened.GetEntry(BackupManifest.FileName) ?? throw new BackupUnusable($"{path} has no manifest: it is no backup, or was cut off. Use another one.");
        await using var text = entry.Open();
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(text, cancellationToken: cancellationToken);
        return manifest is { Format: BackupManifest.CurrentFormat }
            ? manifest
            : throw new BackupUnusable($"{path} was made by a newer version of Songthang. Restore it with that version.");
    }

    static async Task CompareAsync(ZipArchive opened, BackupEntry named, string path, CancellationToken cancellationToken)
    {
        var entry = opened.GetEntry(named.Path) ?? throw new BackupUnusable($"{named.Path} is missing in {path}. Use another backup.");
        await using var content = entry.Open();
        await using var hashed = new HashingStream(Stream.Null);
        await content.CopyToAsync(hashed, cancellationToken);
        if (hashed.Bytes != named.Bytes || hashed.Finish() != named.Sha256)
            throw new BackupUnusable($"{named.Path} in {path} is not as it was written: the file is damaged. Use another backup.");
    }

    /// <summary>Passes on what is written, counts and hashes it.</summary>
    sealed class HashingStream(Stream inner) : Stream
    {
        readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Bytes { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Bytes;

        public override long Position { get => Bytes; set => throw new NotSupportedException(); }

        public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            Bytes += buffer.Length;
            inner.Write(buffer);
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hash.AppendData(buffer.Span);
            Bytes += buffer.Length;
            await inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                hash.Dispose();
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
