using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>The order on paper, for the lorry: the stops in the order of the way, lines to write on.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class SheetModel(AppDb db, TimeProvider time) : OrderPage(db, time)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();
}
