using System.Globalization;
using System.Text.RegularExpressions;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Search;

/// <summary>
/// What was typed into a search field, made comparable with the folded texts: all of <see cref="All"/> must occur,
/// each in one of its spellings. A reference, however typed, is looked up as such.
/// </summary>
/// <param name="ExactReference">The reference that was typed, in its canonical form; null when it was none.</param>
/// <param name="All">The words; each is the list of its spellings, the typed one first.</param>
public sealed partial record SearchWords(string? ExactReference, IReadOnlyList<IReadOnlyList<string>> All)
{
    /// <summary>Characters of a text that are looked at.</summary>
    public const int MaxLength = 200;

    /// <summary>Words of a text that are looked at.</summary>
    public const int MaxWords = 8;

    /// <summary>Words shorter than this (in code points) have no trigram, so no index finds them.</summary>
    public const int IndexedLength = 3;

    /// <summary>Street lights as people call them; each finds all the others.</summary>
    static readonly string[] StreetLights = ["ไฟส่องสว่าง", "ไฟส่องทาง", "ไฟถนน", "ไฟทาง", "ไฟกิ่ง"];

    /// <summary>Whether nothing was typed that could be searched for.</summary>
    public bool IsEmpty => ExactReference is null && All.Count == 0;

    /// <summary>Whether the index of words answers all of it.</summary>
    public bool IsIndexed => All.Count > 0 && All.All(word => IsLong(word[0]));

    /// <summary>Reads what was typed; every text is allowed, nothing in it has a special meaning.</summary>
    public static SearchWords Read(string? typed)
    {
        if (typed?.Length > MaxLength)
            typed = typed[..MaxLength];
        // A telephone number comes first: one in ten has a valid check digit by chance, no reference begins with 0.
        if (PhoneNumber.TryParse(typed, out var phone))
            return new(null, [[phone.Digits]]);
        if (ReadReference(typed) is { } reference)
            return new(reference, []);
        return new(null, [.. ThaiText.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal).Take(MaxWords).Select(Spellings)]);
    }

    /// <summary>Whether a word is long enough for the index.</summary>
    public static bool IsLong(string word) => word.EnumerateRunes().Take(IndexedLength).Count() == IndexedLength;

    static string? ReadReference(string? typed)
    {
        if (Reference.TryParse(typed, out var reference))
            return reference.ToString();
        var paper = PaperNumber().Match(ThaiDigits.ToArabic(ThaiText.Clean(typed)));
        if (!paper.Success)
            return null;
        var number = int.Parse(paper.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return number is 0 or > Reference.GreatestNumber
            ? null
            : Reference.Create(int.Parse(paper.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), number).ToString();
    }

    static IReadOnlyList<string> Spellings(string word)
    {
        var spellings = new List<string> { word };
        if (Reference.TryParse(word, out var reference))
            spellings.Add(reference.ToString());
        if (StreetLights.FirstOrDefault(name => word.Contains(name, StringComparison.Ordinal)) is { } used)
            spellings.AddRange(StreetLights.Select(name => word.Replace(used, name, StringComparison.Ordinal)));
        return [.. spellings.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The number on the paper form, <c>123/2569</c>.</summary>
    [GeneratedRegex("^ *(?<number>[0-9]{1,7}) */ *(?<year>25[0-9]{2}) *$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex PaperNumber();
}
