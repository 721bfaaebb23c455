namespace Songthang.Domain.Thai;

/// <summary>
/// One sentence or word of the screen in both languages. They stand side by side where they are used, so that
/// neither can be forgotten or drift away from the other.
/// </summary>
/// <param name="Thai">The Thai wording, shown first (th-TH).</param>
/// <param name="English">The English wording.</param>
public readonly record struct Phrase(string Thai, string English)
{
    /// <summary>The wording for a two-letter language code; Thai unless it is <c>en</c>.</summary>
    public string In(string language) => language == "en" ? English : Thai;

    /// <inheritdoc />
    public override string ToString() => Thai;
}
