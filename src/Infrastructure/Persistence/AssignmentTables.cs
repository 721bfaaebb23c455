using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Who sees to what, and the lists that each officer works from.</summary>
static class AssignmentTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ServiceRequest>(request =>
        {
            request.HasOne<OfficerAccount>().WithMany().HasForeignKey(r => r.AssigneeId).OnDelete(DeleteBehavior.Restrict);
            // What is mine, and what is nobody's, is looked for among the open ones.
            request.HasIndex(r => new { r.AssigneeId, r.Status, r.SubmittedAt, r.Id });
        });
        builder.Entity<SavedFilter>(filter =>
        {
            filter.ToTable("saved_filters");
            filter.Property(f => f.Name).HasMaxLength(SavedFilter.MaxName);
            filter.Property(f => f.Query).HasMaxLength(SavedFilter.MaxQuery);
            filter.HasOne<OfficerAccount>().WithMany().HasForeignKey(f => f.OfficerId);
            filter.HasIndex(f => new { f.OfficerId, f.Name }).IsUnique();
            filter.HasIndex(f => f.IsShared);
        });
    }
}
