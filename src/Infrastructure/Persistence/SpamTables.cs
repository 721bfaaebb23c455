using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How what keeps machines out becomes tables.</summary>
static class SpamTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Bucket>(bucket =>
        {
            bucket.ToTable("buckets");
            bucket.HasKey(b => b.Name);
            bucket.Property(b => b.Name).HasMaxLength(64);
            bucket.HasIndex(b => b.Until);
        });
        builder.Entity<HeldReport>(held =>
        {
            held.ToTable("held_reports");
            held.Property(h => h.FormKey).HasMaxLength(64);
            held.Property(h => h.DecidedAt).IsConcurrencyToken();
            held.HasIndex(h => h.FormKey).IsUnique();
            held.HasIndex(h => new { h.DecidedAt, h.Id });
        });
    }
}
