using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Inbox;

/// <summary>What the list shows, all pages of it, as an Excel file.</summary>
[Authorize(Policy = Policies.Readers)]
[ConfirmFirst(IsFile = true)]
public sealed class ExportExcelModel(ExportExcelFile export, Province province, FaultTypes faults, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var address = InboxAddress.Read(Request.Query, province, faults, User.ToActor().OfficerId);
        var now = time.GetUtcNow().UtcDateTime;
        Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Response.Headers.ContentDisposition = $"attachment; filename=\"songthang-{InboxAddress.Iso(ThaiDates.BangkokDate(now))}.xlsx\"";
        await export.RunAsync(new(address.Filter, address.Order, Response.Body), User.ToActor(), now, cancellationToken);
        return new EmptyResult();
    }
}
