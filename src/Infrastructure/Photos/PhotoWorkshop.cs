using NetVips;
using Songthang.Domain;

namespace Songthang.Infrastructure.Photos;

/// <summary>
/// Makes what a person uploaded fit to be kept and shown. Whatever arrives is hostile until it has been decoded
/// and encoded anew: kind and size are judged by content, and the memory in use is bounded however many arrive.
/// One instance for the process (thread-safe).
/// </summary>
public sealed class PhotoWorkshop : IDisposable
{
    /// <summary>Largest upload taken, in bytes (15 MB as phones and Windows count, 15 × 1,048,576).</summary>
    public const int LargestUpload = 15 * 1024 * 1024;

    /// <summary>Most pixels taken: the 108-megapixel cameras of today's phones fit (12,000 × 9,000).</summary>
    public const long MostPixels = 110_000_000;

    /// <summary>Longest side taken, in pixels; a phone's widest panorama stays below.</summary>
    public const int LongestSide = 30_000;

    /// <summary>Longest side of the photo kept, in pixels.</summary>
    public const int FullSide = 2048;

    /// <summary>Longest side of the thumbnail, in pixels.</summary>
    public const int ThumbSide = 480;

    // A progressive JPEG, interlaced PNG, WebP or HEIC lies in memory whole while it is decoded, at up to 8 bytes
    // a pixel: from here on, one at a time.
    const long ManyPixels = 25_000_000;

    // A JPEG is shrunk while it is decoded, for a quarter of the time: at 1920 (Full HD) and more nothing is missed.
    const int LeastSide = 1920;

    // An argument of the loader: libvips' own "fail_on" of a thumbnail made from memory never reaches it.
    const string FailOnTruncated = "[fail_on=truncated]";

    // Never more than two are decoded at once, however many cores there are: that bounds the memory.
    readonly SemaphoreSlim cores = new(Math.Min(2, Environment.ProcessorCount));
    readonly SemaphoreSlim giants = new(1);

    /// <summary>
    /// Whether HEIC photos (the iPhone's own format) can be read on this machine, so that a page can say it before
    /// anyone waits for an upload. AVIF can always be read.
    /// </summary>
    public bool ReadsHeic { get; } = ImageLibrary.ReadsHeic;

    /// <summary>
    /// Reads the upload to its end and prepares it. Of an animation the first frame is taken; what is transparent
    /// becomes white.
    /// </summary>
    /// <param name="upload">
    /// The file as it arrived, already received in full (<c>IFormFile.OpenReadStream()</c>, not a request body): it
    /// is read in turn with the others, and a slow sender would keep them waiting. It knows its length. Not disposed.
    /// </param>
    /// <param name="cancellationToken">Honoured while waiting and reading; decoding itself runs to its end.</param>
    /// <exception cref="RuleBroken">
    /// <c>photo.empty</c>, <c>photo.too-large</c>, <c>photo.not-an-image</c>, <c>photo.too-many-pixels</c>,
    /// <c>photo.truncated</c> (incomplete or damaged) or <c>photo.heic-unsupported</c>.
    /// </exception>
    public async Task<PreparedPhoto> PrepareAsync(Stream upload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        await cores.WaitAsync(cancellationToken);
        try
        {
            var file = await ReadAsync(upload, cancellationToken);
            return IsGiant(file)
                ? await AloneAsync(file, cancellationToken)
                : await Task.Run(() => Prepare(file), cancellationToken);
        }
        finally
        {
            cores.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        cores.Dispose();
        giants.Dispose();
    }

    async Task<PreparedPhoto> AloneAsync(byte[] file, CancellationToken cancellationToken)
    {
        await giants.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Prepare(file), cancellationToken);
        }
        finally
        {
            giants.Release();
        }
    }

    // In one piece of the right size: one that grows would leave three times as much behind.
    static async Task<byte[]> ReadAsync(Stream upload, CancellationToken cancellationToken)
    {
        var bytes = upload.Length - upload.Position;
        if (bytes == 0)
            throw PhotoRefused.Empty();
        if (bytes > LargestUpload)
            throw PhotoRefused.TooLarge();
        var file = GC.AllocateUninitializedArray<byte>((int)bytes);
        await upload.ReadExactlyAsync(file, cancellationToken);
        return file;
    }

    /// <summary>Judges kind and size by the header alone; nothing is decoded for it.</summary>
    bool IsGiant(byte[] file)
    {
        if (!PhotoFormat.IsPicture(file))
            throw PhotoRefused.NotAnImage();
        try
        {
            using var header = Image.NewFromBuffer(file, access: Enums.Access.Sequential);
            var pixels = (long)header.Width * header.Height;
            if (pixels > MostPixels || Math.Max(header.Width, header.Height) > LongestSide)
                throw PhotoRefused.TooManyPixels(header.Width, header.Height);
            if (!ReadsHeic && header.Contains("heif-compression") && header.Get("heif-compression") is "hevc")
                throw PhotoRefused.HeicUnsupported();
            return pixels > ManyPixels;
        }
        catch (VipsException)
        {
            throw PhotoRefused.Truncated();
        }
    }

    static PreparedPhoto Prepare(byte[] file)
    {
        try
        {
            using var full = Decode(file);
            using var thumb = full.ThumbnailImage(ThumbSide, height: ThumbSide, size: Enums.Size.Down);
            return new PreparedPhoto(Encode(full), Encode(thumb), full.Width, full.Height);
        }
        catch (VipsException)
        {
            throw PhotoRefused.Truncated();
        }
    }

    /// <summary>Shrinks, turns upright and converts to opaque 8-bit sRGB; the result is in memory.</summary>
    static Image Decode(byte[] file)
    {
        using var shrunk = Shrink(file);
        using var srgb = shrunk.Colourspace(Enums.Interpretation.Srgb);
        using var opaque = srgb.HasAlpha() ? srgb.Flatten(background: [255, 255, 255]) : srgb.Copy();
        using var eightBits = opaque.Cast(Enums.BandFormat.Uchar);
        return eightBits.CopyMemory();
    }

    static Image Shrink(byte[] file)
    {
        using var header = Image.NewFromBuffer(file, access: Enums.Access.Sequential);
        // Without a profile of its own a picture is sRGB already, and converting it takes longer than all the rest.
        var profile = header.Contains("icc-profile-data") ? "srgb" : null;
        if (!PhotoFormat.IsJpeg(file))
            return Image.ThumbnailBuffer(file, FullSide, height: FullSide, size: Enums.Size.Down, outputProfile: profile, optionString: FailOnTruncated);
        using var loaded = Image.JpegloadBuffer(file, shrink: ShrinkOf(header), access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
        return loaded.ThumbnailImage(FullSide, height: FullSide, size: Enums.Size.Down, outputProfile: profile);
    }

    // 1, 2, 4 or 8, which is what a JPEG can be shrunk by.
    static int ShrinkOf(Image header)
    {
        var shrink = 1;
        while (shrink < 8 && Math.Max(header.Width, header.Height) / (shrink * 2) >= LeastSide)
            shrink *= 2;
        return shrink;
    }

    // Keeping nothing drops EXIF with the position, XMP, IPTC, comments and the colour profile at once.
    static byte[] Encode(Image image) =>
        image.JpegsaveBuffer(q: 82, optimizeCoding: true, keep: Enums.ForeignKeep.None);
}
