using QRCoder;
using SkiaSharp;

namespace Songthang.Infrastructure.Documents;

/// <summary>A QR code with its quiet zone.</summary>
/// <param name="text">What it says, such as an address.</param>
/// <param name="size">Width and height in points.</param>
public sealed class QrCode(string text, float size) : Block
{
    internal override IEnumerable<Slice> Slices(float width)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var side = size / modules.Count;
        return [new(size, (sheet, x, y) => sheet.Fill([.. Bars(modules, x, y, side)]))];
    }

    /// <summary>Dark modules beside each other are one bar: a smaller file, and no hairline between them.</summary>
    static IEnumerable<SKRect> Bars(List<System.Collections.BitArray> modules, float left, float top, float side)
    {
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                var from = x;
                while (x < modules.Count && modules[y][x])
                    x++;
                if (x > from)
                    yield return new(left + from * side, top + y * side, left + x * side, top + (y + 1) * side);
            }
        }
    }
}
