using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Brings the keys of numbers up to date that an older version of the program derived by another rule.</summary>
static class PoleKeys
{
    const int AtOnce = 1_000;

    /// <summary>
    /// Derives them anew for the poles that have no loose key yet. A stop in the middle loses nothing; once all have one, it costs a
    /// look into an index.
    /// </summary>
    public static async Task RenewPoleKeysAsync(this AppDb db, CancellationToken cancellationToken)
    {
        while (true)
        {
            var behind = await db.Poles.Where(pole => pole.NumberLooseKey == "" && pole.NumberKey != "").OrderBy(pole => pole.NumberLooseKey)
                .Take(AtOnce).ToListAsync(cancellationToken);
            if (behind.Count == 0)
                return;
            behind.ForEach(pole => pole.RenewKeys());
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
