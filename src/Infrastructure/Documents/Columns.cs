namespace Songthang.Infrastructure.Documents;

/// <summary>
/// Blocks beside each other, such as the cells of a row. Where all of them can be divided, a page end may divide the
/// row: line by line, so that no text is cut off however long it is.
/// </summary>
/// <param name="columns">From left to right with their share of the width.</param>
/// <param name="gap">Between two of them, in points.</param>
public sealed class Columns(IReadOnlyList<(float Share, Block Block)> columns, float gap = 8) : Block
{
    internal override IEnumerable<Slice> Slices(float width)
    {
        var places = new List<(float X, List<Slice> Slices)>();
        var room = width - gap * (columns.Count - 1);
        var all = columns.Sum(column => column.Share);
        var left = 0f;
        foreach (var (share, block) in columns)
        {
            var own = room * share / all;
            places.Add((left, [.. block.Slices(own)]));
            left += own + gap;
        }

        var count = places.Max(column => column.Slices.Count);
        for (var i = 0; i < count; i++)
        {
            var beside = places.Where(column => i < column.Slices.Count).Select(column => (column.X, Slice: column.Slices[i])).ToList();
            yield return new(beside.Max(cell => cell.Slice.Height), (sheet, x, y) => beside.ForEach(cell => cell.Slice.Draw(sheet, x + cell.X, y)))
            {
                Opens = (sheet, x, y) => beside.ForEach(cell => cell.Slice.Opens?.Invoke(sheet, x + cell.X, y)),
                Closes = (sheet, x, y) => beside.ForEach(cell => cell.Slice.Closes?.Invoke(sheet, x + cell.X, y)),
            };
        }
    }
}
