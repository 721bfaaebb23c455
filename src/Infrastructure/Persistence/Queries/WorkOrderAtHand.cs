using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WorkOrders;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A work order as it is shown. Nothing about the requesters is in it: crews see it too.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CrewCode">Who does it.</param>
/// <param name="PlannedOn">The day of the work, Bangkok.</param>
/// <param name="Instructions">To the crew.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="Version">What forms carry to notice that somebody acted in between.</param>
public sealed record WorkOrderAtHand(
    long Id, WorkOrderNumber Number, WorkOrderState State, string CrewCode, DateOnly PlannedOn, string Instructions, DateTime CreatedAt, int Version)
{
    /// <summary>Its requests, in the order of the list.</summary>
    public IReadOnlyList<WorkOrderLine> Lines { get; init; } = [];

    /// <summary>What was used up, one line a use.</summary>
    public IReadOnlyList<UsedMaterial> Materials { get; init; } = [];

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<WorkOrderEntry> Story { get; init; } = [];

    /// <summary>What is still to be done, each time the nearest next.</summary>
    public IReadOnlyList<WorkOrderLine> Way => WorkRoute.Order(Lines.Where(line => line.Outcome == ItemOutcome.Pending), line => line.Position);
}

/// <summary>A request on a work order.</summary>
/// <param name="RequestId">Key of the request.</param>
/// <param name="Reference">As people know it.</param>
/// <param name="Outcome">What became of it on this order.</param>
/// <param name="CauseCode">What was found.</param>
/// <param name="ReasonCode">Why it was not repaired, or fell out.</param>
/// <param name="Text">The result or the reason.</param>
/// <param name="SettledAt">When it got its outcome, UTC.</param>
/// <param name="Status">Where the request stands now.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="IsUrgent">People may come to harm.</param>
/// <param name="Symptom">The citizen's words about the fault.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Photos">All its photos, oldest first.</param>
public sealed record WorkOrderLine(
    long RequestId, string Reference, ItemOutcome Outcome, string CauseCode, string ReasonCode, string Text, DateTime? SettledAt,
    ServiceRequestStatus Status, string FaultCode, bool IsUrgent, string Symptom, Place Place, IReadOnlyList<PhotoAtHand> Photos)
{
    /// <summary>Where it is, if that is known.</summary>
    public Position? Position => Domain.Geography.Position.TryCreate(Place.Latitude, Place.Longitude, out var position) ? position : null;

    /// <summary>Whether a crew can do something about it now.</summary>
    public bool IsWorkable => Status is ServiceRequestStatus.Accepted or ServiceRequestStatus.InProgress;
}

/// <summary>A work order that a request is or was on.</summary>
/// <param name="Year">Buddhist year of its number.</param>
/// <param name="RunningNumber">Running number.</param>
/// <param name="State">Where the order stands.</param>
/// <param name="CrewCode">Who does it.</param>
/// <param name="PlannedOn">The day of the work.</param>
/// <param name="Outcome">What became of the request there.</param>
public sealed record WorkOrderOfRequest(
    int Year, int RunningNumber, WorkOrderState State, string CrewCode, DateOnly PlannedOn, ItemOutcome Outcome)
{
    /// <summary>Its number.</summary>
    public WorkOrderNumber Number => new(Year, RunningNumber);
}

/// <summary>Reads work orders for the people who act on them.</summary>
public static class WorkOrdersAtHand
{
    /// <summary>The order with this number, or null; of another crew than <paramref name="onlyCrew"/> none is found.</summary>
    public static async Task<WorkOrderAtHand?> FindWorkOrderAtHandAsync(
        this AppDb db, WorkOrderNumber number, string? onlyCrew, CancellationToken cancellationToken)
    {
        var order = await db.WorkOrders.AsNoTracking()
            .Where(o => o.Year == number.Year && o.RunningNumber == number.Number && (onlyCrew == null || o.CrewCode == onlyCrew))
            .Select(o => new WorkOrderAtHand(o.Id, number, o.State, o.CrewCode, o.PlannedOn, o.Instructions, o.CreatedAt, o.Version))
            .SingleOrDefaultAsync(cancellationToken);
        if (order is null)
            return null;
        return order with
        {
            Lines = await db.WorkOrderItems.AsNoTracking().Where(item => item.WorkOrderId == order.Id).OrderBy(item => item.Position)
                .Join(db.ServiceRequests, item => item.ServiceRequestId, request => request.Id, (item, r) => new WorkOrderLine(
                    r.Id, r.Reference, item.Outcome, item.CauseCode, item.ReasonCode, item.Text, item.SettledAt,
                    r.Status, r.FaultCode, r.IsUrgent, r.Symptom, r.Place,
                    db.Photos.Where(p => p.ServiceRequestId == r.Id).OrderBy(p => p.At).ThenBy(p => p.Key)
                        .Select(p => new PhotoAtHand(p.Key, p.Kind, p.IsPublic)).ToList()))
                .ToListAsync(cancellationToken),
            Materials = await db.UsedMaterials.AsNoTracking().Where(material => material.WorkOrderId == order.Id)
                .OrderBy(material => material.Id).ToListAsync(cancellationToken),
            Story = await db.Set<WorkOrderEntry>().AsNoTracking().Where(entry => entry.WorkOrderId == order.Id)
                .OrderBy(entry => entry.Number).ToListAsync(cancellationToken),
        };
    }

    /// <summary>The orders that a request is or was on, newest first.</summary>
    public static async Task<IReadOnlyList<WorkOrderOfRequest>> WorkOrdersOfRequestAsync(
        this AppDb db, long requestId, CancellationToken cancellationToken) =>
        await db.WorkOrderItems.AsNoTracking().Where(item => item.ServiceRequestId == requestId)
            .Join(db.WorkOrders, item => item.WorkOrderId, order => order.Id, (item, order) => new { item, order })
            .OrderByDescending(both => both.order.Id).Take(20)
            .Select(both => new WorkOrderOfRequest(
                both.order.Year, both.order.RunningNumber, both.order.State, both.order.CrewCode, both.order.PlannedOn, both.item.Outcome))
            .ToListAsync(cancellationToken);
}
