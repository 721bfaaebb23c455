using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>Whose a lamp probably is, with the evidence: a pole of the register, or the road nearest to it.</summary>
/// <param name="Other">The other authority; null when it is ours.</param>
/// <param name="Pole">The pole that says so; null when a road does.</param>
/// <param name="Road">The road that says so; null when a pole does.</param>
public sealed record LampOwner(Authority? Other, PoleInShort? Pole, NearRoad? Road);

/// <summary>Finds out whose a lamp probably is. A suggestion: who checks a request decides.</summary>
/// <param name="roads">The roads.</param>
/// <param name="poles">The register of poles.</param>
/// <param name="settings">The other authorities.</param>
public sealed class WhoseLamp(CurrentRoads roads, Poles poles, CurrentSettings settings)
{
    /// <summary>Whose the lamp at a place probably is; null when nothing says so.</summary>
    public async Task<LampOwner?> FindAsync(Place place, CancellationToken cancellationToken) =>
        Find(place, await poles.ByLabelAsync(place.PoleNumber, cancellationToken));

    /// <summary>The same for whoever has looked up the poles of the place's number already.</summary>
    public LampOwner? Find(Place place, IReadOnlyList<PoleInShort> ofNumber)
    {
        Position? at = Position.TryCreate(place.Latitude, place.Longitude, out var position) ? position : null;
        if (Meant(ofNumber, at) is { } pole)
            return Of(pole.OwnerCode, pole, null);
        return at is { } known && roads.Map.Nearest(known, CurrentRoads.LampMetres) is { } road ? Of(road.Road.OwnerCode, null, road) : null;
    }

    /// <summary>Of several poles with one number the one near the place; else only what all of them agree on.</summary>
    static PoleInShort? Meant(IReadOnlyList<PoleInShort> found, Position? at)
    {
        if (at is { } position)
            found = [.. found.Where(pole => pole.Position.MetresTo(position) <= RoadMap.MostMetres).OrderBy(pole => pole.Position.MetresTo(position)).Take(1)];
        return found.Count > 0 && found.All(pole => pole.OwnerCode == found[0].OwnerCode) ? found[0] : null;
    }

    LampOwner? Of(string ownerCode, PoleInShort? pole, NearRoad? road)
    {
        if (ownerCode.Length == 0)
            return new(null, pole, road);
        // An authority that was never in the settings says nothing to anybody.
        return settings.Get(Topics.Authorities).Find(ownerCode) is { } other ? new(other, pole, road) : null;
    }
}
