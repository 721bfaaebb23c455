using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Outages;

/// <summary>Dark lamps that probably have one cause: those that wait for a verdict, those that have one, and how often the search is right.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class OutagesModel(OutageList list, TimeProvider time) : PageModel
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<SuspectedOutageRow> Waiting { get; private set; } = [];

    public IReadOnlyList<SuspectedOutageRow> Decided { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last one.</summary>
    public long? Next { get; private set; }

    public OutageHits Hits { get; private set; } = new(0, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Before is null)
            Waiting = await list.WaitingAsync(cancellationToken);
        var rows = await list.DecidedAsync(Before, PageSize + 1, cancellationToken);
        Decided = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Decided[^1].Id : null;
        Hits = await list.HitsAsync(time.GetUtcNow().UtcDateTime, cancellationToken);
    }
}
