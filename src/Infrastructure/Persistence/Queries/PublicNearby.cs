using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A request that somebody who is about to report the same place is shown.</summary>
/// <param name="Request">What everyone may know of it.</param>
/// <param name="Metres">How far away it is, to the next five metres; null when that is nobody's to know.</param>
/// <param name="IsSamePole">It is about the pole whose number or code was typed.</param>
/// <param name="IsOtherFault">It says that something else is wrong there.</param>
public sealed record PublicNearbyRequest(PublicServiceRequest Request, int? Metres, bool IsSamePole, bool IsOtherFault);

/// <summary>
/// Finds what was reported already, for everyone. The exact position is not for the public, and of a request that nobody
/// has checked not even the coarse one: by asking from many places one could find it out. So everything is measured from
/// where the public may know it to be, and that of an unchecked request is made so coarse that it names a stretch of road.
/// </summary>
/// <param name="nearby">Knows all of them.</param>
/// <param name="requests">Knows what everyone may see of them.</param>
/// <param name="poles">Knows by which other name a pole may have been reported.</param>
public sealed class PublicNearby(NearbyRequests nearby, PublicServiceRequests requests, Poles poles)
{
    /// <summary>Most that are shown.</summary>
    public const int Most = 5;

    // Of an unchecked position only this grid is known: in latitude and longitude about 55 m, so at most 39 m off.
    const double Grid = 0.0005, OffGrid = 39, OffCoarse = 8;

    /// <summary>
    /// Open requests of the same kind of fault near a place, and those on the same pole whatever is wrong with it: that a
    /// lamp flickers and that its pole leans may be told by two people of one accident. Same pole first, then the nearest.
    /// </summary>
    /// <param name="faultCode">What is wrong; empty while not said, then any kind is near enough.</param>
    /// <param name="place">Where.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<IReadOnlyList<PublicNearbyRequest>> FindAsync(string faultCode, Place place, CancellationToken cancellationToken)
    {
        // Wide enough for whatever may be known to be near: else one could find out where the edge cuts.
        var names = await NamesAsync(place, cancellationToken);
        var found = await nearby.ReadAsync(place, names, SameFault.NearMetres + 2 * OffGrid, cancellationToken);
        var near = found.Select(other => (Other: other, Match: Match(place, names, other), IsAkin: SameFault.IsAkin(faultCode, other.FaultCode)))
            .Where(pair => pair.Match is not null && (pair.IsAkin || pair.Match.Reason == SameFaultReason.Pole))
            .OrderBy(pair => (pair.Match!.Reason == SameFaultReason.Pole ? 0 : 2) + (pair.IsAkin ? 0 : 1))
            .ThenBy(pair => pair.Match!.Metres ?? double.MaxValue).ThenByDescending(pair => pair.Other.Id).Take(Most).ToList();
        if (near.Count == 0)
            return [];
        var shown = (await requests.OfAsync([.. near.Select(pair => pair.Other.Id)], cancellationToken)).ToDictionary(request => request.Reference);
        return [.. near.Where(pair => shown.ContainsKey(pair.Other.Reference)).Select(pair => new PublicNearbyRequest(
            shown[pair.Other.Reference], Rounded(pair.Match!.Metres), pair.Match.Reason == SameFaultReason.Pole, !pair.IsAkin))];
    }

    /// <summary>What was typed of the pole, and its other names in the register: one writes the painted number, another the code on the label.</summary>
    async Task<IReadOnlyList<string>> NamesAsync(Place place, CancellationToken cancellationToken)
    {
        if (place.PoleKey.Length == 0)
            return [];
        // Of several poles of one number nobody knows which one is meant.
        return await poles.ByLabelAsync(place.PoleNumber, cancellationToken) is [var pole]
            ? [place.PoleNumber, pole.Number, pole.Code.ToString()]
            : [place.PoleNumber];
    }

    static SameFaultMatch? Match(Place place, IReadOnlyList<string> names, NearbyRequest other)
    {
        // The pole number is tried first: whoever typed it knows it.
        var withoutPosition = other.Place with { Latitude = null, Longitude = null };
        foreach (var name in names)
        {
            if (SameFault.Of("", place with { PoleNumber = name, Latitude = null, Longitude = null }, "", withoutPosition) is { Reason: SameFaultReason.Pole } pole)
                return pole;
        }

        var metres = SameFault.Distance(place, AsKnown(other));
        if (metres is null || metres > SameFault.NearMetres + (other.IsChecked ? OffCoarse : OffGrid))
            return null;
        return new(SameFaultReason.Near, other.IsChecked ? metres : null);
    }

    /// <summary>The place with the position that the public may know.</summary>
    static Place AsKnown(NearbyRequest other) => other.Place with
    {
        Latitude = Coarse(other.Place.Latitude, other.IsChecked),
        Longitude = Coarse(other.Place.Longitude, other.IsChecked),
    };

    static double? Coarse(double? degrees, bool isChecked) => degrees is not { } exact ? null
        : isChecked ? Math.Round(exact, PublicServiceRequest.PositionDecimals) : Math.Round(exact / Grid) * Grid;

    static int? Rounded(double? metres) => metres is { } far ? (int)Math.Ceiling(far / 5) * 5 : null;
}
