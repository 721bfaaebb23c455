using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A request that could go on a work order.</summary>
/// <param name="Reference">As people know it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="WorkOrder">The open order that it is on; empty for none.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="IsUrgent">People may come to harm.</param>
/// <param name="Place">Where it is.</param>
/// <param name="DueAt">When it falls due, UTC.</param>
public sealed record WorkCandidate(
    string Reference, ServiceRequestStatus Status, string WorkOrder, string FaultCode, bool IsUrgent, Place Place, DateTime? DueAt)
{
    /// <summary>Whether it can go on an order now.</summary>
    public bool Fits => WorkOrder.Length == 0 && Status is (ServiceRequestStatus.Accepted or ServiceRequestStatus.InProgress);

    /// <summary>Metres to the nearest of the chosen ones; null when nobody knows.</summary>
    public double? Metres { get; init; }
}

/// <summary>Finds what to take along.</summary>
/// <param name="db">The database.</param>
public sealed class WorkCandidates(AppDb db)
{
    /// <summary>What is farther away is no neighbour.</summary>
    public const double Nearby = 3_000;

    const int MostSuggested = 12, MostLookedAt = 500;
    const double NearbyDegrees = 0.03;

    /// <summary>The requests with these references, in that order; unknown ones are missing.</summary>
    public async Task<IReadOnlyList<WorkCandidate>> FindAsync(IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        var found = await Select(db.ServiceRequests.AsNoTracking().Where(request => references.Contains(request.Reference)))
            .ToDictionaryAsync(candidate => candidate.Reference, cancellationToken);
        return [.. references.Distinct(StringComparer.Ordinal).Select(reference => found.GetValueOrDefault(reference)).OfType<WorkCandidate>()];
    }

    /// <summary>Accepted requests on no order that lie near the chosen ones or on the same road, nearest first.</summary>
    public async Task<IReadOnlyList<WorkCandidate>> NearAsync(IReadOnlyList<WorkCandidate> chosen, CancellationToken cancellationToken)
    {
        var roads = chosen.Select(one => one.Place.Road).Where(road => road.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var points = chosen.Select(PositionOf).OfType<Position>().ToList();
        if (roads.Count == 0 && points.Count == 0)
            return [];
        var (south, north) = points.Count == 0 ? (0, 0) : (points.Min(p => p.Latitude) - NearbyDegrees, points.Max(p => p.Latitude) + NearbyDegrees);
        var (west, east) = points.Count == 0 ? (0, 0) : (points.Min(p => p.Longitude) - NearbyDegrees, points.Max(p => p.Longitude) + NearbyDegrees);
        var known = chosen.Select(one => one.Reference).ToList();
        var around = await Select(db.ServiceRequests.AsNoTracking()
                .Where(r => r.Status == ServiceRequestStatus.Accepted && r.WorkOrder == "" && !known.Contains(r.Reference))
                .Where(r => roads.Contains(r.Place.Road)
                    || r.Place.Latitude >= south && r.Place.Latitude <= north && r.Place.Longitude >= west && r.Place.Longitude <= east)
                .OrderByDescending(r => r.SubmittedAt).ThenByDescending(r => r.Id).Take(MostLookedAt))
            .ToListAsync(cancellationToken);
        return [.. around.Select(one => one with { Metres = PositionOf(one) is { } at && points.Count > 0 ? points.Min(at.MetresTo) : null })
            .Where(one => one.Metres <= Nearby || roads.Contains(one.Place.Road))
            .OrderBy(one => one.Metres ?? double.MaxValue).ThenBy(one => one.Reference, StringComparer.Ordinal).Take(MostSuggested)];
    }

    static Position? PositionOf(WorkCandidate one) =>
        Position.TryCreate(one.Place.Latitude, one.Place.Longitude, out var position) ? position : null;

    static IQueryable<WorkCandidate> Select(IQueryable<ServiceRequest> requests) => requests.Select(r => new WorkCandidate(
        r.Reference, r.Status, r.WorkOrder, r.FaultCode, r.IsUrgent, r.Place, r.DueAt));
}
