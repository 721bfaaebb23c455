using Microsoft.EntityFrameworkCore;
using Songthang.Domain.WorkOrders;

namespace Songthang.Infrastructure.Persistence;

/// <summary>The last running number given to a work order in a Buddhist year.</summary>
public sealed class WorkOrderCounter
{
    /// <summary>Full Buddhist year, such as 2569.</summary>
    public int Year { get; set; }

    /// <summary>The last number given.</summary>
    public int Last { get; set; }
}

/// <summary>Gives out the running numbers of work orders.</summary>
public static class WorkOrderNumbers
{
    /// <summary>The next number of a Buddhist year, without gaps, like <see cref="ReferenceNumbers"/>.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public static async Task<WorkOrderNumber> NextWorkOrderNumberAsync(this AppDb db, int buddhistYear, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A number is taken inside the transaction that uses it.");
        var numbers = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO work_order_counters (year, last) VALUES ({buddhistYear}, 1)
             ON CONFLICT (year) DO UPDATE SET last = work_order_counters.last + 1
             RETURNING last AS "Value"
             """).ToListAsync(cancellationToken);
        return new(buddhistYear, numbers[0]);
    }
}
