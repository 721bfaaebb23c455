using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>How the sums become tables.</summary>
static class SumTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<DailySum>(sum =>
        {
            sum.ToTable("daily_sums");
            sum.Property(s => s.AmphoeCode).HasMaxLength(4);
            sum.Property(s => s.FaultCode).HasMaxLength(60);
            sum.Property(s => s.Channel).HasMaxLength(32);
            sum.Ignore(s => s.Key);
            sum.Ignore(s => s.IsNothing);
            sum.HasIndex(s => s.Span);
            sum.HasIndex(s => s.Span, "ix_daily_sums_fresh").HasFilter("is_fresh");
        });
        builder.Entity<StepSum>(sum =>
        {
            sum.ToTable("step_sums");
            sum.Property(s => s.Cut).HasMaxLength(61);
            sum.Ignore(s => s.Key);
            // All steps of one cut, and one step of all cuts.
            sum.HasIndex(s => new { s.Cut, s.Span });
            sum.HasIndex(s => new { s.Step, s.Span });
            sum.HasIndex(s => s.Span, "ix_step_sums_fresh").HasFilter("is_fresh");
        });
        builder.Entity<WorkSum>(sum =>
        {
            sum.ToTable("work_sums");
            sum.Property(s => s.Cut).HasConversion<string>().HasMaxLength(16);
            sum.Property(s => s.Code).HasMaxLength(60);
            sum.Ignore(s => s.Key);
            sum.Ignore(s => s.IsNothing);
            sum.HasIndex(s => s.Span);
            sum.HasIndex(s => s.Span, "ix_work_sums_fresh").HasFilter("is_fresh");
        });
        builder.Entity<MapSum>(sum =>
        {
            sum.ToTable("map_sums");
            sum.Property(s => s.FaultCode).HasMaxLength(60);
            sum.Property(s => s.TambonCode).HasMaxLength(6);
            sum.Ignore(s => s.Key);
            sum.Ignore(s => s.IsNothing);
            sum.HasIndex(s => new { s.Zoom, s.FaultCode, s.CellRow, s.CellColumn });
            sum.HasIndex(s => new { s.Zoom, s.FaultCode, s.CellRow, s.CellColumn }, "ix_map_sums_fresh").HasFilter("is_fresh");
        });
    }
}
