using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders.Crew;

/// <summary>The order on paper as a page for the printer, for its own crew.</summary>
[Authorize(Policy = Policies.Workers)]
public sealed class CrewSheetModel(AppDb db, WorkOrderPrint print, TimeProvider time) : OrderPage(db, time)
{
    public SheetOnScreen Sheet => new(print.Facts(Order), print.Words, Links.CrewOrder(Slug));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();
}
