using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence;

/// <summary>The last moment given to a change that the public can see: one row.</summary>
public sealed class LastChange
{
    /// <summary>Always 1.</summary>
    public int Id { get; set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long Last { get; set; }
}

/// <summary>
/// Gives each change that the public can see a moment of its own, in the order in which the changes become visible
/// (docs/decisions/2026-11-28-changes-in-the-order-of-commits.md). Whoever asks for what changed after the newest moment
/// they know therefore misses nothing and gets nothing twice.
/// </summary>
static class ChangeClock
{
    /// <summary>
    /// Takes so many moments that follow each other by a millisecond, the first not before <paramref name="earliest"/> and
    /// after every moment given before. The row stays locked until the transaction ends, so that moments become visible in
    /// their order on PostgreSQL too; SQLite has one writer anyway. The same statement works on both.
    /// </summary>
    /// <returns>The first of them, UTC.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public static async Task<DateTime> TakeAsync(AppDb db, int count, DateTime earliest, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A moment is taken inside the transaction that uses it.");
        var wanted = (long)(earliest - DateTime.UnixEpoch).TotalMilliseconds;
        var last = await db.Database.SqlQuery<long>(
            $"""
             INSERT INTO change_clock (id, last) VALUES (1, {wanted + count - 1})
             ON CONFLICT (id) DO UPDATE SET last =
                 CASE WHEN change_clock.last >= {wanted} THEN change_clock.last + {count} ELSE excluded.last END
             RETURNING last AS "Value"
             """).ToListAsync(cancellationToken);
        return DateTime.UnixEpoch.AddMilliseconds(last[0] - count + 1);
    }
}
