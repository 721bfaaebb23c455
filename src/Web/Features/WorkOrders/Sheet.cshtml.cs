using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>A work order to be looked at before it is printed, or to be printed from the browser.</summary>
/// <param name="Facts">What it says.</param>
/// <param name="Words">Writes numbers and dates.</param>
/// <param name="Back">The order's page; the PDF stands beside it.</param>
public sealed record SheetOnScreen(WorkOrderFacts Facts, PaperWords Words, string Back);

/// <summary>The order on paper, for the lorry: the stops in the order of the way, lines to write on.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class SheetModel(AppDb db, WorkOrderPrint print, TimeProvider time) : OrderPage(db, time)
{
    public SheetOnScreen Sheet => new(print.Facts(Order), print.Words, Links.WorkOrder(Slug));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();
}
