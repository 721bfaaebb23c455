using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.WorkOrders;

/// <param name="Number">The order.</param>
/// <param name="OnlyCrew">The crew of whoever acts; null for officers.</param>
/// <param name="Reference">The request.</param>
/// <param name="ReasonCode">Why, a code of the reasons of a pause.</param>
/// <param name="Text">In words, to the requester; may be empty.</param>
/// <param name="CauseCode">What was found; may be empty.</param>
/// <param name="Photos">How it is.</param>
public sealed record FailedRepair(
    WorkOrderNumber Number, string? OnlyCrew, string Reference, string ReasonCode, string Text, string CauseCode, WaitingPhotos Photos)
    : WorkOrderInput(Number, OnlyCrew, null);

/// <summary>The crew was there and could not repair it.</summary>
public sealed class RecordFailedRepair(AppDb db, CurrentSettings settings)
{
    public Task<WorkDone> RunAsync(FailedRepair input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (input.CauseCode.Length > 0 && settings.Get(Topics.Causes).Find(input.CauseCode) is null)
            throw new RuleBroken("work-order.cause-unknown", new("กรุณาเลือกสาเหตุ", "Please choose the cause."));
        return db.ActOnWorkOrderAsync(input, by, now, async hand =>
        {
            var request = hand.Pending(input.Reference);
            IReadOnlyList<string> photos = request.IsWorkable
                ? await UploadDesk.TakeAsync(db, input.Photos.FormKey, input.Photos.Keys, cancellationToken)
                : [];
            return hand.Order.LeaveUnrepaired(request, input.ReasonCode, ThaiText.Clean(input.Text), input.CauseCode, photos, by, now);
        }, cancellationToken);
    }
}
