using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What everyone may know of an open request about a pole.</summary>
/// <param name="Reference">As people know it.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SubmittedAt">When it was received, UTC.</param>
/// <param name="ExpectedAt">When the light may be expected to be right again (manual step 6), UTC; null while the requester is asked.</param>
public sealed record OpenFault(string Reference, string FaultCode, ServiceRequestStatus Status, DateTime SubmittedAt, DateTime? ExpectedAt);

/// <summary>
/// Finds what was reported of a pole and is not settled, for everyone who stands before it. Only who wrote the pole's number
/// or code into the report is found by it: where other reports lie is not everybody's to know before they were checked.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="settings">The service level that the expected day follows from.</param>
public sealed class OpenOnPole(AppDb db, CurrentSettings settings)
{
    /// <summary>Most that are shown.</summary>
    public const int Most = 3;

    // Of one key there are never more in earnest.
    const int MostRead = 20;

    /// <summary>The open requests about a pole, oldest first: the one that was reported first is the one to follow.</summary>
    public async Task<IReadOnlyList<OpenFault>> FindAsync(PublicPole pole, CancellationToken cancellationToken)
    {
        var ids = await IdsAsync(pole, cancellationToken);
        if (ids.Count == 0)
            return [];
        // The timeline comes along, because the clocks are derived from it.
        var requests = await db.ServiceRequests.AsNoTracking().Include(request => request.Timeline.OrderBy(entry => entry.Number)).AsSingleQuery()
            .Where(request => ids.Contains(request.Id)).ToListAsync(cancellationToken);
        return
        [
            .. requests.Where(request => request.Status.IsOpen()).OrderBy(request => request.Id).Take(Most).Select(request => new OpenFault(
                request.Reference, request.FaultCode, request.Status, request.SubmittedAt,
                StepClocks.ExpectedCompletion(request.Moments(), settings.ServiceLevel))),
        ];
    }

    /// <summary>Keys of the open requests about the pole, and of those that go on for others about it.</summary>
    async Task<List<long>> IdsAsync(PublicPole pole, CancellationToken cancellationToken)
    {
        var keys = PolesAtHand.KeysOf(pole.Number, pole.Code);
        var place = new Place(pole.TambonCode, "", "", "", pole.Number, pole.Latitude, pole.Longitude);
        var found = await db.ServiceRequests.AsNoTracking()
            .Where(request => keys.Contains(EF.Property<string?>(request, SameFaultColumns.Pole)!))
            .OrderBy(request => EF.Property<string?>(request, SameFaultColumns.Pole)).Take(MostRead)
            .Select(request => new { request.Id, request.Place }).ToListAsync(cancellationToken);
        var merged = await db.ServiceRequests.AsNoTracking()
            .Where(request => keys.Contains(EF.Property<string?>(request, DerivedColumns.PoleKey)!) && request.MergedIntoId != null)
            .OrderByDescending(request => request.Id).Take(MostRead)
            .Select(request => new { Id = request.MergedIntoId!.Value, request.Place }).ToListAsync(cancellationToken);
        // The same number elsewhere is another pole.
        return [.. found.Concat(merged).Where(one => SameFault.IsOn(place, one.Place)).Select(one => one.Id).Distinct().Order().Take(MostRead)];
    }
}
