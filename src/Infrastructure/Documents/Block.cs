namespace Songthang.Infrastructure.Documents;

/// <summary>Something that takes a part of the page's height: a paragraph, a table, a picture.</summary>
public abstract class Block
{
    /// <summary>Cut into slices that stand below each other; between two of them the page may end.</summary>
    /// <param name="width">Room in points.</param>
    internal abstract IEnumerable<Slice> Slices(float width);
}

/// <summary>The smallest part that no page end divides, such as a line of text.</summary>
/// <param name="Height">In points.</param>
/// <param name="Draw">Draws it with its upper left corner at a place.</param>
sealed record Slice(float Height, Action<Sheet, float, float> Draw)
{
    /// <summary>Never the last one on a page, as a heading.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Draws what closes a frame above when the slice is the first on its page.</summary>
    public Action<Sheet, float, float>? Opens { get; init; }

    /// <summary>Draws what closes a frame below, at the slice's lower left corner, when it is the last on its page.</summary>
    public Action<Sheet, float, float>? Closes { get; init; }
}
