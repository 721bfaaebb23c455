using Songthang.Domain.Thai;

namespace Songthang.Web.Features.PublicMap;

/// <summary>A name as somebody typed it, made comparable.</summary>
/// <param name="Key">Without spaces, signs and the words for tambon, amphoe and road; empty when nothing is left.</param>
/// <param name="IsTambon">It was said to be a tambon.</param>
/// <param name="IsAmphoe">It was said to be an amphoe.</param>
readonly record struct PlaceWord(string Key, bool IsTambon, bool IsAmphoe)
{
    static readonly string[] TambonWords = ["ตำบล", "ต.", "tambon "], AmphoeWords = ["อำเภอ", "อ.", "amphoe "], RoadWords = ["ถนน", "ถ.", "road"];

    // The province goes without saying, and so does what stands behind it.
    static readonly string[] ProvinceWords = ["จังหวัด", "จ."];

    /// <summary>Whether it was said to be an area.</summary>
    public bool IsArea => IsTambon || IsAmphoe;

    /// <summary>What was typed. A tambon with its amphoe behind it is a tambon.</summary>
    public static PlaceWord Of(string typed)
    {
        var folded = ThaiText.Fold(typed);
        foreach (var word in ProvinceWords)
        {
            var at = folded.IndexOf(word, StringComparison.Ordinal);
            if (at > 0 && folded[at - 1] == ' ')
                folded = folded[..at];
        }

        var isTambon = Begins(folded, TambonWords);
        return new(KeyOf(folded), isTambon, !isTambon && Begins(folded, AmphoeWords));
    }

    /// <summary>A name made comparable.</summary>
    public static string KeyOf(string name)
    {
        var key = ThaiText.Fold(name);
        foreach (var word in TambonWords.Concat(AmphoeWords).Concat(RoadWords))
            key = key.Replace(word, "", StringComparison.Ordinal);
        return string.Concat(key.Where(sign => !char.IsPunctuation(sign) && !char.IsWhiteSpace(sign)));
    }

    /// <summary>How well one of these <see cref="KeyOf"/> fits: 0 for the whole, 1 for the beginning, 2 for a part; null when none does.</summary>
    public int? Fit(params ReadOnlySpan<string> keys)
    {
        int? best = null;
        foreach (var key in keys)
        {
            var at = key.IndexOf(Key, StringComparison.Ordinal);
            if (at >= 0)
                best = Math.Min(best ?? 2, at > 0 ? 2 : key.Length == Key.Length ? 0 : 1);
        }

        return best;
    }

    static bool Begins(string folded, string[] words) => Array.Exists(words, word => folded.StartsWith(word, StringComparison.Ordinal));
}
