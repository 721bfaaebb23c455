using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A backup that the program took by itself, or could not take.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="IsMade">Whether it was made.</param>
/// <param name="Detail">The file with its size, or why not.</param>
public sealed record BackupMade(DateTime At, bool IsMade, string Detail);

/// <summary>The last backups, from the record of who did what.</summary>
public sealed class BackupList(AppDb db)
{
    /// <summary>Newest first.</summary>
    public Task<List<BackupMade>> NewestAsync(int count, CancellationToken cancellationToken) => db.AuditEntries.AsNoTracking()
        .Where(entry => entry.Action == AuditAction.BackupMade || entry.Action == AuditAction.BackupFailed)
        .OrderByDescending(entry => entry.Id).Take(count)
        .Select(entry => new BackupMade(entry.At, entry.Action == AuditAction.BackupMade, entry.Detail)).ToListAsync(cancellationToken);
}
