using NetVips;
using Songthang.Domain;
using Songthang.Infrastructure.Photos;

namespace Songthang.Web.Tests.Photos;

public sealed class RefusedPhotoTests : IDisposable
{
    readonly PhotoWorkshop workshop = new();

    [Fact]
    public Task A_text_named_jpg_is_no_photo() => IsRefused("photo.not-an-image", TestPhotos.TextNamedJpg());

    [Fact]
    public Task An_empty_file_is_refused() => IsRefused("photo.empty", []);

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")]
    [InlineData("%PDF-1.7")]
    [InlineData("BM")]
    [InlineData("II*\0")]
    [InlineData("#?RADIANCE")]
    [InlineData("P6 1 1 255")]
    [InlineData("\0\0\0\u0018ftypmp42")]
    [InlineData("RIFF\0\0\0\0WAVE")]
    public Task Another_kind_of_file_is_no_photo(string beginning) =>
        IsRefused("photo.not-an-image", [.. System.Text.Encoding.Latin1.GetBytes(beginning), .. new byte[500]]);

    [Fact]
    public async Task A_gif_is_no_photo_and_its_decoder_is_locked_away()
    {
        using var scene = TestPhotos.Scene(40, 30);
        var gif = scene.GifsaveBuffer();

        await IsRefused("photo.not-an-image", gif);
        Assert.Throws<VipsException>(() => Image.NewFromBuffer(gif));
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("avif")]
    [InlineData("progressive")]
    public async Task A_file_cut_short_anywhere_is_refused(string kind)
    {
        using var scene = TestPhotos.Scene(320, 240);
        var whole = kind switch
        {
            "jpeg" => TestPhotos.Jpeg(),
            "progressive" => scene.JpegsaveBuffer(interlace: true),
            "png" => TestPhotos.Png(),
            "webp" => TestPhotos.WebP(),
            _ => scene.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0),
        };
        foreach (var share in (double[])[0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99])
            await IsRefused("photo.truncated", whole[..Math.Max(12, (int)(whole.Length * share))]);
    }

    [Fact]
    public Task A_truncated_jpeg_is_refused() => IsRefused("photo.truncated", TestPhotos.Truncated());

    [Fact]
    public async Task Twenty_thousand_pixels_square_are_refused_by_the_header_and_named()
    {
        var huge = TestPhotos.Huge();
        Assert.True(huge.Length < 200_000);

        var refusal = await IsRefused("photo.too-many-pixels", huge);

        Assert.Contains("20,000 × 20,000", refusal.Sentence.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ribbon_longer_than_any_camera_makes_is_refused()
    {
        using var ribbon = Image.Black(PhotoWorkshop.LongestSide + 1, 2);
        await IsRefused("photo.too-many-pixels", ribbon.PngsaveBuffer());
    }

    [Fact]
    public Task One_byte_above_fifteen_megabytes_is_refused() =>
        IsRefused("photo.too-large", Padded(PhotoWorkshop.LargestUpload + 1));

    [Fact]
    public async Task Fifteen_megabytes_exactly_are_taken()
    {
        var photo = await Prepare(Padded(PhotoWorkshop.LargestUpload));
        Assert.Equal((640, 480), (photo.Width, photo.Height));
    }

    [Fact]
    public async Task Heic_is_read_or_refused_with_advice()
    {
        if (workshop.ReadsHeic)
        {
            Assert.Equal(16, (await Prepare(TestPhotos.Heic())).Width);
            return;
        }
        var refusal = await IsRefused("photo.heic-unsupported", TestPhotos.Heic());
        Assert.Contains("JPEG", refusal.Sentence.Thai, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_up_while_waiting_is_honoured() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            workshop.PrepareAsync(new MemoryStream(TestPhotos.Jpeg()), new CancellationToken(canceled: true)));

    public void Dispose() => workshop.Dispose();

    // A phone's "motion photo" carries a film behind the picture: bytes after the end do no harm.
    static byte[] Padded(int length)
    {
        var padded = new byte[length];
        TestPhotos.Jpeg().CopyTo(padded, 0);
        return padded;
    }

    Task<PreparedPhoto> Prepare(byte[] upload) =>
        workshop.PrepareAsync(new MemoryStream(upload), TestContext.Current.CancellationToken);

    async Task<RuleBroken> IsRefused(string code, byte[] upload)
    {
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => Prepare(upload));
        Assert.Equal(code, refusal.Code);
        Assert.NotEmpty(refusal.Sentence.Thai);
        Assert.NotEmpty(refusal.Sentence.English);
        return refusal;
    }
}
