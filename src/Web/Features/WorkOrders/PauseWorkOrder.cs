using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>A rest in the work; the requesters read reason and text.</summary>
public sealed record WorkOrderPause(WorkOrderNumber Number, int? SeenVersion, string ReasonCode, string Text) : WorkOrderInput(Number, null, SeenVersion);

public sealed class PauseWorkOrder(AppDb db)
{
    public Task<WorkDone> RunAsync(WorkOrderPause input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActOnWorkOrderAsync(input, by, now, hand => Task.FromResult(
            hand.Order.Pause(input.ReasonCode, ThaiText.Clean(input.Text), hand.Requests, by, now)), cancellationToken);
}
