using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.WorkOrders.Crew;

/// <summary>The stop is repaired.</summary>
[Authorize(Policy = Policies.Workers)]
[RequestSizeLimit(2 * PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = 2 * PhotoField.MostBytes)]
public sealed class DoneModel(RecordRepair useCase, UploadDesk desk, AppDb db, TimeProvider time) : StopPage(db, time)
{
    [BindProperty]
    public RepairForm Result { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Result.ReceiveAsync(desk, ModelState, nameof(Result), Now, cancellationToken);
        if (!await FindStopAsync(cancellationToken)) return NotFound();
        if (Result.IsOnlyPhotos) return await AgainAsync(cancellationToken);
        Result.Check(ModelState, nameof(Result));
        if (!ModelState.IsValid) return await AgainAsync(cancellationToken);
        return await SendAsync(
            () => useCase.RunAsync(
                Result.ToRepair(Number, User.OnlyCrew(), null, [Reference], Reference), User.ToActor(), Now, cancellationToken),
            new Phrase($"บันทึกผลเรื่อง {Reference} แล้ว", $"The result of {Reference} is saved."), Onward, cancellationToken);
    }
}
