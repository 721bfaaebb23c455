using CsCheck;
using Songthang.Domain;
using Songthang.Infrastructure.Photos;

namespace Songthang.Web.Tests.Photos;

public sealed class MutatedPhotoTests : IDisposable
{
    static readonly byte[][] Valid =
        [TestPhotos.Jpeg(64, 48), TestPhotos.RotatedWithPosition(), TestPhotos.Png(64, 48), TestPhotos.WebP(64, 48), TestPhotos.Heic()];

    readonly PhotoWorkshop workshop = new();

    // Headers decide most, so half of the strokes fall on the first hundred bytes.
    static readonly Gen<byte[]> Damaged =
        from which in Gen.Int[0, Valid.Length - 1]
        from share in Gen.Double[0.2, 1.5]
        from strokes in Gen.Select(Gen.Bool, Gen.Double[0, 1], Gen.Byte).Array[1, 12]
        select Damage(Valid[which], Math.Min(1, share), strokes);

    [Fact]
    public Task Whatever_is_changed_in_a_photo_it_is_taken_or_refused_with_a_sentence() =>
        Damaged.SampleAsync(IsTakenOrRefused, iter: 600, threads: 2);

    [Fact]
    public Task Noise_is_refused() =>
        Gen.Byte.Array[1, 300].SampleAsync(IsTakenOrRefused, iter: 300, threads: 2);

    public void Dispose() => workshop.Dispose();

    static byte[] Damage(byte[] valid, double share, (bool InHead, double Where, byte Value)[] strokes)
    {
        var bytes = valid[..(int)(valid.Length * share)];
        foreach (var (inHead, where, value) in strokes)
            bytes[(int)(where * ((inHead ? Math.Min(100, bytes.Length) : bytes.Length) - 1))] = value;
        return bytes;
    }

    async Task IsTakenOrRefused(byte[] bytes)
    {
        try
        {
            var photo = await workshop.PrepareAsync(new MemoryStream(bytes), CancellationToken.None);
            Assert.True(photo is { Width: > 0 and <= PhotoWorkshop.FullSide, Height: > 0 and <= PhotoWorkshop.FullSide });
        }
        catch (RuleBroken refusal)
        {
            Assert.StartsWith("photo.", refusal.Code, StringComparison.Ordinal);
        }
    }
}
