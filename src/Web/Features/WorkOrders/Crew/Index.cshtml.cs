using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders.Crew;

/// <summary>What a crew has to do: its open orders, the earliest day first.</summary>
[Authorize(Policy = Policies.Workers)]
public sealed class IndexModel(WorkOrderList list, TimeProvider time) : PageModel
{
    const int Most = 50;

    public IReadOnlyList<WorkOrderRow> Orders { get; private set; } = [];

    public string CrewCode { get; private set; } = "";

    public DateOnly Today { get; } = ThaiDates.BangkokDate(time.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (User.OnlyCrew() is not { } crew) return LocalRedirect(Links.WorkOrders);
        CrewCode = crew;
        if (crew.Length > 0)
        {
            Orders = (await list.ReadAsync(
                new(OnlyOpen: true, CrewCode: crew), WorkOrderSort.Planned, descending: false, null, Most, cancellationToken)).Rows;
        }

        return Page();
    }
}
