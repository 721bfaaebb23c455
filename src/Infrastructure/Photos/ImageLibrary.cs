using NetVips;

namespace Songthang.Infrastructure.Photos;

/// <summary>
/// The house rules of libvips, set once for the process: only the four kinds of picture that we take can be
/// loaded at all, nothing is cached between uploads, and one picture uses one core.
/// </summary>
static class ImageLibrary
{
    // libvips repeats every oddity of a file on standard error; the refusal says all that matters.
    static readonly Log.LogDelegate Quiet = static (_, _, _) => { };

    /// <summary>
    /// Whether HEIC (HEVC) can be decoded, found out by decoding a tiny one: the libvips that NuGet ships reads
    /// its header but has no HEVC decoder; one built by the authority may have.
    /// </summary>
    public static readonly bool ReadsHeic = Start();

    static bool Start()
    {
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, Quiet);
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var kind in (string[])["Jpeg", "Png", "Webp", "Heif"])
            Operation.Block($"VipsForeignLoad{kind}Buffer", false);
        return Decodes(Convert.FromBase64String(TinyHeic));
    }

    static bool Decodes(byte[] picture)
    {
        try
        {
            using var image = Image.NewFromBuffer(picture);
            return image.Avg() > 0;
        }
        catch (VipsException)
        {
            return false;
        }
    }

    // 16 x 16 pixels of one colour, made for this purpose.
    const string TinyHeic =
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeRtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA" +
        "AA5waXRtAAAAAAACAAAAEGlkYXQAAAAAABAAEAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIIAAEAAAAAAAAAKAACAAEAAAAAAAAA" +
        "AQAAAAAAAAAIAAMAAAAAAAACMAABAAAAAAAAALgAAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAA" +
        "AAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANhpcHJwAAAAtmlwY28AAAB2aHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgA" +
        "AA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAKkIBAQNwAAADAJAAAAMAAAMAHqAggQWW6q6a5uBAQMCAAAADAIAA" +
        "AAMAhCIAAQAGRAHBc8GJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAAAQAAAAEAAAABBwaXhpAAAAAAMICAgAAAAa" +
        "aXBtYQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAADobWRhdAAAACQo" +
        "Aa8LSE5DgPX9Old4iR7+AyQR2xIXlKjValaAnJI5epArgLAAAAAASUkqAAgAAAAGABIBAwABAAAAAQAAABoBBQABAAAAVgAAABsB" +
        "BQABAAAAXgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAZgAAAAAAAAA4YwAA6AMAADhjAADoAwAABgAAkAcABAAA" +
        "ADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAABAAAAADoAQAAQAAABAAAAAAAAAA";
}
