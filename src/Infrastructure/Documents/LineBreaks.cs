using System.Text.RegularExpressions;
using Icu;

namespace Songthang.Infrastructure.Documents;

/// <summary>
/// Where a line may end. Thai has no spaces between words: ICU finds them with its dictionary (the same ICU that
/// .NET itself uses). What it knows nothing of stays together here: the name of a place with what kind of place it is, and a
/// number with what it counts.
/// </summary>
static partial class LineBreaks
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
        foreach (var whole in PlaceNames().EnumerateMatches(text))
            allowed.AsSpan(whole.Index + 1, whole.Length - 1).Clear();
        foreach (var place in Counted().EnumerateMatches(text))
            allowed[place.Index] = false;
        return allowed;
    }

    // ต.สามบัณฑิต, อำเภอพระนครศรีอยุธยา; what goes on for longer is a sentence and no name.
    [GeneratedRegex(@"(?:ต\.|อ\.|จ\.|ตำบล|อำเภอ|จังหวัด)[\u0E01-\u0E4E]{1,22}(?![\u0E01-\u0E4E])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlaceNames();

    // The place behind the space in ๑ ฉบับ, 23 พฤศจิกายน, หมู่ ๗, พ.ศ. ๒๕๖๙, เสา 15-58.
    [GeneratedRegex(@"(?<=[0-9๐-๙] )(?=[\u0E01-\u0E2Eเ-ไ])|(?<=(?:ที่|หมู่|ศ\.|จำนวน|เวลา) )(?=[0-9๐-๙])|(?<=(?<![\u0E01-\u0E4E])เสา )(?=[^ ])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counted();
}
