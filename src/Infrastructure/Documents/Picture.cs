using SkiaSharp;

namespace Songthang.Infrastructure.Documents;

/// <summary>A JPEG picture, as wide as there is room unless it becomes higher than allowed.</summary>
public sealed class Picture : Block
{
    readonly ReadOnlyMemory<byte> jpeg;
    readonly SKSizeI pixels;
    readonly float mostHeight;

    Picture(ReadOnlyMemory<byte> jpeg, SKSizeI pixels, float mostHeight) =>
        (this.jpeg, this.pixels, this.mostHeight) = (jpeg, pixels, mostHeight);

    /// <summary>The picture of a file, or null when it is none.</summary>
    /// <param name="jpeg">The file.</param>
    /// <param name="mostHeight">In points.</param>
    public static Picture? Of(ReadOnlyMemory<byte> jpeg, float mostHeight)
    {
        using var data = SKData.CreateCopy(jpeg.Span);
        using var codec = SKCodec.Create(data);
        return codec is null ? null : new(jpeg, codec.Info.Size, mostHeight);
    }

    internal override IEnumerable<Slice> Slices(float width)
    {
        var scale = Math.Min(width / pixels.Width, mostHeight / pixels.Height);
        var (w, h) = (pixels.Width * scale, pixels.Height * scale);
        return [new(h, (sheet, x, y) => sheet.Picture(jpeg, x + (width - w) / 2, y, w, h))];
    }
}
