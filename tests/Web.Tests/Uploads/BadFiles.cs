using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;
using Songthang.Web.Tests.Documents;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Uploads;

/// <summary>A file that somebody sends who means no good, or whose telephone broke it.</summary>
/// <param name="Name">As its sender calls it.</param>
/// <param name="Content">What it is.</param>
/// <param name="IsTaken">Whether there is a picture in it: that is made anew and kept, and nothing else of the file.</param>
sealed record BadFile(string Name, byte[] Content, bool IsTaken)
{
    /// <summary>Words that stand in the files and must never be kept.</summary>
    public static readonly string[] Marks = ["SecretCamera", "SecretPlace", "SecretCaption", "SecretComment", "<script", "PK\u0003\u0004", "Exif", "inside.txt"];

    /// <summary>All of them, made anew.</summary>
    public static IReadOnlyList<BadFile> All { get; } =
    [
        new("bomb.png", Bomb(), false),
        new("claims.jpg", Claiming(65_500, 65_500), false),
        new("page.gif", [.. Encoding.Latin1.GetBytes("GIF89a\u0001\0\u0001\0\0\0\0;"), .. "<script>alert(1)</script>"u8], false),
        new("two.jpg", [.. TestPhotos.RotatedWithPosition(), .. TestPhotos.RotatedWithPosition(), .. "<script>alert(1)</script>"u8], true),
        new("archive.jpg", [.. TestPhotos.Jpeg(80, 60), .. Zip()], true),
        new("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(), false),
        new("script.pdf", TestPdfs.Plain("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"), false),
        new("film.webp", Film(), true),
        new("cut.jpg", TestPhotos.Truncated(0.3), false),
        new("nothing.jpg", [], false),
        new("iphone.heic", TestPhotos.Heic(), new Infrastructure.Photos.PhotoWorkshop().ReadsHeic),
        new("words.jpg", TestPhotos.TextNamedJpg(), false),
    ];

    /// <summary>30,000 × 30,000 pixels of one bit in some 110 kB: decoded as colours they were 2.7 GB.</summary>
    public static byte[] Bomb()
    {
        const int side = 30_000;
        using var rows = new MemoryStream();
        using (var packing = new ZLibStream(rows, CompressionLevel.Optimal, leaveOpen: true))
        {
            // A filter byte and one bit for each pixel.
            var row = new byte[1 + (side / 8)];
            for (var i = 0; i < side; i++)
                packing.Write(row);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 1;
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    static byte[] Chunk(string kind, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        var sum = 0xFFFF_FFFFu;
        foreach (var one in named)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320;
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), ~sum);
        return chunk;
    }

    /// <summary>A small JPEG whose frame header says otherwise.</summary>
    static byte[] Claiming(ushort width, ushort height)
    {
        var photo = TestPhotos.Jpeg(80, 60);
        var frame = photo.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(photo.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(photo.AsSpan(frame + 7), width);
        return photo;
    }

    static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("inside.txt", CompressionLevel.NoCompression).Open())
            entry.Write("<script>alert(1)</script>"u8);
        return bytes.ToArray();
    }

    /// <summary>Three pictures one after the other.</summary>
    static byte[] Film()
    {
        using var one = TestPhotos.Scene(64, 48);
        using var three = Image.Arrayjoin([one, one, one], across: 1);
        using var film = three.Mutate(image => image.Set(GValue.GIntType, "page-height", 48));
        return film.WebpsaveBuffer(q: 80);
    }
}
