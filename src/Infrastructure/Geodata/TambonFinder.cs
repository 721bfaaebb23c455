using Songthang.Domain.Geography;

namespace Songthang.Infrastructure.Geodata;

/// <summary>In which tambon a position lies, as far as that is known: always a suggestion that a person can correct.</summary>
/// <param name="Tambon">The tambon, by its border; null without borders and outside of all.</param>
/// <param name="Nearest">The tambon to choose from when <paramref name="Tambon"/> is not known, nearest first; empty far outside.</param>
/// <param name="IsOutside">It lies outside the province: reason to ask, never to refuse.</param>
public sealed record TambonGuess(Tambon? Tambon, IReadOnlyList<Tambon> Nearest, bool IsOutside);

/// <summary>Finds the tambon of a position by the borders that hold now; without borders, the nearest ones by their centres.</summary>
/// <param name="boundaries">The borders.</param>
/// <param name="province">The province.</param>
public sealed class TambonFinder(CurrentBoundaries boundaries, Province province)
{
    // From the centres alone, the right one is among so many nearest for 98 % of the positions.
    const int Offered = 3;

    /// <summary>Code of the one tambon to write down for a position: by the borders, before they are loaded by the nearest centre; empty outside of all.</summary>
    public string CodeAt(Position position) => boundaries.Map.IsEmpty
        ? province.TambonCodeOf(position)
        : boundaries.Map.TambonAt(position) ?? "";

    /// <summary>What is known of a position that may be missing; null then.</summary>
    public TambonGuess? At(double? latitude, double? longitude) => Position.TryCreate(latitude, longitude, out var position) ? At(position) : null;

    /// <summary>What is known of a position.</summary>
    public TambonGuess At(Position position)
    {
        var map = boundaries.Map;
        if (province.Find(map.TambonAt(position)) is { } tambon)
            return new(tambon, [], IsOutside: false);
        var isNear = province.Contains(position);
        return new(null, isNear ? province.Nearest(position, Offered) : [], IsOutside: !isNear || !map.IsEmpty);
    }
}
