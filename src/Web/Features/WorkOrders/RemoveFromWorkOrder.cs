using Songthang.Domain.Officers;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>Takes one request out; it can go on another order.</summary>
public sealed record WorkOrderRemoval(WorkOrderNumber Number, string Reference) : WorkOrderInput(Number, null, null);

public sealed class RemoveFromWorkOrder(AppDb db)
{
    public Task<WorkDone> RunAsync(WorkOrderRemoval input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActOnWorkOrderAsync<WorkOrderRemoval>(input, by, now, hand =>
        {
            hand.Order.TakeOut(hand.Pending(input.Reference), by, now);
            return Task.FromResult<IReadOnlyList<LeftBehind>>([]);
        }, cancellationToken);
}
