namespace Songthang.Infrastructure.Photos;

/// <summary>Tells a picture by its first bytes; the name and the declared content type are never believed.</summary>
static class PhotoFormat
{
    // The leading brands of ISO/IEC 23008-12 (HEIF) and AVIF; a film has another brand in the same kind of box.
    static readonly string[] HeifBrands =
        ["heic", "heix", "hevc", "heim", "heis", "hevm", "hevs", "mif1", "msf1", "avif", "avis"];

    public static bool IsPicture(ReadOnlySpan<byte> head) => IsJpeg(head) || IsPng(head) || IsWebP(head) || IsHeif(head);

    public static bool IsJpeg(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    static bool IsPng(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    static bool IsWebP(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8);

    static bool IsHeif(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head[4..8].SequenceEqual("ftyp"u8))
            return false;
        var brand = System.Text.Encoding.Latin1.GetString(head[8..12]);
        return HeifBrands.Contains(brand, StringComparer.Ordinal);
    }
}
