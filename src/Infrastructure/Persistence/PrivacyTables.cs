using Microsoft.EntityFrameworkCore;
using Songthang.Domain.DataProtection;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How what is kept for the law on personal data becomes tables.</summary>
static class PrivacyTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<RemovalDay>(day =>
        {
            day.ToTable("removal_days");
            day.HasKey(d => d.Day);
        });
        builder.Entity<DataSubjectRequest>(request =>
        {
            request.ToTable("data_subject_requests");
            request.Property(r => r.Wish).HasConversion<string>().HasMaxLength(32);
            request.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(32);
            request.Property(r => r.ClosedAt).IsConcurrencyToken();
            request.HasIndex(r => new { r.ClosedAt, r.DueAt, r.Id });
        });
        builder.Entity<BreachCase>(breach =>
        {
            breach.ToTable("breach_cases");
            breach.Property(b => b.Version).IsConcurrencyToken();
        });
    }
}
