using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders.Crew;

/// <summary>One order on the road: start, then stop after stop.</summary>
[Authorize(Policy = Policies.Workers)]
public sealed class OrderModel(StartWorkOrder start, AppDb db, TimeProvider time) : OrderPage(db, time)
{
    public IEnumerable<WorkOrderLine> Settled => Order.Lines.Where(line => line.Outcome != ItemOutcome.Pending);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        // Started by a colleague on the same lorry: that is what was wanted.
        if (Order.State == WorkOrderState.Started) return LocalRedirect(Links.CrewOrder(Slug));
        return await SendAsync(
            () => start.RunAsync(new(Number, User.OnlyCrew(), SeenVersion), User.ToActor(), Now, cancellationToken),
            new("เริ่มงานแล้ว", "Work has started."), _ => Links.CrewOrder(Slug), cancellationToken);
    }
}
