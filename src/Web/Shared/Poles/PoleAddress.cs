using System.Globalization;
using System.Text;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Shared.Poles;

/// <summary>The whole state of the list is its address; what cannot be read is as if it were not there.</summary>
/// <param name="Filter">What is shown.</param>
/// <param name="Sort">The sorted column.</param>
/// <param name="Descending">Greatest first.</param>
/// <param name="Place">Where the page begins or ends; null at the beginning.</param>
public sealed record PoleAddress(PoleFilter Filter, PoleSort Sort = PoleSort.Number, bool Descending = false, PolePlace? Place = null)
{
    public const int Size = 25;

    /// <summary>How an address names our own poles.</summary>
    public const string OurOwn = "ours";

    const int MostTyped = 200;

    public static PoleAddress Read(IQueryCollection query) => new(
        new PoleFilter(
            Words(query["q"]), Words(query["road"]), Words(query["cabinet"]), Words(query["circuit"]),
            Words(query["owner"]) switch { "" => null, OurOwn => "", var code => code },
            Words(query["tambon"]) is { Length: 6 } tambon && tambon.All(char.IsAsciiDigit) ? tambon : "",
            WordOf(query["use"], PoleUse.InUse)),
        WordOf(query["sort"], PoleSort.Number),
        query["dir"] == "down",
        PlaceOf(query["after"], before: false) ?? PlaceOf(query["before"], before: true));

    public bool IsNarrow => Filter != new PoleFilter(Use: Filter.Use);

    /// <summary>The same list sorted by a column; a second time the other way round.</summary>
    public PoleAddress SortedBy(PoleSort sort) => this with { Sort = sort, Descending = sort == Sort && !Descending, Place = null };

    public PoleAddress Of(PoleUse use) => this with { Filter = Filter with { Use = use }, Place = null };

    /// <summary>The same poles as a file; <paramref name="kind"/> is <c>csv</c> or <c>geojson</c>.</summary>
    public string Export(string kind) => $"{Links.Poles}/export.{kind}{Query(this with { Place = null })}";

    /// <summary>The labels of all poles that the list has, on all its pages.</summary>
    public string Labels => $"{Links.PoleLabels}?all=true{Query(this with { Place = null }).Replace('?', '&')}";

    public override string ToString() => Links.Poles + Query(this);

    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    static string Query(PoleAddress address)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in address.Parts())
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return query.ToString();
    }

    /// <summary>The names and values of the address.</summary>
    public IEnumerable<(string Name, string Value)> Parts()
    {
        if (Filter.Text.Length > 0) yield return ("q", Filter.Text);
        if (Filter.Road.Length > 0) yield return ("road", Filter.Road);
        if (Filter.Cabinet.Length > 0) yield return ("cabinet", Filter.Cabinet);
        if (Filter.Circuit.Length > 0) yield return ("circuit", Filter.Circuit);
        if (Filter.Owner is { } owner) yield return ("owner", owner.Length == 0 ? OurOwn : owner);
        if (Filter.TambonCode.Length > 0) yield return ("tambon", Filter.TambonCode);
        if (Filter.Use != PoleUse.InUse) yield return ("use", Word(Filter.Use));
        if (Sort != PoleSort.Number) yield return ("sort", Word(Sort));
        if (Descending) yield return ("dir", "down");
        if (Place is { } place) yield return (place.Before ? "before" : "after", place.Id.ToString(CultureInfo.InvariantCulture));
    }

    static T WordOf<T>(string? text, T otherwise) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(known => Word(known!.Value) == text) ?? otherwise;

    static string Words(string? text) => ThaiText.Clean(text) is { Length: <= MostTyped } words ? words.ReplaceLineEndings(" ") : "";

    static PolePlace? PlaceOf(string? text, bool before) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(before, id) : null;
}
