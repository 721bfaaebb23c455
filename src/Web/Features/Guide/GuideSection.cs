using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Guide;

/// <summary>How lines of the guide stand.</summary>
public enum GuideForm
{
    /// <summary>Each a paragraph.</summary>
    Paragraphs,

    /// <summary>In their order, numbered.</summary>
    Steps,

    /// <summary>In no order.</summary>
    Points,
}

/// <summary>Some lines of the guide.</summary>
/// <param name="Form">How they stand.</param>
/// <param name="Lines">What they say.</param>
public sealed record GuideBlock(GuideForm Form, params IReadOnlyList<Phrase> Lines);

/// <summary>A picture of the screen, made by the browser tests.</summary>
/// <param name="Name">Its file is <c>images/guide/{Name}.webp</c>.</param>
/// <param name="IsPhone">Of a phone, else of a desk.</param>
/// <param name="Shows">What it shows, for who does not see it too.</param>
public sealed record GuidePicture(string Name, bool IsPhone, Phrase Shows)
{
    /// <summary>Width in pixels.</summary>
    public int Width => IsPhone ? 480 : 1100;

    /// <summary>Height in pixels.</summary>
    public int Height => IsPhone ? 760 : 700;
}

/// <summary>A section of the guide.</summary>
/// <param name="Slug">For links into the page; never changed.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it says.</param>
public sealed record GuideSection(string Slug, Phrase Title, params IReadOnlyList<GuideBlock> Blocks)
{
    /// <summary>How it looks on the screen; null for none.</summary>
    public GuidePicture? Picture { get; init; }

    /// <summary>Whether all words occur in it, in either language; compared as <see cref="ThaiText.Fold"/> compares.</summary>
    public bool Has(string words)
    {
        var all = ThaiText.Fold(string.Join('\n', Blocks.SelectMany(block => block.Lines).Prepend(Title).Select(line => $"{line.Thai}\n{line.English}")));
        return ThaiText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => all.Contains(word, StringComparison.Ordinal));
    }
}
