namespace Songthang.Infrastructure.Documents;

/// <summary>A frame around blocks; it is closed and opened again where a page ends in it.</summary>
/// <param name="blocks">From top to bottom.</param>
/// <param name="padding">Between the frame and what is in it, in points.</param>
public sealed class Box(IReadOnlyList<Block> blocks, float padding = 6) : Block
{
    const float Line = 0.6f;

    internal override IEnumerable<Slice> Slices(float width)
    {
        var inner = blocks.SelectMany(block => block.Slices(width - 2 * padding)).ToList();
        for (var i = 0; i < inner.Count; i++)
            yield return Framed(inner[i], width, isFirst: i == 0, isLast: i == inner.Count - 1);
    }

    Slice Framed(Slice slice, float width, bool isFirst, bool isLast)
    {
        var above = isFirst ? padding : 0;
        var height = above + slice.Height + (isLast ? padding : 0);
        return new(height, (sheet, x, y) =>
        {
            sheet.Line(x, y, x, y + height, Line);
            sheet.Line(x + width, y, x + width, y + height, Line);
            if (isFirst)
                sheet.Line(x, y, x + width, y, Line);
            if (isLast)
                sheet.Line(x, y + height, x + width, y + height, Line);
            slice.Draw(sheet, x + padding, y + above);
        })
        {
            KeepWithNext = slice.KeepWithNext,
            Opens = (sheet, x, y) =>
            {
                sheet.Line(x, y, x + width, y, Line);
                slice.Opens?.Invoke(sheet, x + padding, y);
            },
            Closes = (sheet, x, y) =>
            {
                sheet.Line(x, y, x + width, y, Line);
                slice.Closes?.Invoke(sheet, x + padding, y);
            },
        };
    }
}
