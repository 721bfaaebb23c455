using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Gives out the running numbers of a year.</summary>
public static class ReferenceNumbers
{
    /// <summary>
    /// The next running number of a Buddhist year, without gaps: taken inside the caller's transaction, it is given
    /// back when that fails. The same statement works on both databases.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public static async Task<int> NextReferenceNumberAsync(this AppDb db, int buddhistYear, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A reference number is taken inside the transaction that uses it.");
        var numbers = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO reference_counters (year, last) VALUES ({buddhistYear}, 1)
             ON CONFLICT (year) DO UPDATE SET last = reference_counters.last + 1
             RETURNING last AS "Value"
             """).ToListAsync(cancellationToken);
        return numbers[0];
    }
}
