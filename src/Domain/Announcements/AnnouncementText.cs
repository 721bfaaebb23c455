namespace Songthang.Domain.Announcements;

/// <summary>A piece of a paragraph.</summary>
/// <param name="Words">As it is read.</param>
/// <param name="IsLink">Whether <paramref name="Words"/> is an address on the web to be followed.</param>
public readonly record struct TextPiece(string Words, bool IsLink);

/// <summary>
/// The text of an announcement as paragraphs with links: nothing else can be written, so nothing else can be smuggled in.
/// The pieces put together are the text, so that no sign gets lost.
/// </summary>
public static class AnnouncementText
{
    static readonly string[] Schemes = ["https://", "http://"];

    /// <summary>The paragraphs, which blank lines part; a line break inside one stays.</summary>
    public static IReadOnlyList<IReadOnlyList<TextPiece>> Paragraphs(string text) =>
        [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Pieces)];

    static List<TextPiece> Pieces(string paragraph)
    {
        var pieces = new List<TextPiece>();
        var done = 0;
        for (var at = NextAddress(paragraph, 0); at >= 0; at = NextAddress(paragraph, done))
        {
            var end = EndOfAddress(paragraph, at);
            var isLink = Uri.TryCreate(paragraph[at..end], UriKind.Absolute, out var address) && address.Host.Length > 0;
            if (at > done)
                pieces.Add(new(paragraph[done..at], IsLink: false));
            pieces.Add(new(paragraph[at..end], isLink));
            done = end;
        }

        if (done < paragraph.Length)
            pieces.Add(new(paragraph[done..], IsLink: false));
        return pieces;
    }

    static int NextAddress(string text, int from)
    {
        var found = Schemes.Select(scheme => text.IndexOf(scheme, from, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).ToList();
        return found.Count == 0 ? -1 : found.Min();
    }

    /// <summary>An address ends before a space or a letter that no address holds, and never with the sign that ends a sentence.</summary>
    static int EndOfAddress(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is > ' ' and < '\u007f' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}'))
            end++;
        while (end > start && text[end - 1] is ('.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'' or ']'))
            end--;
        return Math.Max(end, start + 1);
    }
}
