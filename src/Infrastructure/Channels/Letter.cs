namespace Songthang.Infrastructure.Channels;

/// <summary>A message ready to leave by any channel.</summary>
public sealed record Letter
{
    /// <summary>
    /// The same whenever the same message is sent, and never the same for another one: by it a mail program recognises a
    /// message that was sent twice.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>What the letters about one request have in common, so that mail programs show them together.</summary>
    public required string Thread { get; init; }

    /// <summary>Address of the recipient.</summary>
    public required string To { get; init; }

    /// <summary><c>th</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>Which request it is about.</summary>
    public required string About { get; init; }

    /// <summary>The message, paragraph by paragraph.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Where to read on.</summary>
    public required Uri Link { get; init; }

    /// <summary>What the link leads to.</summary>
    public required string LinkWords { get; init; }

    /// <summary>Who writes, line by line.</summary>
    public required IReadOnlyList<string> Signature { get; init; }

    /// <summary>When it is sent, UTC.</summary>
    public required DateTime At { get; init; }
}
