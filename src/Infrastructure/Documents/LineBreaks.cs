using Icu;

namespace Songthang.Infrastructure.Documents;

/// <summary>
/// Where a line may end. Thai has no spaces between words: ICU finds them with its dictionary (the same ICU that
/// .NET itself uses).
/// </summary>
static class LineBreaks
{
    // Making one reads the dictionary; using one is for one thread at a time.
    [ThreadStatic]
    static BreakIterator? iterator;

    static LineBreaks() => Wrapper.Init();

    /// <summary>Whether a line may begin at each index of the text.</summary>
    public static bool[] Of(string text)
    {
        var allowed = new bool[text.Length + 1];
        if (text.Length == 0)
            return allowed;
        iterator ??= BreakIterator.CreateLineInstance(new Locale("th_TH"));
        iterator.SetText(text);
        foreach (var boundary in iterator.Boundaries)
            allowed[boundary] = true;
        return allowed;
    }
}
