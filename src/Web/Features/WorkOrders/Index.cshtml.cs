using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders;

/// <summary>All work orders, the latest day first.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class IndexModel(WorkOrderList list, TimeProvider time) : PageModel
{
    public WorkOrderAddress Address { get; private set; } = null!;

    public WorkOrderPage List { get; private set; } = null!;

    public DateOnly Today { get; } = ThaiDates.BangkokDate(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Address = WorkOrderAddress.Read(Request.Query, ThaiDates.BuddhistYear(Today));
        List = await list.ReadAsync(
            Address.Filter, Address.Sort, Address.Descending, Address.Place, WorkOrderAddress.Size, cancellationToken);
    }
}
