using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.WorkOrders.Crew;

/// <summary>The stop could not be repaired: why, and how it looks.</summary>
[Authorize(Policy = Policies.Workers)]
[RequestSizeLimit(PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoField.MostBytes)]
public sealed class NotDoneModel(RecordFailedRepair useCase, UploadDesk desk, AppDb db, TimeProvider time) : StopPage(db, time)
{
    [BindProperty, Needed("กรุณาเลือกเหตุผล", "Please choose the reason")]
    public string? ReasonCode { get; set; }

    [BindProperty, AtMost(ServiceRequest.MaxSymptom)]
    public string? Text { get; set; }

    [BindProperty]
    public string? CauseCode { get; set; }

    [BindProperty]
    public PhotoField Photos { get; set; } = PhotoField.New();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Photos.IsOnlyPhotos)
        {
            // The gaps are no mistakes yet.
            foreach (var field in ModelState.Values)
                field.Errors.Clear();
        }

        await Photos.ReceiveAsync(desk, ModelState, nameof(Photos), Now, cancellationToken);
        if (!await FindStopAsync(cancellationToken)) return NotFound();
        if (Photos.IsOnlyPhotos || !ModelState.IsValid) return await AgainAsync(cancellationToken);
        return await SendAsync(
            () => useCase.RunAsync(
                new(Number, User.OnlyCrew(), Reference, ReasonCode!, Text ?? "", CauseCode ?? "", new(Photos.FormKey, Photos.PhotoKeys)),
                User.ToActor(), Now, cancellationToken),
            new Phrase($"บันทึกเรื่อง {Reference} แล้ว", $"{Reference} is saved."), Onward, cancellationToken);
    }
}
