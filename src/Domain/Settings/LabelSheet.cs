using Songthang.Domain.Thai;

namespace Songthang.Domain.Settings;

/// <summary>A sheet of stickers for the labels of poles: A4 upright, all lengths in millimetres.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">What it is called where one is chosen.</param>
/// <param name="Columns">Stickers beside each other, 1 to <see cref="MostColumns"/>.</param>
/// <param name="Rows">Stickers below each other, 1 to <see cref="MostRows"/>.</param>
/// <param name="Width">Of a sticker, from <see cref="LeastWidth"/>.</param>
/// <param name="Height">Of a sticker, from <see cref="LeastHeight"/>.</param>
/// <param name="Left">From the paper's left edge to the first sticker.</param>
/// <param name="Top">From the paper's upper edge to the first sticker.</param>
/// <param name="GapAcross">Between stickers beside each other.</param>
/// <param name="GapDown">Between stickers below each other.</param>
/// <param name="InUse">Whether it is offered.</param>
public sealed record LabelSheet(
    string Code, Phrase Name, int Columns, int Rows, decimal Width, decimal Height, decimal Left = 0, decimal Top = 0,
    decimal GapAcross = 0, decimal GapDown = 0, bool InUse = true) : IListed
{
    /// <summary>Width and height of A4.</summary>
    public const decimal PaperWidth = 210, PaperHeight = 297;

    /// <summary>Most stickers on a side of the sheet.</summary>
    public const int MostColumns = 10, MostRows = 30;

    /// <summary>The smallest sticker that still holds a code which a telephone reads.</summary>
    public const decimal LeastWidth = 30, LeastHeight = 17;

    /// <summary>Stickers on a sheet.</summary>
    public int Count() => Columns * Rows;

    /// <summary>From the edge of the paper to the nearest sticker: left or right, and above or below.</summary>
    public (decimal Across, decimal Down) Edge() => (
        Math.Min(Left, PaperWidth - Right), Math.Min(Top, PaperHeight - Bottom));

    decimal Right => Left + Columns * Width + (Columns - 1) * GapAcross;

    decimal Bottom => Top + Rows * Height + (Rows - 1) * GapDown;

    /// <summary>Upper left corner of a sticker, counted from 0 row by row.</summary>
    public (decimal X, decimal Y) Place(int index) => (
        Left + index % Columns * (Width + GapAcross), Top + index / Columns * (Height + GapDown));

    /// <summary>What is wrong with the sheet; null when it can be printed.</summary>
    public Phrase? Mistake() =>
        Right > PaperWidth
            ? new($"“{Name.Thai}” กว้าง {Right:0.##} มม. เกินกระดาษ A4 ({PaperWidth} มม.)", $"“{Name.English}” is {Right:0.##} mm wide, wider than A4 ({PaperWidth} mm)")
            : Bottom > PaperHeight
                ? new($"“{Name.Thai}” สูง {Bottom:0.##} มม. เกินกระดาษ A4 ({PaperHeight} มม.)", $"“{Name.English}” is {Bottom:0.##} mm high, higher than A4 ({PaperHeight} mm)")
                : null;

    /// <summary>Common sheets of stickers, and big ones of weatherproof film, one or two on a page.</summary>
    public static Listed<LabelSheet> Shipped { get; } = new(
    [
        new("24", new("24 ดวง (70 × 37 มม.)", "24 labels (70 × 37 mm)"), 3, 8, 70, 37, 0, 0.5m),
        new("40", new("40 ดวง (52.5 × 29.7 มม.)", "40 labels (52.5 × 29.7 mm)"), 4, 10, 52.5m, 29.7m),
        new("65", new("65 ดวง (38.1 × 21.2 มม.)", "65 labels (38.1 × 21.2 mm)"), 5, 13, 38.1m, 21.2m, 4.75m, 10.7m, 2.5m),
        new("8", new("8 ดวง (99.1 × 67.7 มม.)", "8 labels (99.1 × 67.7 mm)"), 2, 4, 99.1m, 67.7m, 4.65m, 13.1m, 2.5m),
        new("2", new("สติกเกอร์กันน้ำ 2 ดวง (199.6 × 143.5 มม.)", "Weatherproof, 2 labels (199.6 × 143.5 mm)"), 1, 2, 199.6m, 143.5m, 5.2m, 5),
        new("1", new("สติกเกอร์กันน้ำ เต็มแผ่น (199.6 × 289.1 มม.)", "Weatherproof, one label (199.6 × 289.1 mm)"), 1, 1, 199.6m, 289.1m, 5.2m, 3.95m),
    ]);
}
