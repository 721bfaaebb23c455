using Microsoft.EntityFrameworkCore;
using Songthang.Domain.WorkOrders;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>By whom and with what a request was repaired, as its last work order says.</summary>
/// <param name="Number">The order.</param>
/// <param name="CrewCode">Who did it, a code of the settings' crews.</param>
/// <param name="CauseCode">What was found; empty when not said.</param>
/// <param name="Materials">What was used up for it, in Thai, such as <c>หลอดโซเดียม 2 หลอด</c>.</param>
public sealed record RepairOfRequest(WorkOrderNumber Number, string CrewCode, string CauseCode, IReadOnlyList<string> Materials);

/// <summary>Reads how a request was repaired.</summary>
public static class RepairsOfRequests
{
    /// <summary>The last repair on a work order; null when it was repaired without one, or not at all.</summary>
    public static async Task<RepairOfRequest?> FindRepairAsync(this AppDb db, long requestId, CancellationToken cancellationToken)
    {
        var found = await db.WorkOrderItems.AsNoTracking().Where(item => item.ServiceRequestId == requestId && item.Outcome == ItemOutcome.Repaired)
            .Join(db.WorkOrders, item => item.WorkOrderId, order => order.Id, (item, order) => new { item, order })
            .OrderByDescending(both => both.item.SettledAt).ThenByDescending(both => both.item.Id)
            .Select(both => new
            {
                both.order.Id,
                both.order.Year,
                both.order.RunningNumber,
                both.order.CrewCode,
                both.item.CauseCode,
                IsAlone = both.order.Items.Count == 1,
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        // What several requests used together is nobody's share.
        var materials = await db.UsedMaterials.AsNoTracking()
            .Where(used => used.WorkOrderId == found.Id && (used.ServiceRequestId == requestId || (found.IsAlone && used.ServiceRequestId == null)))
            .OrderBy(used => used.Id).Select(used => new { used.NameThai, used.Quantity, used.UnitThai }).ToListAsync(cancellationToken);
        return new(
            new(found.Year, found.RunningNumber), found.CrewCode, found.CauseCode,
            [.. materials.Select(used => $"{used.NameThai} {used.Quantity} {used.UnitThai}")]);
    }
}
