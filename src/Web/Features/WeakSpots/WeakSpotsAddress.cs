using System.Globalization;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WeakSpots;

/// <summary>The three lists.</summary>
public enum WeakSpotKind
{
    /// <summary>Poles that are broken again and again.</summary>
    Poles,

    /// <summary>Roads by their faults.</summary>
    Roads,

    /// <summary>Lamps at the end of their life.</summary>
    Lamps,
}

/// <summary>What the lists sort by.</summary>
public enum WeakSpotSort
{
    /// <summary>How urgent: most faults, most faults per kilometre, ending soonest.</summary>
    Worst,

    /// <summary>The number of faults.</summary>
    Faults,

    /// <summary>The last fault.</summary>
    Last,

    /// <summary>The name of the road, the number of the pole or its code.</summary>
    Name,
}

/// <summary>The whole state of a list is its address; what cannot be read is as if it were not there.</summary>
/// <param name="Kind">Which list.</param>
/// <param name="Sort">What it is sorted by.</param>
/// <param name="Turned">Sorted the other way round than usual.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record WeakSpotsAddress(WeakSpotKind Kind = WeakSpotKind.Poles, WeakSpotSort Sort = WeakSpotSort.Worst, bool Turned = false, int Page = 1)
{
    public const int Size = 25;

    public static WeakSpotsAddress Read(IQueryCollection query) => new(
        WordOf(query["list"], WeakSpotKind.Poles), WordOf(query["sort"], WeakSpotSort.Worst), query["dir"] == "turned",
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);

    public WeakSpotsAddress Of(WeakSpotKind kind) => new(kind);

    /// <summary>The same list sorted by a column; a second time the other way round.</summary>
    public WeakSpotsAddress SortedBy(WeakSpotSort sort) => this with { Sort = sort, Turned = sort == Sort && !Turned, Page = 1 };

    /// <summary>The whole list as a file.</summary>
    public string Export => $"{Links.WeakSpots}/export.csv{Query(this with { Page = 1 })}";

    public override string ToString() => Links.WeakSpots + Query(this);

    static string Query(WeakSpotsAddress address)
    {
        var parts = new List<string>();
        if (address.Kind != WeakSpotKind.Poles) parts.Add($"list={Word(address.Kind)}");
        if (address.Sort != WeakSpotSort.Worst) parts.Add($"sort={Word(address.Sort)}");
        if (address.Turned) parts.Add("dir=turned");
        if (address.Page > 1) parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={address.Page}"));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    static T WordOf<T>(string? text, T otherwise) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(known => Word(known!.Value) == text) ?? otherwise;
}
