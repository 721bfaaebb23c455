using Microsoft.AspNetCore.Mvc;
using Songthang.Domain.WorkOrders;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WorkOrders.Crew;

/// <summary>A page about one stop of an order. Who requested it stands on none of them.</summary>
public abstract class StopPage(AppDb db, TimeProvider time) : OrderPage(db, time)
{
    [FromRoute]
    public string Reference { get; set; } = "";

    public WorkOrderLine Line => Order.Lines.First(line => line.Reference == Reference);

    public bool IsPending => Line.Outcome == ItemOutcome.Pending;

    public string Address => Links.CrewStop(Slug, Reference);

    /// <summary>The nearest of what is left after this one; null when nothing is.</summary>
    public WorkOrderLine? Next => WorkRoute
        .Order([Line, .. Order.Way.Where(line => line.Reference != Reference && line.IsWorkable)], line => line.Position)
        .FirstOrDefault(line => line.Reference != Reference);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindStopAsync(cancellationToken) ? Page() : NotFound();

    protected async Task<bool> FindStopAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) && Order.Lines.Any(line => line.Reference == Reference);

    /// <summary>Crews go on to the next stop, officers back to the desk.</summary>
    protected string Onward(WorkDone done)
    {
        if (User.IsOfficer()) return Links.WorkOrder(Slug);
        return done.State.IsOpen() && Next is { } next ? Links.CrewStop(Slug, next.Reference) : Links.CrewOrder(Slug);
    }
}
