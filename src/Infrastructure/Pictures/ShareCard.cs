using SkiaSharp;
using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Pictures;

/// <summary>What a card says.</summary>
/// <param name="Service">The name of the service, small, above.</param>
/// <param name="Title">What it is about; at most three lines are shown.</param>
/// <param name="Place">Where; at most two lines, may be empty.</param>
/// <param name="Foot">The authority or a reference and a date.</param>
public sealed record ShareCardText(string Service, string Title, string Place, string Foot);

/// <summary>A status in words on its own colour.</summary>
/// <param name="Words">The public's word.</param>
/// <param name="IsDone">Whether it is settled well, which is green.</param>
public sealed record ShareCardStatus(string Words, bool IsDone);

/// <summary>
/// The picture that other sites show beside a shared address: 1200 × 630, made here, so that no other service learns what is
/// shared. Thai is shaped as on our papers.
/// </summary>
public static class ShareCard
{
    /// <summary>Width in pixels.</summary>
    public const int Width = 1200;

    /// <summary>Height in pixels.</summary>
    public const int Height = 630;

    const float Left = 72, Panel = 800, TextWidth = Panel - Left - 40;

    static readonly SKColor Night = new(0x14, 0x26, 0x4a), Soft = new(0x22, 0x39, 0x6b), Lamp = new(0xff, 0xb9, 0x38), White = SKColors.White;

    /// <summary>A card as PNG.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="status">Where a report stands; null for a page.</param>
    /// <param name="around">A place among its subdistricts; null draws our lamp instead.</param>
    public static byte[] Draw(ShareCardText text, ShareCardStatus? status = null, PlaceAround? around = null)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        canvas.Clear(Night);
        Fill(canvas, new SKRect(Panel, 0, Width, Height), Soft);
        if (around is null)
            LampPicture.Draw(canvas, Panel + (Width - Panel) / 2, Height / 2f, 250);
        else
            around.Draw(canvas, new SKRect(Panel, 0, Width, Height));
        Fill(canvas, new SKRect(0, Height - 14, Width, Height), Lamp);

        var y = CardText.Lines(canvas, text.Service, Typeface.Regular, 28, Left, 96, TextWidth, most: 2, Lamp) + 34;
        y = CardText.Lines(canvas, text.Title, Typeface.Bold, 58, Left, y + 70, TextWidth, most: 3, White) + 34;
        if (status is not null)
            y = Chip(canvas, status, y) + 24;
        if (text.Place.Length > 0)
            CardText.Lines(canvas, text.Place, Typeface.Regular, 36, Left, y + 40, TextWidth, most: 2, White);
        CardText.Lines(canvas, text.Foot, Typeface.Regular, 28, Left, Height - 52, TextWidth, most: 1, White);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 90);
        return png.ToArray();
    }

    static float Chip(SKCanvas canvas, ShareCardStatus status, float y)
    {
        var width = CardText.WidthOf(status.Words, Typeface.Bold, 34);
        using var paint = new SKPaint { IsAntialias = true, Color = status.IsDone ? new(0xe6, 0xf4, 0xeb) : new(0xff, 0xf4, 0xdc) };
        canvas.DrawRoundRect(new SKRect(Left, y, Left + width + 56, y + 62), 31, 31, paint);
        CardText.Lines(canvas, status.Words, Typeface.Bold, 34, Left + 28, y + 43, width + 20, most: 1, status.IsDone ? new(0x14, 0x54, 0x2f) : new(0x6a, 0x47, 0x00));
        return y + 62;
    }

    internal static void Fill(SKCanvas canvas, SKRect place, SKColor color)
    {
        using var paint = new SKPaint { Color = color };
        canvas.DrawRect(place, paint);
    }
}
