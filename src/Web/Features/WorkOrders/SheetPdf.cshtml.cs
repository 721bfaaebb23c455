using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>The order on paper as PDF.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class SheetPdfModel(AppDb db, WorkOrderPrint print, TimeProvider time) : OrderPage(db, time)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken)
        ? this.Paper(print.Of(Order), $"work-order-{Number.Slug}", print.Author, Now)
        : NotFound();
}
