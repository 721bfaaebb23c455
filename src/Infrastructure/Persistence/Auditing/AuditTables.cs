using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence.Auditing;

/// <summary>How the audit record becomes a table.</summary>
static class AuditTables
{
    public static void Map(ModelBuilder builder) => builder.Entity<AuditEntry>(entry =>
    {
        entry.ToTable("audit_entries");
        // No key to the accounts: the record outlives whatever it tells of.
        entry.Property(e => e.OfficerName).HasMaxLength(200);
        entry.Property(e => e.Subject).HasMaxLength(AuditEntry.MaxSubject);
        entry.Property(e => e.Detail).HasMaxLength(AuditEntry.MaxDetail);
        entry.HasIndex(e => new { e.At, e.Id });
        entry.HasIndex(e => new { e.OfficerId, e.At, e.Id });
        entry.HasIndex(e => new { e.Action, e.At, e.Id });
        entry.HasIndex(e => new { e.Subject, e.OfficerId, e.Action, e.At });
    });
}
