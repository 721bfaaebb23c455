using System.Text;
using NetVips;

namespace Songthang.Web.Tests.Photos;

/// <summary>
/// Uploads made for the purpose, good and bad. The scene is red on its left half and blue on its right, with noise
/// so that it does not compress to nothing.
/// </summary>
static class TestPhotos
{
    public const int RotatedWidth = 300, RotatedHeight = 400;

    public static byte[] Jpeg(int width = 640, int height = 480)
    {
        using var scene = Scene(width, height);
        return scene.JpegsaveBuffer(q: 90);
    }

    /// <summary>
    /// A phone held upright: stored 400 x 300 with EXIF orientation 6, so it is shown 300 x 400 with red on top.
    /// Carries a position, a camera's name, XMP and a comment.
    /// </summary>
    public static byte[] RotatedWithPosition(int storedWidth = RotatedHeight, int storedHeight = RotatedWidth)
    {
        using var scene = Scene(storedWidth, storedHeight);
        using var tagged = scene.Mutate(image =>
        {
            image.Set(GValue.GIntType, "orientation", 6);
            image.Set(GValue.GStrType, "exif-ifd0-Orientation", "6");
            image.Set(GValue.GStrType, "exif-ifd0-Model", "SecretCamera");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "14/1 21/1 9/1");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLongitudeRef", "E");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLongitude", "100/1 34/1 30/1");
            image.Set(GValue.BlobType, "xmp-data", "<x:xmpmeta>SecretPlace</x:xmpmeta>"u8.ToArray());
            image.Set(GValue.BlobType, "iptc-data", "SecretCaption"u8.ToArray());
            image.Set(GValue.GStrType, "jpeg-comment-0", "SecretComment");
        });
        return tagged.JpegsaveBuffer(q: 90);
    }

    public static byte[] Png(int width = 320, int height = 240)
    {
        using var scene = Scene(width, height);
        return scene.PngsaveBuffer();
    }

    public static byte[] WebP(int width = 320, int height = 240)
    {
        using var scene = Scene(width, height);
        return scene.WebpsaveBuffer(q: 90);
    }

    public static byte[] TextNamedJpg() =>
        Encoding.UTF8.GetBytes("ไฟทางดับทั้งแถบ ไม่ใช่ภาพ\r\n" + new string('x', 2000));

    /// <summary>A JPEG of which only the given share arrived.</summary>
    public static byte[] Truncated(double share = 0.5)
    {
        var whole = Jpeg();
        return whole[..(int)(whole.Length * share)];
    }

    /// <summary>20,000 x 20,000 pixels in a file of some 50 kB (a 1-bit PNG of one colour).</summary>
    public static byte[] Huge()
    {
        using var black = Image.Black(20_000, 20_000);
        return black.PngsaveBuffer(bitdepth: 1, compression: 9);
    }

    public static Image Scene(int width, int height)
    {
        using var left = Image.Black(width / 2, height).Linear([1.0, 1, 1], [210.0, 20, 30]);
        using var right = Image.Black(width - (width / 2), height).Linear([1.0, 1, 1], [20.0, 30, 210]);
        using var both = left.Join(right, Enums.Direction.Horizontal);
        using var noise = Image.Gaussnoise(width, height, sigma: 8, mean: 0, seed: 7);
        using var noisy = both + noise;
        using var bytes = noisy.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>An iPhone's format (HEVC), 16 x 16 pixels; libvips from NuGet can read its header only.</summary>
    public static byte[] Heic() => Convert.FromBase64String(
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeRtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA" +
        "AA5waXRtAAAAAAACAAAAEGlkYXQAAAAAABAAEAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIIAAEAAAAAAAAAKAACAAEAAAAAAAAA" +
        "AQAAAAAAAAAIAAMAAAAAAAACMAABAAAAAAAAALgAAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAA" +
        "AAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANhpcHJwAAAAtmlwY28AAAB2aHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgA" +
        "AA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAKkIBAQNwAAADAJAAAAMAAAMAHqAggQWW6q6a5uBAQMCAAAADAIAA" +
        "AAMAhCIAAQAGRAHBc8GJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAAAQAAAAEAAAABBwaXhpAAAAAAMICAgAAAAa" +
        "aXBtYQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAADobWRhdAAAACQo" +
        "Aa8LSE5DgPX9Old4iR7+AyQR2xIXlKjValaAnJI5epArgLAAAAAASUkqAAgAAAAGABIBAwABAAAAAQAAABoBBQABAAAAVgAAABsB" +
        "BQABAAAAXgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAZgAAAAAAAAA4YwAA6AMAADhjAADoAwAABgAAkAcABAAA" +
        "ADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAABAAAAADoAQAAQAAABAAAAAAAAAA");
}
