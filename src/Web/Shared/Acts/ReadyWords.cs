using Songthang.Domain.Thai;

namespace Songthang.Web.Shared.Acts;

/// <summary>
/// Sentences to tick instead of typing. They work without scripts: what is ticked comes before the officer's own words.
/// </summary>
public static class ReadyWords
{
    /// <summary>The message: ticked sentences in the reader's language, then the own words.</summary>
    public static string Join(IReadOnlyList<Phrase> offered, IEnumerable<int> ticked, string? own, string language) =>
        ThaiText.Clean(string.Join('\n', ticked.Distinct().Order().Where(number => number >= 0 && number < offered.Count)
            .Select(number => offered[number].In(language)).Append(own)));
}
