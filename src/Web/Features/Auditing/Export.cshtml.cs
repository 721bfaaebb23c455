using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Auditing;

/// <summary>What the page shows of the record, all pages of it, as a file.</summary>
[Authorize(Policy = Policies.Supervisors)]
[ConfirmFirst(IsFile = true)]
public sealed class ExportModel(ExportAudit export, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        CsvFile.Announce(Response, $"songthang-audit-{TypedDay.Write(ThaiDates.BangkokDate(now))}");
        await export.RunAsync(
            new AuditExport(AuditAddress.Read(Request.Query).Filter, Response.Body), User.ToActor(), now, cancellationToken);
        return new EmptyResult();
    }
}
