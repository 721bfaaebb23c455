using System.Collections.Frozen;

namespace Songthang.Domain.Geography;

/// <summary>The area that an authority serves: its amphoe and tambon, read once at the start and never changed.</summary>
public sealed class Province
{
    readonly FrozenDictionary<string, Tambon> tambonsByCode;
    readonly FrozenDictionary<string, Tambon[]> tambonsByAmphoe;

    /// <param name="tambons">Every tambon, in any order.</param>
    /// <param name="area">The rectangle around the province: the authority's data, like the tambons.</param>
    /// <exception cref="ArgumentException">A tambon's code occurs twice, or an amphoe's code with different names.</exception>
    public Province(IEnumerable<Tambon> tambons, BoundingBox area)
    {
        Area = area;
        Tambons = [.. tambons.OrderBy(tambon => tambon.Code, StringComparer.Ordinal)];
        Amphoes = [.. Tambons.Select(tambon => tambon.Amphoe).Distinct().OrderBy(amphoe => amphoe.Code, StringComparer.Ordinal)];
        if (Amphoes.DistinctBy(amphoe => amphoe.Code).Count() < Amphoes.Count)
            throw new ArgumentException("An amphoe has one name in Thai and one in English.", nameof(tambons));
        if (Tambons.DistinctBy(tambon => tambon.Code).Count() < Tambons.Count)
            throw new ArgumentException("A tambon's code stands for one tambon.", nameof(tambons));
        tambonsByCode = Tambons.ToFrozenDictionary(tambon => tambon.Code, StringComparer.Ordinal);
        tambonsByAmphoe = Tambons.GroupBy(tambon => tambon.Amphoe.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The rectangle around the province.</summary>
    public BoundingBox Area { get; }

    /// <summary>Every amphoe in the order of the codes, which is the official order: the capital's first.</summary>
    public IReadOnlyList<Amphoe> Amphoes { get; }

    /// <summary>Every tambon in the order of the codes.</summary>
    public IReadOnlyList<Tambon> Tambons { get; }

    /// <summary>The tambon with this six-digit code, or null when there is none.</summary>
    public Tambon? Find(string? tambonCode) => tambonCode is null ? null : tambonsByCode.GetValueOrDefault(tambonCode);

    /// <summary>The tambons of the amphoe with this four-digit code, in order; empty when there is none.</summary>
    public IReadOnlyList<Tambon> TambonsOf(string? amphoeCode) =>
        amphoeCode is null ? [] : tambonsByAmphoe.GetValueOrDefault(amphoeCode) ?? [];

    /// <summary>A point in the middle of an amphoe: the mean of the middles of its tambon.</summary>
    /// <exception cref="InvalidOperationException">It has none, so that it is not of this province.</exception>
    public Position CentreOf(Amphoe amphoe)
    {
        var tambons = TambonsOf(amphoe.Code);
        return Position.Create(tambons.Average(tambon => tambon.Centre.Latitude), tambons.Average(tambon => tambon.Centre.Longitude));
    }

    /// <summary>
    /// The tambons whose centres are nearest, nearest first: a suggestion to choose from, for a centre says
    /// nothing about where the border runs.
    /// </summary>
    public IReadOnlyList<Tambon> Nearest(Position position, int count) =>
        [.. Tambons.OrderBy(tambon => tambon.Centre.MetresTo(position)).Take(count)];

    /// <summary>
    /// Whether the position may lie in the province. Only roughly, by a rectangle: false is reason to ask the
    /// citizen again, never to refuse the report.
    /// </summary>
    public bool Contains(Position position) => Area.Contains(position);
}
