using System.Text;
using Songthang.Domain;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Attachments;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Photos;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web.Tests.Documents;
using Songthang.Web.Tests.Photos;

namespace Songthang.Web.Tests.Fuzzing;

/// <summary>Files of others: taken, or refused with a sentence.</summary>
static class FileParsers
{
    const string Points = """
        {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[100.56,14.35]},"properties":{"number":"15-58","lamp":"LED 120 W","ติดตั้ง":"13 ก.ย. 65"}}]}
        """;

    const string Area = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"tambon_code":"140101"},"geometry":{"type":"MultiPolygon",
        "coordinates":[[[[100.55,14.34],[100.58,14.34],[100.58,14.37],[100.55,14.34]],[[100.56,14.345],[100.57,14.345],[100.57,14.35],[100.56,14.345]]]]}}]}
        """;

    const string Lines = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ref":"อย.4017","name":"วัดใหญ่","operator":"อบจ."},
        "geometry":{"type":"MultiLineString","coordinates":[[[100.55,14.34],[100.56,14.35,3]],[[100.57,14.36],[100.58,14.37]]]}}]}
        """;

    // Each file of poles takes buffers made for 100,000 rows: the collector of memory is what is slow.
    const int BuffersAnew = 20;

    // Decoding and encoding are libvips', whose makers test it so themselves.
    const int Decoding = 50;

    static readonly PhotoWorkshop Workshop = new();

    // One place in memory where the machine has such, so that no disk is worn by it.
    static readonly string Place = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"songthang-fuzz-{Guid.NewGuid():N}");

    public static IEnumerable<Parser> All =>
    [
        Parser.OfBytes("table of poles (CSV)", BuffersAnew, Poles,
            Utf8("number,lat,lng,installed,lamp\r\n15-58,14.35,100.56,13/9/2565,\"LED, 120 W\"\r\n15-59,14.36,100.57,13 ก.ย. 65,\r\n"),
            Utf8("หมายเลขเสา;ละติจูด;ลองจิจูด\n๑๕-๖๐;14.3;100.5\n"), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a\tb\r\n1\t2\r\n")]),
        Parser.OfBytes("points of poles (GeoJSON)", BuffersAnew, Poles, Utf8(Points)),
        Parser.OfBytes("borders (GeoJSON)", 1, bytes => BoundaryFile.ReadAsync(new MemoryStream(bytes), ReferenceData.Province, CancellationToken.None), Utf8(Area)),
        Parser.OfBytes("roads (GeoJSON)", 1, bytes => RoadFile.ReadAsync(new MemoryStream(bytes), ReferenceData.Province, Owners, null, CancellationToken.None), Utf8(Lines)),
        Parser.OfBytes("PDF", 1, Pdf, TestPdfs.Plain(), TestPdfs.Compressed()),
        Parser.OfBytes("photo with EXIF", Decoding, PhotoAsync,
            TestPhotos.Jpeg(16, 16), TestPhotos.RotatedWithPosition(16, 12), TestPhotos.Png(16, 16), TestPhotos.WebP(16, 16), TestPhotos.Heic()),
    ];

    static OwnerNames Owners { get; } = new([], ["อบจ."]);

    static void Poles(byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(Place, bytes);
            var look = PoleFile.Look(Place);
            if (look.Letters != PoleFileLetters.Unknown)
                _ = PoleFile.Read(Place, look.Kind, look.Letters).Count();
        }
        catch (RuleBroken refused) when (refused.Code == PoleFile.Unreadable)
        {
            // Refused with a sentence.
        }
        finally
        {
            File.Delete(Place);
        }
    }

    static void Pdf(byte[] bytes)
    {
        try
        {
            PdfCheck.Require(bytes);
        }
        catch (RuleBroken refused) when (refused.Code.StartsWith("document.", StringComparison.Ordinal))
        {
            // Refused with a sentence.
        }
    }

    static async Task PhotoAsync(byte[] bytes)
    {
        try
        {
            var photo = await Workshop.PrepareAsync(new MemoryStream(bytes), CancellationToken.None);
            if (photo is not { Width: > 0 and <= PhotoWorkshop.FullSide, Height: > 0 and <= PhotoWorkshop.FullSide })
                throw new InvalidOperationException("It has no size that is kept.");
        }
        catch (RuleBroken refused) when (refused.Code.StartsWith("photo.", StringComparison.Ordinal))
        {
            // Refused with a sentence.
        }
    }

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
