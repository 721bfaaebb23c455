namespace Songthang.Infrastructure.Documents;

/// <summary>Nothing, so high in points.</summary>
/// <param name="height">Height in points.</param>
public sealed class Space(float height) : Block
{
    internal override IEnumerable<Slice> Slices(float width) => [new(height, static (_, _, _) => { })];
}

/// <summary>Blocks below each other.</summary>
/// <param name="blocks">From top to bottom.</param>
public sealed class Stack(params IEnumerable<Block> blocks) : Block
{
    internal override IEnumerable<Slice> Slices(float width) => blocks.SelectMany(block => block.Slices(width));
}

/// <summary>What stays on one page: unless it is higher than <see cref="Most"/>, where a page end does less harm than an empty page.</summary>
/// <param name="blocks">From top to bottom.</param>
public sealed class Together(params IEnumerable<Block> blocks) : Block
{
    const float Most = 420;

    internal override IEnumerable<Slice> Slices(float width)
    {
        var slices = blocks.SelectMany(block => block.Slices(width)).ToList();
        return slices.Sum(slice => slice.Height) > Most ? slices : [Slices(slices)];
    }

    static Slice Slices(List<Slice> slices) => new(slices.Sum(slice => slice.Height), (sheet, x, y) =>
    {
        foreach (var slice in slices)
        {
            slice.Draw(sheet, x, y);
            y += slice.Height;
        }
    });
}

/// <summary>Dotted lines to write on by hand.</summary>
/// <param name="count">How many.</param>
/// <param name="height">Of each, in points.</param>
public sealed class BlankLines(int count, float height = 20) : Block
{
    internal override IEnumerable<Slice> Slices(float width) => Enumerable.Repeat(
        new Slice(height, (sheet, x, y) => sheet.Dots(x, x + width, y + height - 4)), count);
}

/// <summary>Something of a fixed size that is drawn freely, such as a sketch.</summary>
/// <param name="height">In points.</param>
/// <param name="draw">Draws it: left edge, upper edge, width.</param>
public sealed class Drawing(float height, Action<Sheet, float, float, float> draw) : Block
{
    internal override IEnumerable<Slice> Slices(float width) => [new(height, (sheet, x, y) => draw(sheet, x, y, width))];
}
