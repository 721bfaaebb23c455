using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>A material by its code, and how much of it.</summary>
public sealed record Quantity(string Code, int Count);

/// <summary>Photos that wait under a form key.</summary>
public sealed record WaitingPhotos(string FormKey, IReadOnlyList<string> Keys);

/// <param name="Number">The order.</param>
/// <param name="OnlyCrew">The crew of whoever acts; null for officers.</param>
/// <param name="SeenVersion">Of the order; null where only the one request matters.</param>
/// <param name="References">What was repaired.</param>
/// <param name="WhatWasDone">In words for everyone.</param>
/// <param name="CauseCode">What was found; may be empty.</param>
/// <param name="Materials">What was used up for all of them together.</param>
/// <param name="PhotosOf">The one of the requests that the photos show.</param>
/// <param name="Before">Photos before.</param>
/// <param name="After">Photos after.</param>
public sealed record Repair(
    WorkOrderNumber Number, string? OnlyCrew, int? SeenVersion, IReadOnlyList<string> References, string WhatWasDone, string CauseCode,
    IReadOnlyList<Quantity> Materials, string PhotosOf, WaitingPhotos Before, WaitingPhotos After)
    : WorkOrderInput(Number, OnlyCrew, SeenVersion);

/// <summary>Some or all of the requests of an order are repaired.</summary>
public sealed class RecordRepair(AppDb db, CurrentSettings settings)
{
    public Task<WorkDone> RunAsync(Repair input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var result = new RepairResult(ThaiText.Clean(input.WhatWasDone), CauseOf(input), [.. input.Materials.Select(Named)]);
        return db.ActOnWorkOrderAsync(input, by, now, async hand =>
        {
            var requests = input.References.Distinct(StringComparer.Ordinal).Select(hand.Pending).ToList();
            var photos = requests.Find(request => request.Reference == input.PhotosOf) is { IsWorkable: true } shown
                ? [new RepairPhotos(shown.Reference, await TakeAsync(input.Before), await TakeAsync(input.After))]
                : Array.Empty<RepairPhotos>();
            return hand.Order.Repair(result, requests, photos, by, now);
        }, cancellationToken);

        Task<IReadOnlyList<string>> TakeAsync(WaitingPhotos waiting) =>
            UploadDesk.TakeAsync(db, waiting.FormKey, waiting.Keys, cancellationToken);
    }

    MaterialUse Named(Quantity quantity) => settings.Get(Topics.Materials).Find(quantity.Code) is { } material
        ? new(material.Code, material.Name, material.Unit, quantity.Count, (int)(material.UnitPrice * 100))
        : throw new RuleBroken("work-order.material-unknown", new("ไม่พบวัสดุนี้", "There is no such material."));

    string CauseOf(Repair input) => input.CauseCode.Length == 0 || settings.Get(Topics.Causes).Find(input.CauseCode) is not null
        ? input.CauseCode
        : throw new RuleBroken("work-order.cause-unknown", new("กรุณาเลือกสาเหตุ", "Please choose the cause."));
}
