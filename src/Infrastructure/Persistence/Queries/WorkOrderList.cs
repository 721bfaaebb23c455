using Microsoft.EntityFrameworkCore;
using Songthang.Domain.WorkOrders;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>The columns that the list of work orders sorts by.</summary>
public enum WorkOrderSort
{
    /// <summary>The day of the work.</summary>
    Planned,

    /// <summary>By its number: the order in which they were made.</summary>
    Number,
}

/// <summary>Which work orders are wanted; what is not set does not narrow.</summary>
/// <param name="State">Any of the open ones when <paramref name="OnlyOpen"/>, else this one.</param>
/// <param name="OnlyOpen">Planned and started ones.</param>
/// <param name="CrewCode">A code of the crews, or empty.</param>
/// <param name="Number">One number.</param>
/// <param name="From">First planned day.</param>
/// <param name="To">Last planned day.</param>
public sealed record WorkOrderFilter(
    WorkOrderState? State = null, bool OnlyOpen = false, string CrewCode = "", WorkOrderNumber? Number = null, DateOnly? From = null, DateOnly? To = null)
{
    internal IQueryable<WorkOrder> Apply(IQueryable<WorkOrder> orders)
    {
        if (OnlyOpen)
            orders = orders.Where(order => order.State == WorkOrderState.Planned || order.State == WorkOrderState.Started);
        else if (State is { } state)
            orders = orders.Where(order => order.State == state);
        if (CrewCode.Length > 0)
            orders = orders.Where(order => order.CrewCode == CrewCode);
        if (Number is { } number)
            orders = orders.Where(order => order.Year == number.Year && order.RunningNumber == number.Number);
        if (From is { } from)
            orders = orders.Where(order => order.PlannedOn >= from);
        if (To is { } to)
            orders = orders.Where(order => order.PlannedOn <= to);
        return orders;
    }
}

/// <summary>A line of the list.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Year">Buddhist year of the number.</param>
/// <param name="RunningNumber">Running number.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CrewCode">Who does it.</param>
/// <param name="PlannedOn">The day of the work.</param>
/// <param name="Requests">How many requests it has.</param>
/// <param name="Left">How many of them are still to be done.</param>
public sealed record WorkOrderRow(
    long Id, int Year, int RunningNumber, WorkOrderState State, string CrewCode, DateOnly PlannedOn, int Requests, int Left)
{
    /// <summary>Its number.</summary>
    public WorkOrderNumber Number => new(Year, RunningNumber);
}

/// <summary>A place in the list: after or before the order with this id and this day.</summary>
/// <param name="Before">Those before it are wanted.</param>
/// <param name="Id">Id of the row.</param>
/// <param name="Planned">Its day.</param>
public sealed record WorkOrderPlace(bool Before, long Id, DateOnly Planned);

/// <summary>One page of the list.</summary>
/// <param name="Rows">In the order asked for.</param>
/// <param name="Previous">Where the page before it ends; null on the first.</param>
/// <param name="Next">Where the page after it begins; null on the last.</param>
public sealed record WorkOrderPage(IReadOnlyList<WorkOrderRow> Rows, WorkOrderPlace? Previous, WorkOrderPlace? Next);

/// <summary>Reads the list of work orders: one statement a page, whatever the number of orders.</summary>
/// <param name="db">The database.</param>
public sealed class WorkOrderList(AppDb db)
{
    /// <summary>A page; from the beginning when nothing is at the place (any more).</summary>
    public async Task<WorkOrderPage> ReadAsync(
        WorkOrderFilter filter, WorkOrderSort sort, bool descending, WorkOrderPlace? place, int size, CancellationToken cancellationToken)
    {
        var orders = filter.Apply(db.WorkOrders.AsNoTracking());
        var rows = await TakeAsync(place);
        // The way back ends at the first page, which is shown whole.
        if (place is not null && (rows.Count == 0 || (place.Before && rows.Count <= size)))
            rows = await TakeAsync(place = null);
        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        var back = place is { Before: true };
        if (back)
            rows.Reverse();
        return new(
            rows,
            place is not null ? PlaceOf(rows[0], before: true) : null,
            more || back ? PlaceOf(rows[^1], before: false) : null);

        Task<List<WorkOrderRow>> TakeAsync(WorkOrderPlace? from)
        {
            var down = descending ^ from is { Before: true };
            return Ordered(from is null ? orders : Beyond(orders, sort, down, from), sort, down).Take(size + 1)
                .Select(order => new WorkOrderRow(
                    order.Id, order.Year, order.RunningNumber, order.State, order.CrewCode, order.PlannedOn, order.Items.Count,
                    order.Items.Count(item => item.Outcome == ItemOutcome.Pending)))
                .ToListAsync(cancellationToken);
        }
    }

    static WorkOrderPlace PlaceOf(WorkOrderRow row, bool before) => new(before, row.Id, row.PlannedOn);

    static IQueryable<WorkOrder> Beyond(IQueryable<WorkOrder> orders, WorkOrderSort sort, bool down, WorkOrderPlace place)
    {
        var (id, day) = (place.Id, place.Planned);
        return (sort, down) switch
        {
            (WorkOrderSort.Planned, false) => orders.Where(o => o.PlannedOn >= day && (o.PlannedOn > day || o.Id > id)),
            (WorkOrderSort.Planned, true) => orders.Where(o => o.PlannedOn <= day && (o.PlannedOn < day || o.Id < id)),
            (_, false) => orders.Where(o => o.Id > id),
            _ => orders.Where(o => o.Id < id),
        };
    }

    static IQueryable<WorkOrder> Ordered(IQueryable<WorkOrder> orders, WorkOrderSort sort, bool down) => (sort, down) switch
    {
        (WorkOrderSort.Planned, false) => orders.OrderBy(o => o.PlannedOn).ThenBy(o => o.Id),
        (WorkOrderSort.Planned, true) => orders.OrderByDescending(o => o.PlannedOn).ThenByDescending(o => o.Id),
        (_, false) => orders.OrderBy(o => o.Id),
        _ => orders.OrderByDescending(o => o.Id),
    };
}
