using System.Collections;
using QRCoder;
using SkiaSharp;

namespace Songthang.Infrastructure.Documents;

/// <summary>A QR code (ISO/IEC 18004, error correction M) with its quiet zone of four modules.</summary>
/// <param name="text">What it says, such as an address.</param>
/// <param name="size">Width and height in points.</param>
public sealed class QrCode(string text, float size) : Block
{
    /// <summary>How many modules a side has, the quiet zone included.</summary>
    public static int ModulesOf(string text) => Matrix(text).Count;

    /// <summary>Draws a code at a place.</summary>
    internal static void Draw(Sheet sheet, string text, float x, float y, float size)
    {
        var modules = Matrix(text);
        sheet.Fill([.. Bars(modules, x, y, size / modules.Count)]);
    }

    internal override IEnumerable<Slice> Slices(float width) => [new(size, (sheet, x, y) => Draw(sheet, text, x, y, size))];

    static List<BitArray> Matrix(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return data.ModuleMatrix;
    }

    /// <summary>Dark modules beside each other are one bar: a smaller file, and no hairline between them.</summary>
    static IEnumerable<SKRect> Bars(List<BitArray> modules, float left, float top, float side)
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
