using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Songthang.Domain.Geography;
using Songthang.Infrastructure.Geodata;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How borders and roads become tables.</summary>
static class GeodataTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<BoundarySet>(set =>
        {
            set.ToTable("boundary_sets");
            set.Property(s => s.FileName).HasMaxLength(200);
            set.Property(s => s.Attribution).HasMaxLength(BoundarySet.MaxAttribution);
        });
        builder.Entity<BoundaryUse>(use =>
        {
            use.ToTable("boundary_uses");
            use.HasOne<BoundarySet>().WithMany().HasForeignKey(u => u.BoundarySetId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Road>(road =>
        {
            road.ToTable("roads");
            road.Ignore(r => r.Box);
            road.Ignore(r => r.Title);
            road.Property(r => r.Code).HasMaxLength(Road.MaxCode);
            road.Property(r => r.Name).HasMaxLength(Road.MaxName);
            road.Property(r => r.OwnerCode).HasMaxLength(60);
            road.Property(r => r.Lines).HasConversion(
                lines => StoredLines.Write(lines), text => StoredLines.Read(text),
                // Lines are never changed in place: another list is other lines.
                new ValueComparer<IReadOnlyList<IReadOnlyList<Position>>>(
                    (one, other) => ReferenceEquals(one, other), lines => lines.Count, lines => lines));
        });
        builder.Entity<RoadDraft>(draft =>
        {
            draft.ToTable("road_drafts");
            draft.Property(d => d.FileName).HasMaxLength(200);
            draft.HasIndex(d => d.At);
        });
        builder.Entity<RoadChange>(change =>
        {
            change.ToTable("road_changes");
            change.Property(c => c.Kind).HasConversion<string>().HasMaxLength(32);
            change.Property(c => c.Detail).HasMaxLength(RoadChange.MaxDetail);
        });
    }
}
