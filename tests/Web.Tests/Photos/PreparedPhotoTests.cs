using System.Text;
using NetVips;
using Songthang.Infrastructure.Photos;

namespace Songthang.Web.Tests.Photos;

public sealed class PreparedPhotoTests : IDisposable
{
    readonly PhotoWorkshop workshop = new();

    [Theory]
    [InlineData(4000, 2000, 1500)]
    [InlineData(3600, 2048, 1536)]
    public async Task A_large_photo_is_made_smaller_and_keeps_its_shape(int width, int toWidth, int toHeight)
    {
        var photo = await Prepare(TestPhotos.Jpeg(width, width * 3 / 4));

        Assert.Equal((toWidth, toHeight), (photo.Width, photo.Height));
        using var full = Open(photo.Full);
        using var thumb = Open(photo.Thumb);
        Assert.Equal((toWidth, toHeight), (full.Width, full.Height));
        Assert.Equal((480, 360), (thumb.Width, thumb.Height));
        Assert.True(photo.Thumb.Length < 40_000);
    }

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(100, 80, 100, 80)]
    [InlineData(30_000, 2, 2048, 1)]
    [InlineData(2, 30_000, 1, 2048)]
    public async Task A_photo_is_never_made_larger_and_a_ribbon_does_no_harm(int width, int height, int toWidth, int toHeight)
    {
        using var plain = Image.Black(width, height);
        var photo = await Prepare(plain.PngsaveBuffer());
        Assert.Equal((toWidth, toHeight), (photo.Width, photo.Height));
    }

    [Fact]
    public async Task A_rotated_photo_is_turned_upright()
    {
        var photo = await Prepare(TestPhotos.RotatedWithPosition());

        Assert.Equal((TestPhotos.RotatedWidth, TestPhotos.RotatedHeight), (photo.Width, photo.Height));
        IsRed(photo.Full, 150, 60);
        IsBlue(photo.Full, 150, 340);
        IsRed(photo.Thumb, 150, 60);
    }

    [Fact]
    public async Task Nothing_that_the_camera_wrote_remains()
    {
        var upload = TestPhotos.RotatedWithPosition();
        using var before = Open(upload);
        Assert.Contains("exif-ifd3-GPSLatitude", before.GetFields());
        Assert.Contains("xmp-data", before.GetFields());

        var photo = await Prepare(upload);

        foreach (var kept in (ReadOnlyMemory<byte>[])[photo.Full, photo.Thumb])
        {
            var bytes = Encoding.Latin1.GetString(kept.Span);
            foreach (var trace in (string[])["Exif", "GPS", "http", "Photoshop", "ICC_PROFILE", "Secret"])
                Assert.DoesNotContain(trace, bytes, StringComparison.Ordinal);
            Assert.False(HasSegment(kept.Span, 0xE1), "APP1 holds EXIF and XMP");
            Assert.False(HasSegment(kept.Span, 0xE2), "APP2 holds colour profiles");
            Assert.False(HasSegment(kept.Span, 0xED), "APP13 holds IPTC");
            Assert.False(HasSegment(kept.Span, 0xFE), "COM holds comments");
            using var image = Open(kept);
            Assert.DoesNotContain(image.GetFields(), field =>
                field.Contains("GPS", StringComparison.Ordinal) || field.StartsWith("xmp", StringComparison.Ordinal)
                || field.StartsWith("iptc", StringComparison.Ordinal) || field.StartsWith("icc", StringComparison.Ordinal)
                || field.StartsWith("jpeg-comment", StringComparison.Ordinal) || field == "orientation");
        }
    }

    [Fact]
    public async Task What_is_transparent_becomes_white()
    {
        using var clear = Image.Black(200, 100, bands: 4).Copy(interpretation: Enums.Interpretation.Srgb);
        var photo = await Prepare(clear.PngsaveBuffer());

        using var full = Open(photo.Full);
        Assert.Equal(3, full.Bands);
        Assert.All(full[100, 50], channel => Assert.Equal(255, channel));
    }

    [Fact]
    public async Task Png_webp_and_avif_become_jpeg()
    {
        using var scene = TestPhotos.Scene(320, 240);
        foreach (var upload in (byte[][])[TestPhotos.Png(), TestPhotos.WebP(),
            scene.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0)])
            await ShowsTheScene(upload);
    }

    [Fact]
    public async Task Sixteen_bits_print_colours_grey_and_progressive_are_read()
    {
        using var scene = TestPhotos.Scene(320, 240);
        using var deep = scene.Colourspace(Enums.Interpretation.Rgb16);
        using var print = scene.Colourspace(Enums.Interpretation.Cmyk);
        await ShowsTheScene(deep.PngsaveBuffer(bitdepth: 16));
        // Ink cannot show such a blue.
        await ShowsTheScene(print.JpegsaveBuffer(), tolerance: 75);
        await ShowsTheScene(scene.JpegsaveBuffer(interlace: true));
        await ShowsTheScene(scene.PngsaveBuffer(interlace: true));

        using var grey = scene.Colourspace(Enums.Interpretation.Bw);
        using var full = Open((await Prepare(grey.JpegsaveBuffer())).Full);
        Assert.Equal(3, full.Bands);
    }

    [Fact]
    public async Task A_wide_colour_profile_is_applied_before_it_is_dropped()
    {
        using var scene = TestPhotos.Scene(320, 240);
        using var wide = scene.IccTransform("p3", inputProfile: "srgb");
        Assert.NotInRange(wide[40, 120][0], 209, 222);

        await ShowsTheScene(wide.JpegsaveBuffer(q: 95));
    }

    [Fact]
    public async Task A_broken_colour_profile_does_no_harm()
    {
        using var scene = TestPhotos.Scene(320, 240);
        using var odd = scene.Mutate(image =>
            image.Set(GValue.BlobType, "icc-profile-data", "no profile at all"u8.ToArray()));
        await ShowsTheScene(odd.JpegsaveBuffer());
    }

    [Fact]
    public async Task The_high_dynamic_range_photo_of_a_new_phone_is_read_as_a_plain_jpeg()
    {
        using var scene = TestPhotos.Scene(320, 240);
        using var linear = scene.Colourspace(Enums.Interpretation.Scrgb);
        // The plain picture inside is a little darker than the scene; the gain map holds the difference.
        await ShowsTheScene(linear.UhdrsaveBuffer(), tolerance: 60);
    }

    [Fact]
    public async Task Of_an_animation_the_first_frame_is_taken()
    {
        using var first = TestPhotos.Scene(320, 240);
        using var second = first.Invert();
        using var film = first.Join(second, Enums.Direction.Vertical);
        using var paged = film.Mutate(image => image.Set(GValue.GIntType, "page-height", 240));
        var upload = paged.WebpsaveBuffer(q: 90);
        using var header = Open(upload);
        Assert.Equal(2, header.Get("n-pages"));

        await ShowsTheScene(upload);
    }

    [Fact]
    public async Task Many_uploads_at_once_are_all_prepared()
    {
        var upload = TestPhotos.Jpeg();
        var photos = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Prepare(upload)));
        Assert.All(photos, photo => Assert.Equal((640, 480), (photo.Width, photo.Height)));
    }

    public void Dispose() => workshop.Dispose();

    Task<PreparedPhoto> Prepare(byte[] upload) =>
        workshop.PrepareAsync(new MemoryStream(upload), TestContext.Current.CancellationToken);

    async Task ShowsTheScene(byte[] upload, double tolerance = 25)
    {
        var photo = await Prepare(upload);
        Assert.Equal((320, 240), (photo.Width, photo.Height));
        IsRed(photo.Full, 60, 120, tolerance);
        IsBlue(photo.Full, 260, 120, tolerance);
    }

    static Image Open(ReadOnlyMemory<byte> bytes) => Image.NewFromBuffer(bytes.ToArray());

    static void IsRed(ReadOnlyMemory<byte> jpeg, int x, int y, double tolerance = 25) =>
        HasColour(jpeg, x, y, [210, 20, 30], tolerance);

    static void IsBlue(ReadOnlyMemory<byte> jpeg, int x, int y, double tolerance = 25) =>
        HasColour(jpeg, x, y, [20, 30, 210], tolerance);

    static void HasColour(ReadOnlyMemory<byte> jpeg, int x, int y, double[] expected, double tolerance)
    {
        using var image = Open(jpeg);
        using var around = image.ExtractArea(x - 20, y - 20, 40, 40);
        using var means = around.Stats();
        for (var band = 0; band < 3; band++)
            Assert.InRange(means[4, band + 1][0], expected[band] - tolerance, expected[band] + tolerance);
    }

    static bool HasSegment(ReadOnlySpan<byte> jpeg, byte marker)
    {
        var at = 2;
        while (at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] != 0xDA)
        {
            if (jpeg[at + 1] == marker)
                return true;
            at += 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3]);
        }
        return false;
    }
}
