using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>An open request that may be about the same fault.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Reference">As people know it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="Place">Where, whole: not for the public.</param>
/// <param name="SubmittedAt">When received, UTC.</param>
/// <param name="IsChecked">Whether an officer has checked the details.</param>
/// <param name="PhotoKey">Its first photo, null when there is none.</param>
public sealed record NearbyRequest(
    long Id, string Reference, ServiceRequestStatus Status, string FaultCode, Place Place, DateTime SubmittedAt, bool IsChecked, string? PhotoKey);

/// <summary>A request with the reason why it may be the same.</summary>
/// <param name="Request">The other request.</param>
/// <param name="Match">Why it is suggested.</param>
public sealed record SameFaultCandidate(NearbyRequest Request, SameFaultMatch Match);

/// <summary>
/// Finds open requests that may be about the same fault: by a rectangle on an index, by the pole number, by the
/// subdistrict; what is exactly the same is decided by <see cref="SameFault"/>.
/// </summary>
/// <param name="db">The database.</param>
public sealed class NearbyRequests(AppDb db)
{
    /// <summary>Most requests that one search looks at in each of the three ways: a bound, whatever is reported.</summary>
    const int MostRead = 200;

    /// <summary>Most requests that a person can choose from.</summary>
    public const int MostShown = 20;

    /// <summary>What an officer may merge the request with, newest first.</summary>
    /// <param name="reference">The request itself, which is left out.</param>
    /// <param name="faultCode">What is wrong there.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<SameFaultCandidate>> SuggestAsync(
        string reference, string faultCode, Place place, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(Candidates(place, [place.PoleNumber], SameFault.NearMetres, withRoad: true), cancellationToken);
        return
        [
            .. found.Where(other => other.Reference != reference)
                .Select(other => (Other: other, Match: SameFault.Of(faultCode, place, other.FaultCode, other.Place)))
                .Where(pair => pair.Match is not null)
                .OrderByDescending(pair => pair.Other.SubmittedAt).ThenByDescending(pair => pair.Other.Id).Take(MostShown)
                .Select(pair => new SameFaultCandidate(pair.Other, pair.Match!)),
        ];
    }

    /// <summary>Open requests around a place, and those on a pole by each of its names, in no order.</summary>
    internal Task<List<NearbyRequest>> ReadAsync(Place place, IReadOnlyList<string> poleNames, double metres, CancellationToken cancellationToken) =>
        ReadAsync(Candidates(place, poleNames, metres, withRoad: false), cancellationToken);

    async Task<List<NearbyRequest>> ReadAsync(List<IQueryable<long>> ways, CancellationToken cancellationToken)
    {
        if (ways is not [var first, .. var rest])
            return [];
        var ids = rest.Aggregate(first, (all, some) => all.Union(some));
        return await db.ServiceRequests.AsNoTracking().Where(request => ids.Contains(request.Id))
            .Select(request => new NearbyRequest(
                request.Id, request.Reference, request.Status, request.FaultCode, request.Place, request.SubmittedAt, request.CheckedAt != null,
                request.Photos.OrderBy(photo => photo.At).ThenBy(photo => photo.Key).Select(photo => photo.Key).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    List<IQueryable<long>> Candidates(Place place, IReadOnlyList<string> poleNames, double metres, bool withRoad)
    {
        var ways = new List<IQueryable<long>>();
        if (Position.TryCreate(place.Latitude, place.Longitude, out var position))
            ways.Add(Around(position, metres));
        ways.AddRange(poleNames.Select(PoleNumber.LooseKey).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).Select(OnPole));
        if (withRoad && place is { TambonCode: { Length: > 0 } tambon, RoadKey.Length: > 0 })
            ways.Add(In(tambon));
        return ways;
    }

    // Each is ordered by what its index is sorted by: by the key, a database might rather walk through the whole table.

    /// <summary>Keys of open requests in the rectangle around a position.</summary>
    public IQueryable<long> Around(Position centre, double metres)
    {
        var (west, south, east, north) = BoundingBox.Around(centre, metres);
        return db.ServiceRequests.AsNoTracking()
            .Where(request => EF.Property<double?>(request, SameFaultColumns.Latitude) >= south && EF.Property<double?>(request, SameFaultColumns.Latitude) <= north
                && EF.Property<double?>(request, SameFaultColumns.Longitude) >= west && EF.Property<double?>(request, SameFaultColumns.Longitude) <= east)
            .OrderBy(request => EF.Property<double?>(request, SameFaultColumns.Latitude)).Take(MostRead).Select(request => request.Id);
    }

    /// <summary>Keys of open requests with this <see cref="Place.PoleKey"/>.</summary>
    public IQueryable<long> OnPole(string poleKey) => db.ServiceRequests.AsNoTracking()
        .Where(request => EF.Property<string?>(request, SameFaultColumns.Pole) == poleKey)
        .OrderBy(request => EF.Property<string?>(request, SameFaultColumns.Pole)).Take(MostRead).Select(request => request.Id);

    /// <summary>Keys of open requests in this subdistrict.</summary>
    public IQueryable<long> In(string tambonCode) => db.ServiceRequests.AsNoTracking()
        .Where(request => EF.Property<string?>(request, SameFaultColumns.Tambon) == tambonCode)
        .OrderBy(request => EF.Property<string?>(request, SameFaultColumns.Tambon)).Take(MostRead).Select(request => request.Id);
}
