using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>Gives an order up; the reason is for colleagues.</summary>
public sealed record WorkOrderCancellation(WorkOrderNumber Number, int? SeenVersion, string Reason) : WorkOrderInput(Number, null, SeenVersion);

public sealed class CancelWorkOrder(AppDb db)
{
    public Task<WorkDone> RunAsync(WorkOrderCancellation input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActOnWorkOrderAsync<WorkOrderCancellation>(input, by, now, hand =>
        {
            hand.Order.Cancel(ThaiText.Clean(input.Reason), hand.Requests, by, now);
            return Task.FromResult<IReadOnlyList<LeftBehind>>([]);
        }, cancellationToken);
}
