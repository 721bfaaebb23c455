using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Uploads;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Photos;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>The result of several requests at once: one text, one cause, the materials of all of them.</summary>
[Authorize(Policy = Policies.Officers)]
[RequestSizeLimit(2 * PhotoField.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = 2 * PhotoField.MostBytes)]
public sealed class CompleteModel(RecordRepair useCase, UploadDesk desk, AppDb db, TimeProvider time) : OrderPage(db, time)
{
    /// <summary>What was repaired.</summary>
    [BindProperty]
    public List<string> References { get; set; } = [];

    /// <summary>The request that the photos show.</summary>
    [BindProperty]
    public string? PhotosOf { get; set; }

    [BindProperty]
    public RepairForm Result { get; set; } = new();

    /// <summary>What can get a result here.</summary>
    public IReadOnlyList<WorkOrderLine> Lines => Order.Way;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        if (!Order.State.IsOpen()) return LocalRedirect(Links.WorkOrder(Slug));
        References = [.. Lines.Where(line => line.IsWorkable).Select(line => line.Reference)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Result.ReceiveAsync(desk, ModelState, nameof(Result), Now, cancellationToken);
        if (!await FindAsync(cancellationToken)) return NotFound();
        if (Result.IsOnlyPhotos) return await AgainAsync(cancellationToken);
        if (References.Count == 0)
            ModelState.AddModelError(nameof(References), Say.T("กรุณาเลือกเรื่องที่ซ่อมเสร็จ", "Please choose what was repaired"));
        Result.Check(ModelState, nameof(Result));
        if (!ModelState.IsValid) return await AgainAsync(cancellationToken);
        var photosOf = References.Contains(PhotosOf ?? "") ? PhotosOf! : References[0];
        return await SendAsync(
            () => useCase.RunAsync(Result.ToRepair(Number, null, SeenVersion, References, photosOf), User.ToActor(), Now, cancellationToken),
            new("บันทึกผลการซ่อมแล้ว ผู้แจ้งได้รับแจ้งผล", "The result is saved; the reporters are told."),
            _ => Links.WorkOrder(Slug), cancellationToken);
    }
}
