using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Reporting;

/// <summary>One held report: an officer looks at it and takes it in, or drops it and says why.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class HeldReportModel(AppDb db, TakeInHeldReport takeIn, DropHeldReport drop, Province province, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public long Id { get; set; }

    [BindProperty, Needed("กรุณาระบุเหตุผล", "Please say why"), AtMost(HeldReport.MaxReason)]
    public string Reason { get; set => field = ThaiText.Clean(value); } = "";

    public HeldReport It { get; private set; } = null!;

    /// <summary>What was sent; null when it is no longer kept.</summary>
    public NewReport? Report { get; private set; }

    public Province Province => province;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await ReadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostTakeInAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await takeIn.RunAsync(Id, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken) is not { } reference)
            return NotFound();
        this.ShowNext($"รับเข้าแล้ว เลขที่เรื่อง {reference}", $"Taken in as {reference}.");
        return LocalRedirect(Links.OfficerRequest(reference));
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        await drop.RunAsync(new(Id, Reason), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("บันทึกแล้วว่าไม่รับ", "It is dropped.");
        return LocalRedirect(Links.HeldReports);
    }

    public Task ShowAgainAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await db.HeldReports.AsNoTracking().SingleOrDefaultAsync(held => held.Id == Id, cancellationToken);
        It = found!;
        Report = found is { Report.Length: > 0 } ? JsonSerializer.Deserialize<NewReport>(found.Report) : null;
        return found is not null;
    }
}
