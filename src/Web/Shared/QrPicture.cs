using System.Globalization;
using System.Text;
using QRCoder;

namespace Songthang.Web.Shared;

/// <summary>A QR code as the path of an inline SVG: no image to fetch, no style, sharp on paper.</summary>
/// <param name="Size">Width and height in modules, the quiet zone included.</param>
/// <param name="Path">Value of the attribute <c>d</c>.</param>
public sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                var from = x;
                while (x < modules.Count && modules[y][x]) x++;
                if (x > from) path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }

        return new(modules.Count, path.ToString());
    }
}
