using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.WorkOrders;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How work orders become tables. Crew, cause, outcome and materials are columns of their own, to be counted.</summary>
static class WorkOrderTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<WorkOrder>(order =>
        {
            order.ToTable("work_orders");
            order.Property(o => o.State).HasConversion<string>().HasMaxLength(32);
            order.Property(o => o.CrewCode).HasMaxLength(60);
            order.Property(o => o.Version).IsConcurrencyToken();
            order.Ignore(o => o.Number);
            order.Ignore(o => o.Pending);
            order.HasMany(o => o.Items).WithOne().HasForeignKey(i => i.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
            order.HasMany(o => o.Materials).WithOne().HasForeignKey(m => m.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
            order.HasMany(o => o.Story).WithOne().HasForeignKey(e => e.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
            order.Navigation(o => o.Items).UsePropertyAccessMode(PropertyAccessMode.Field);
            order.Navigation(o => o.Materials).UsePropertyAccessMode(PropertyAccessMode.Field);
            order.Navigation(o => o.Story).UsePropertyAccessMode(PropertyAccessMode.Field);
            order.HasIndex(o => new { o.Year, o.RunningNumber }).IsUnique();
            order.HasIndex(o => new { o.PlannedOn, o.Id });
            order.HasIndex(o => new { o.CrewCode, o.State, o.PlannedOn });
        });
        builder.Entity<WorkOrderItem>(item =>
        {
            item.ToTable("work_order_items");
            item.Property(i => i.Outcome).HasConversion<string>().HasMaxLength(32);
            item.Property(i => i.Reference).HasMaxLength(16);
            item.Property(i => i.CauseCode).HasMaxLength(60);
            item.Property(i => i.ReasonCode).HasMaxLength(60);
            item.HasOne<ServiceRequest>().WithMany().HasForeignKey(i => i.ServiceRequestId).OnDelete(DeleteBehavior.Restrict);
            item.HasIndex(i => new { i.WorkOrderId, i.Position }).IsUnique();
            item.HasIndex(i => i.ServiceRequestId);
            // Not even a mistake of the program can put a request on two open orders.
            item.HasIndex(i => i.ServiceRequestId, "ix_work_order_items_pending").IsUnique().HasFilter("outcome = 'Pending'");
            item.HasIndex(i => new { i.Outcome, i.SettledAt });
        });
        builder.Entity<UsedMaterial>(material =>
        {
            material.ToTable("work_order_materials");
            material.Property(m => m.Code).HasMaxLength(60);
            material.HasOne<ServiceRequest>().WithMany().HasForeignKey(m => m.ServiceRequestId).OnDelete(DeleteBehavior.Restrict);
            material.HasIndex(m => m.Code);
            material.HasIndex(m => m.UsedAt);
        });
        builder.Entity<WorkOrderEntry>(entry =>
        {
            entry.ToTable("work_order_entries");
            entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(32);
            entry.Property(e => e.Reference).HasMaxLength(16);
            entry.HasIndex(e => new { e.WorkOrderId, e.Number }).IsUnique();
        });
        builder.Entity<WorkOrderCounter>(counter =>
        {
            counter.ToTable("work_order_counters");
            counter.HasKey(c => c.Year);
            counter.Property(c => c.Year).ValueGeneratedNever();
        });
    }
}
