using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders.Crew;

/// <summary>The order on paper as PDF, for its own crew.</summary>
[Authorize(Policy = Policies.Workers)]
public sealed class CrewSheetPdfModel(AppDb db, WorkOrderPrint print, TimeProvider time) : OrderPage(db, time)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken)
        ? this.Paper(print.Of(Order), $"work-order-{Number.Slug}", print.Author, Now)
        : NotFound();
}
