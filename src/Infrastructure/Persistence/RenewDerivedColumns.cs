using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// Brings stored due times and search texts up to date after the calendar, the steps or the fault types changed. Each
/// request remembers what its columns were derived from, so a stop in the middle loses nothing.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="settings">What holds now.</param>
public sealed class RenewDerivedColumns(AppDb db, CurrentSettings settings)
{
    const int AtOnce = 100;

    /// <summary>The next requests that are behind, the newest first; empty when there are none below <paramref name="before"/>.</summary>
    /// <param name="before">Key that all of them are smaller than.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<(long Id, string Reference)>> FindAsync(long before, CancellationToken cancellationToken)
    {
        var newest = settings.DerivedFrom;
        var found = await db.ServiceRequests.AsNoTracking()
            .Where(request => EF.Property<long>(request, DerivedColumns.DerivedFrom) < newest && request.Id < before)
            .OrderByDescending(request => request.Id)
            .Select(request => new { request.Id, request.Reference }).Take(AtOnce).ToListAsync(cancellationToken);
        return found.ConvertAll(request => (request.Id, request.Reference));
    }

    /// <summary>Renews one request. May be repeated and may run beside everything else.</summary>
    /// <param name="reference">As people know it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(string reference, CancellationToken cancellationToken)
    {
        if (await db.FindRequestAsync(reference, cancellationToken) is not { } request)
            return;
        db.Entry(request).Property(DerivedColumns.DerivedFrom).IsModified = true;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody acted on it in this moment, which renewed it too.
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
