using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WorkOrders;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A request about a pole.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Reference">As people know it.</param>
/// <param name="FaultCode">What was wrong.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SubmittedAt">When received, UTC.</param>
/// <param name="CompletedAt">When done, UTC; null before.</param>
public sealed record FaultOfPole(long Id, string Reference, string FaultCode, ServiceRequestStatus Status, DateTime SubmittedAt, DateTime? CompletedAt);

/// <summary>A repair of a pole on a work order.</summary>
/// <param name="Reference">The request.</param>
/// <param name="Order">The work order.</param>
/// <param name="CauseCode">What the crew found; a code of the settings' causes, or empty.</param>
/// <param name="Text">What was done.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Materials">What was used up for it alone.</param>
/// <param name="Shared">What was used up for several repairs of the order together.</param>
public sealed record RepairOfPole(
    string Reference, WorkOrderNumber Order, string CauseCode, string Text, DateTime? At, IReadOnlyList<UsedMaterial> Materials,
    IReadOnlyList<UsedMaterial> Shared)
{
    /// <summary>What it cost, in baht; null when no price is known. What several repairs shared is not in it.</summary>
    public decimal? Baht => Materials.Any(used => used.UnitSatang > 0) ? Materials.Sum(used => BahtOf(used) ?? 0) : null;

    /// <summary>What a material cost, in baht; null when its price was not known.</summary>
    public static decimal? BahtOf(UsedMaterial used) => used.UnitSatang > 0 ? (decimal)used.UnitSatang * used.Quantity / 100 : null;
}

/// <summary>A pole with all that its page shows.</summary>
/// <param name="Pole">The pole with its history and photos; not to be saved.</param>
/// <param name="Faults">Requests about it, newest first, at most <see cref="PolesAtHand.MostFaults"/>.</param>
/// <param name="Repairs">Its repairs, newest first.</param>
public sealed record PoleAtHand(Pole Pole, IReadOnlyList<FaultOfPole> Faults, IReadOnlyList<RepairOfPole> Repairs);

/// <summary>Reads a pole with its story.</summary>
/// <param name="db">The database.</param>
public sealed class PolesAtHand(AppDb db)
{
    /// <summary>Most requests that are shown of one pole.</summary>
    public const int MostFaults = 50;

    /// <summary>The pole with this code, or null.</summary>
    public async Task<PoleAtHand?> FindAsync(PoleCode code, CancellationToken cancellationToken)
    {
        var pole = await db.Poles.AsNoTracking().Include(p => p.History.OrderBy(entry => entry.Number))
            .Include(p => p.Photos.OrderBy(photo => photo.At).ThenBy(photo => photo.Key)).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.CodeNumber == code.Number, cancellationToken);
        if (pole is null)
            return null;
        var faults = await FaultsAsync(pole, cancellationToken);
        return new(pole, faults, await RepairsAsync([.. faults.Select(fault => fault.Id)], cancellationToken));
    }

    /// <summary>Keys that requests about this pole have: its number, and the code on its label, which people type too.</summary>
    public static IReadOnlyList<string> KeysOf(Pole pole) => KeysOf(pole.Number, pole.Code);

    /// <summary>The same for a pole with this number and code.</summary>
    public static IReadOnlyList<string> KeysOf(string number, PoleCode code) =>
        [.. new[] { PoleNumber.LooseKey(number), PoleNumber.LooseKey(code.ToString()) }.Where(key => key.Length > 0)];

    async Task<List<FaultOfPole>> FaultsAsync(Pole pole, CancellationToken cancellationToken)
    {
        // The same number far away is another pole: such numbers repeat from road to road.
        var keys = KeysOf(pole);
        var (west, south, east, north) = BoundingBox.Around(pole.Position, SameFault.SamePoleMetres);
        var found = await db.ServiceRequests.AsNoTracking()
            .Where(request => keys.Contains(EF.Property<string?>(request, DerivedColumns.PoleKey)!)
                && (request.Place.Latitude == null || request.Place.Latitude >= south && request.Place.Latitude <= north
                    && request.Place.Longitude >= west && request.Place.Longitude <= east))
            .OrderByDescending(request => request.Id).Take(MostFaults)
            .Select(request => new
            {
                Fault = new FaultOfPole(request.Id, request.Reference, request.FaultCode, request.Status, request.SubmittedAt, request.CompletedAt),
                request.Place.PoleNumber,
            })
            .ToListAsync(cancellationToken);
        // 1-11 is not 11-1; who writes 111 may mean either.
        return [.. found.Where(one => PoleNumber.MayBeOne(one.PoleNumber, pole.Number) || PoleNumber.MayBeOne(one.PoleNumber, pole.Code.ToString()))
            .Select(one => one.Fault)];
    }

    async Task<List<RepairOfPole>> RepairsAsync(List<long> requests, CancellationToken cancellationToken)
    {
        if (requests.Count == 0)
            return [];
        var items = await (
            from item in db.WorkOrderItems.AsNoTracking()
            join order in db.WorkOrders on item.WorkOrderId equals order.Id
            where requests.Contains(item.ServiceRequestId) && item.Outcome == ItemOutcome.Repaired
            orderby item.SettledAt descending, item.Id descending
            select new { item, order.Year, order.RunningNumber }).Take(MostFaults).ToListAsync(cancellationToken);
        var orders = items.Select(one => one.item.WorkOrderId).Distinct().ToList();
        var materials = await db.UsedMaterials.AsNoTracking().Where(used => orders.Contains(used.WorkOrderId))
            .OrderBy(used => used.Id).ToListAsync(cancellationToken);
        return items.ConvertAll(one => new RepairOfPole(
            one.item.Reference, new(one.Year, one.RunningNumber), one.item.CauseCode, one.item.Text, one.item.SettledAt,
            materials.FindAll(used => used.WorkOrderId == one.item.WorkOrderId && used.ServiceRequestId == one.item.ServiceRequestId),
            materials.FindAll(used => used.WorkOrderId == one.item.WorkOrderId && used.ServiceRequestId is null)));
    }
}
