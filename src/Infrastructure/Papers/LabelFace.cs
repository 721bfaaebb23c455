using Songthang.Domain.Settings;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>What a label of a pole looks like: the code beside the words, or above them where the label is high.</summary>
/// <param name="Left">White before it, in points.</param>
/// <param name="Top">White above it.</param>
/// <param name="Width">Of what is on it.</param>
/// <param name="Height">Of what is on it.</param>
/// <param name="QrSide">Of the QR code with its quiet zone.</param>
/// <param name="IsBeside">The words stand beside the code, not below it.</param>
sealed record LabelFace(float Left, float Top, float Width, float Height, float QrSide, bool IsBeside)
{
    /// <summary>What the label asks for.</summary>
    const string Invitation = "สแกนเพื่อแจ้งไฟดับ";

    /// <summary>Where the words stand beside the code it takes at most this share of the width, otherwise of the height.</summary>
    const float MostOfWidth = 0.52f, MostOfHeight = 0.66f;

    const float Millimetre = 72 / 25.4f;

    public static LabelFace Of(LabelSheet sheet, (float Across, float Down) inset)
    {
        var width = (float)sheet.Width * Millimetre - 2 * inset.Across;
        var height = (float)sheet.Height * Millimetre - 2 * inset.Down;
        var isBeside = width > height * 1.25f;
        return new(inset.Across, inset.Down, width, height, isBeside ? Math.Min(height, width * MostOfWidth) : Math.Min(width, height * MostOfHeight), isBeside);
    }

    /// <summary>Draws the label of a pole with the sticker's upper left corner at a place.</summary>
    public void Draw(Sheet sheet, float x, float y, PoleLabel pole, Agency agency, Uri address)
    {
        var (left, top) = (x + Left, y + Top);
        var text = address.ToString();
        if (IsBeside)
        {
            // The quiet zone parts the code from the words.
            QrCode.Draw(sheet, text, left, top + (Height - QrSide) / 2, QrSide);
            Words(pole, agency, Height, Align.Left).Draw(sheet, left + QrSide, top, Width - QrSide, Height);
        }
        else
        {
            QrCode.Draw(sheet, text, left + (Width - QrSide) / 2, top, QrSide);
            Words(pole, agency, Height - QrSide, Align.Centre).Draw(sheet, left, top + QrSide, Width, Height - QrSide);
        }
    }

    /// <summary>The code as large as there is room; the painted number, when there is one, is what people see on the pole itself.</summary>
    static FittedLines Words(PoleLabel pole, Agency agency, float height, Align align) => new(align,
    [
        new(pole.Code.ToString(), Most: height * 0.34f, MostLines: 1, Bold: true),
        .. pole.Number.Length > 0 ? (FittedLine[])[new(pole.Number, Most: height * 0.17f, MostLines: 2, Bold: true)] : [],
        new(Invitation, Most: height * 0.13f, MostLines: 1),
        new(agency.ShortName.Thai.Length > 0 ? agency.ShortName.Thai : agency.Name.Thai, Most: height * 0.11f, MostLines: 1),
    ]);
}
