using Songthang.Domain.Officers;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.WorkOrders;

public sealed record WorkOrderStart(WorkOrderNumber Number, string? OnlyCrew, int? SeenVersion) : WorkOrderInput(Number, OnlyCrew, SeenVersion);

/// <summary>The crew begins: the order and each of its requests.</summary>
public sealed class StartWorkOrder(AppDb db)
{
    public Task<WorkDone> RunAsync(WorkOrderStart input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActOnWorkOrderAsync(input, by, now, hand => Task.FromResult(hand.Order.Start(hand.Requests, by, now)), cancellationToken);
}
