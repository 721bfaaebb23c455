using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.DataSubjects;

/// <summary>Asks once more before a person's data are erased, and says what the law keeps.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class EraseModel(AppDb db, EraseForPerson erase, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public string Reference { get; set; } = "";

    [BindProperty]
    public bool WithPhotos { get; set; }

    public ServiceRequestStatus Status { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        await erase.RunAsync(new(Reference, WithPhotos), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("ลบข้อมูลส่วนบุคคลแล้ว", "The personal data are erased.");
        return LocalRedirect(Links.OfficerRequest(Reference));
    }

    public Task ShowAgainAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await db.ServiceRequests.AsNoTracking().Where(request => request.Reference == Reference)
            .Select(request => new { request.Status }).SingleOrDefaultAsync(cancellationToken);
        Status = found?.Status ?? default;
        return found is not null;
    }
}
