using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Search;

/// <summary>Finds poles by parts of words, as <see cref="ServiceRequestSearch"/> finds requests.</summary>
public static class PoleSearch
{
    /// <summary>The property of a pole that holds its folded text.</summary>
    public const string SearchText = nameof(SearchText);

    /// <summary>How many of the newest poles are looked through when all words are too short for the index.</summary>
    public const int Window = 5000;

    /// <summary>
    /// Only the poles in which all words occur, each as typed or, for numbers, without the signs in it. Nothing typed, or
    /// nothing visible, leaves them as they are; a label's code names its pole.
    /// </summary>
    /// <param name="poles">What is searched, filtered or not.</param>
    /// <param name="db">The database of <paramref name="poles"/>.</param>
    /// <param name="words">As typed; <c>%</c>, <c>_</c>, quotes and operators stand for themselves.</param>
    public static IQueryable<Pole> Matching(this IQueryable<Pole> poles, DbContext db, string? words)
    {
        if (PoleCode.TryParse(words, out var code))
            return poles.Where(pole => pole.CodeNumber == code.Number);
        if (words?.Length > SearchWords.MaxLength)
            words = words[..SearchWords.MaxLength];
        var all = ThaiText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal).Take(SearchWords.MaxWords).Select(Spellings).ToList();
        var indexed = all.Where(word => word.All(SearchWords.IsLong)).ToList();
        if (indexed.Count > 0)
        {
            poles = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)
                ? SqliteTrigrams.Matching(poles, db, indexed)
                : indexed.Aggregate(poles, Holding);
        }
        else if (all.Count > 0)
        {
            var newest = db.Set<Pole>().OrderByDescending(pole => pole.Id).Take(Window).Select(pole => pole.Id);
            poles = poles.Where(pole => newest.Contains(pole.Id));
        }

        return all.Except(indexed).Aggregate(poles, Holding);
    }

    static IReadOnlyList<string> Spellings(string word) =>
        PoleNumber.Key(word) is { Length: > 0 } key && key.Any(char.IsAsciiDigit) && key != word ? [word, key] : [word];

    static IQueryable<Pole> Holding(IQueryable<Pole> poles, IReadOnlyList<string> spellings)
    {
        var (one, other) = (spellings[0], spellings[^1]);
        return poles.Where(pole => EF.Property<string>(pole, SearchText).Contains(one) || EF.Property<string>(pole, SearchText).Contains(other));
    }
}
