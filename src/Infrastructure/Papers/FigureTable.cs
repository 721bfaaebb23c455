using Songthang.Infrastructure.Documents;

namespace Songthang.Infrastructure.Papers;

/// <summary>Rows of figures between lines; the first column is words, the others stand to the right.</summary>
/// <param name="shares">Shares of the width.</param>
/// <param name="size">Size of the type in points.</param>
sealed class FigureTable(IReadOnlyList<float> shares, float size = 10)
{
    /// <summary>The table, on one page as long as it fits on one.</summary>
    public Block Of(IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<string>? total = null)
    {
        List<Block> blocks = [Rule(0.9f), Row(heading, isBold: true), Rule(0.6f)];
        foreach (var row in rows)
        {
            blocks.Add(Row(row, isBold: false));
            blocks.Add(Rule(0.25f));
        }

        if (total is not null)
        {
            blocks.Add(Row(total, isBold: true));
            blocks.Add(Rule(0.9f));
        }

        return new Together(blocks);
    }

    Columns Row(IReadOnlyList<string> cells, bool isBold) => new([.. cells.Select((cell, i) => (shares[i], (Block)new Paragraph(
        new(Size: size, Leading: 1.45f, Bold: isBold, Align: i == 0 ? Align.Left : Align.Right), cell)))], 5);

    static Drawing Rule(float thickness) => new(2, (sheet, x, y, width) => sheet.Line(x, y + 1, x + width, y + 1, thickness));
}
