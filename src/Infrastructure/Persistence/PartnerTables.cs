using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How partners and their keys become tables.</summary>
static class PartnerTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ApiKey>(key =>
        {
            key.ToTable("api_keys");
            key.Property(k => k.Partner).HasMaxLength(ApiKey.MaxWords);
            key.Property(k => k.Contact).HasMaxLength(ApiKey.MaxWords);
            key.Property(k => k.Prefix).HasMaxLength(16);
            key.Property(k => k.Hash).HasMaxLength(64);
            key.Property(k => k.Scopes).HasConversion<string>().HasMaxLength(100);
            key.Property(k => k.CreatedBy).HasMaxLength(200);
            key.Property(k => k.RevokedBy).HasMaxLength(200);
            key.HasIndex(k => k.Hash).IsUnique();
        });
        builder.Entity<ApiKeyDay>(day =>
        {
            day.ToTable("api_key_days");
            day.HasKey(d => new { d.ApiKeyId, d.Day });
            day.HasOne<ApiKey>().WithMany().HasForeignKey(d => d.ApiKeyId);
        });
        builder.Entity<PartnerReport>(report =>
        {
            report.ToTable("partner_reports");
            report.HasKey(r => r.ServiceRequestId);
            report.Property(r => r.ServiceRequestId).ValueGeneratedNever();
            report.HasOne(r => r.ServiceRequest).WithOne().HasForeignKey<PartnerReport>(r => r.ServiceRequestId);
            report.HasOne<ApiKey>().WithMany().HasForeignKey(r => r.ApiKeyId);
            report.HasIndex(r => r.ApiKeyId);
        });
    }
}
