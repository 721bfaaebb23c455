using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WorkOrders;

namespace Songthang.Infrastructure.Persistence;

/// <summary>What every act on a work order brings along.</summary>
/// <param name="Number">The order.</param>
/// <param name="OnlyCrew">The crew of whoever acts, to whom only its own orders exist; null for officers.</param>
/// <param name="SeenVersion">The order's version when the form was shown; null where only the request's own result matters.</param>
public abstract record WorkOrderInput(WorkOrderNumber Number, string? OnlyCrew, int? SeenVersion);

/// <summary>A work order with the requests that are pending on it, loaded to be changed together.</summary>
/// <param name="Order">The order.</param>
/// <param name="Requests">Its pending requests, in the order of the list.</param>
public sealed record WorkAtHand(WorkOrder Order, IReadOnlyList<ServiceRequest> Requests)
{
    /// <summary>The pending request with this reference.</summary>
    /// <exception cref="RuleBroken"><c>work-order.settled</c>: somebody said before what became of it.</exception>
    public ServiceRequest Pending(string reference) =>
        Requests.FirstOrDefault(request => request.Reference == reference) ?? throw WorkOrder.Settled(reference);
}

/// <summary>Load, act, save: the one way to change a work order together with its requests, in one transaction.</summary>
public static class WorkOrderActing
{
    /// <summary>Code of the <see cref="RuleBroken"/> that says that somebody acted since the form was shown.</summary>
    public const string ActedMeanwhile = "work-order.acted-meanwhile";

    const int MostTries = 4;

    /// <summary>
    /// Does an act once: the same input of the same person sent again (a double click, a weak signal) does nothing more.
    /// </summary>
    /// <returns>What fell out, and where the order then stands; nothing fell out when the act was done before.</returns>
    /// <exception cref="RuleBroken"><see cref="ActedMeanwhile"/>, <c>work-order.unknown</c>, or what the verb refuses.</exception>
    public static async Task<WorkDone> ActOnWorkOrderAsync<TInput>(
        this AppDb db, TInput input, Actor by, DateTime now, Func<WorkAtHand, Task<IReadOnlyList<LeftBehind>>> act, CancellationToken cancellationToken)
        where TInput : WorkOrderInput
    {
        var sent = Acting.Fingerprint(input, by);
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            var hand = await db.FindWorkAsync(input, cancellationToken);
            if (await db.AnsweredSubmissions.AnyAsync(answered => answered.FormKey == sent, cancellationToken))
                return new(hand.Order.State, []);
            if (input.SeenVersion is { } seen && seen != hand.Order.Version)
            {
                throw new RuleBroken(ActedMeanwhile, new(
                    "มีผู้แก้ไขใบสั่งงานนี้ก่อนหน้า กรุณาตรวจสอบแล้วบันทึกอีกครั้ง",
                    "Somebody has acted on this work order in the meantime. Please check and save again."));
            }

            var left = await act(hand);
            db.AnsweredSubmissions.Add(new AnsweredSubmission { FormKey = sent, BodyHash = sent, Reference = input.Number.Slug, At = now });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return new(hand.Order.State, left);
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Somebody was faster: look at what there is now, and decide anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    static async Task<WorkAtHand> FindWorkAsync(this AppDb db, WorkOrderInput input, CancellationToken cancellationToken)
    {
        var order = await db.WorkOrders
            .Include(o => o.Items.OrderBy(item => item.Position)).Include(o => o.Materials).Include(o => o.Story.OrderBy(entry => entry.Number))
            .AsSplitQuery()
            .SingleOrDefaultAsync(o => o.Year == input.Number.Year && o.RunningNumber == input.Number.Number, cancellationToken);
        // To another crew it is as if it did not exist.
        if (order is null || input.OnlyCrew is not null && order.CrewCode != input.OnlyCrew)
            throw new RuleBroken("work-order.unknown", new("ไม่พบใบสั่งงานนี้", "There is no such work order."));
        var pending = order.Pending.Select(item => item.ServiceRequestId).ToList();
        var requests = (await db.FindRequestsAsync(pending, cancellationToken)).ToDictionary(request => request.Id);
        return new(order, [.. pending.Select(id => requests[id])]);
    }
}

/// <summary>What became of an act on a work order.</summary>
/// <param name="State">Where the order now stands.</param>
/// <param name="Left">Requests that had changed meanwhile and fell out.</param>
public sealed record WorkDone(WorkOrderState State, IReadOnlyList<LeftBehind> Left);
