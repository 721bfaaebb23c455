using System.Runtime.Versioning;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Songthang.Infrastructure.Photos;

namespace Songthang.Web.Tests.Photos;

public sealed class PhotoStoreTests : IDisposable
{
    static readonly PreparedPhoto Photo = new(TestPhotos.Jpeg(200, 100), TestPhotos.Jpeg(20, 10), 200, 100);

    readonly string folder = Path.Combine(Path.GetTempPath(), $"songthang-photos-{Guid.NewGuid():N}");
    readonly PhotoStore store;

    public PhotoStoreTests() => store = new PhotoStore(folder, NullLogger<PhotoStore>.Instance);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_saved_photo_is_found_again_byte_for_byte()
    {
        var saved = await store.SaveAsync(Photo, Cancel);

        Assert.True(PhotoStore.IsId(saved.Id));
        Assert.Equal((200, 100, Photo.Full.Length), (saved.Width, saved.Height, saved.Bytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Photo.Full.Span)), saved.Sha256);
        Assert.Equal(Photo.Full.ToArray(), await Read(store.OpenFull(saved.Id)));
        Assert.Equal(Photo.Thumb.ToArray(), await Read(store.OpenThumb(saved.Id)));
    }

    [Fact]
    public async Task Photos_saved_at_once_are_all_kept_and_nothing_unfinished_remains()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => store.SaveAsync(Photo, Cancel)));

        Assert.Equal(40, saved.Select(photo => photo.Id).Distinct().Count());
        Assert.Equal(saved.Select(photo => photo.Id).Order(), store.List().Select(photo => photo.Id).Order());
        Assert.Equal(80, Directory.GetFiles(folder, "*.jpg").Length);
        Assert.Equal(80, Directory.GetFiles(folder).Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..%2f..%2fetc%2fpasswd0000000000")]
    [InlineData("0123456789abcdef0123456789abcde/")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789abcdef0123456789abcde\0")]
    [InlineData("๐๑๒๓๔๕๖๗๘๙abcdef0123456789abcdef")]
    public void A_malformed_id_opens_nothing(string? id)
    {
        Assert.Null(store.OpenFull(id));
        Assert.Null(store.OpenThumb(id));
        Assert.Throws<ArgumentException>(() => store.Delete(id!));
    }

    [Fact]
    public void An_unknown_id_opens_nothing_and_may_be_deleted()
    {
        var unknown = new string('a', 32);
        store.Delete(unknown);
        Assert.Null(store.OpenFull(unknown));
    }

    [Fact]
    public async Task A_deleted_photo_is_gone_but_whoever_reads_it_may_finish()
    {
        var saved = await store.SaveAsync(Photo, Cancel);
        var reading = store.OpenFull(saved.Id);

        store.Delete(saved.Id);

        Assert.Null(store.OpenFull(saved.Id));
        Assert.Empty(Directory.GetFiles(folder));
        Assert.Equal(Photo.Full.ToArray(), await Read(reading));
    }

    [Fact]
    public async Task Photos_are_listed_with_the_time_they_were_written()
    {
        var saved = await store.SaveAsync(Photo, Cancel);
        var written = new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Path.Combine(folder, saved.Id + ".jpg"), written);

        Assert.Equal([new PhotoOnDisk(saved.Id, written)], store.List());
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_swept_and_photos_stay()
    {
        var saved = await store.SaveAsync(Photo, Cancel);
        var crashed = Path.Combine(folder, new string('b', 32));
        await File.WriteAllTextAsync(crashed + ".thumb.jpg", "whole", Cancel);
        await File.WriteAllTextAsync(crashed + ".jpg.unfinished", "hal", Cancel);
        var written = File.GetLastWriteTimeUtc(crashed + ".thumb.jpg");

        Assert.Equal(0, store.DeleteLeftovers(written.AddHours(-1)));
        Assert.Equal(2, store.DeleteLeftovers(written.AddHours(1)));

        Assert.Equal([saved.Id], store.List().Select(photo => photo.Id));
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public async Task An_upload_given_up_leaves_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.SaveAsync(Photo, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_folder_that_vanished_is_an_error_and_no_answer()
    {
        Directory.Delete(folder);
        await Assert.ThrowsAnyAsync<IOException>(() => store.SaveAsync(Photo, Cancel));
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task Nobody_but_the_program_may_read_the_files()
    {
        var saved = await store.SaveAsync(Photo, Cancel);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(folder, saved.Id + ".jpg")));
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    static async Task<byte[]> Read(Stream? stream)
    {
        Assert.NotNull(stream);
        await using (stream)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Cancel);
            return bytes.ToArray();
        }
    }
}
