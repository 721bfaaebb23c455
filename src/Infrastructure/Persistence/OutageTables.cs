using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Outages;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How suspected outages become tables.</summary>
static class OutageTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<SuspectedOutage>(outage =>
        {
            outage.ToTable("suspected_outages");
            outage.Property(o => o.Basis).HasConversion<string>().HasMaxLength(32);
            outage.Property(o => o.Verdict).HasConversion<string>().HasMaxLength(32);
            outage.Property(o => o.Key).HasMaxLength(300);
            outage.Property(o => o.Name).HasMaxLength(300);
            outage.Property(o => o.DecidedByName).HasMaxLength(200);
            outage.Property(o => o.Version).IsConcurrencyToken();
            outage.HasMany(o => o.Reports).WithOne().HasForeignKey(r => r.SuspectedOutageId).OnDelete(DeleteBehavior.Restrict);
            outage.Navigation(o => o.Reports).UsePropertyAccessMode(PropertyAccessMode.Field);
            // Two programs that see the same at once make one suspicion.
            outage.HasIndex(o => new { o.Basis, o.Key, o.FirstAt }).IsUnique();
            // Those that wait for a verdict, and those of the last year.
            outage.HasIndex(o => new { o.Verdict, o.LastAt });
        });
        builder.Entity<SuspectedOutageReport>(report =>
        {
            report.ToTable("suspected_outage_reports");
            report.HasKey(r => new { r.SuspectedOutageId, r.ServiceRequestId });
            report.HasOne<ServiceRequest>().WithMany().HasForeignKey(r => r.ServiceRequestId).OnDelete(DeleteBehavior.Restrict);
            report.HasIndex(r => r.ServiceRequestId);
        });
    }
}
