using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How what is told to the staff becomes tables.</summary>
static class StaffTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<GivenWarning>(warning =>
        {
            warning.ToTable("step_warnings");
            warning.HasOne<ServiceRequest>().WithMany().HasForeignKey(w => w.ServiceRequestId);
            // Not even two programs at the same moment can warn twice.
            warning.HasIndex(w => new { w.ServiceRequestId, w.Step, w.Kind, w.StartedAt }).IsUnique();
        });
        builder.Entity<Mention>(mention =>
        {
            mention.ToTable("mentions");
            mention.HasOne(m => m.ServiceRequest).WithMany().HasForeignKey(m => m.ServiceRequestId);
            mention.HasOne(m => m.Entry).WithMany().HasForeignKey(m => m.EntryId);
            mention.HasOne<OfficerAccount>().WithMany().HasForeignKey(m => m.OfficerId);
            mention.HasIndex(m => new { m.EntryId, m.OfficerId }).IsUnique();
            mention.HasIndex(m => new { m.OfficerId, m.Id });
            mention.HasIndex(m => new { m.OfficerId, m.SeenAt });
        });
        builder.Entity<Evaluation>(evaluation =>
        {
            evaluation.ToTable("evaluations");
            evaluation.HasOne(e => e.ServiceRequest).WithMany().HasForeignKey(e => e.ServiceRequestId);
            evaluation.Property(e => e.FaultCode).HasMaxLength(64);
            evaluation.Property(e => e.CrewCode).HasMaxLength(60);
            evaluation.HasIndex(e => new { e.ServiceRequestId, e.Number }).IsUnique();
            evaluation.HasIndex(e => new { e.CompletedAt, e.Id });
            evaluation.HasIndex(e => e.AskAgainAt);
        });
        builder.Entity<Verification>().ToTable("verifications").Property(v => v.OfficerName).HasMaxLength(200);
        builder.Entity<Digest>(digest =>
        {
            digest.ToTable("digests");
            digest.HasKey(d => d.Day);
            digest.Property(d => d.Day).ValueGeneratedNever();
        });
    }
}
