using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How letters and the register of received papers become tables.</summary>
static class PaperTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<LetterDraft>(draft =>
        {
            draft.ToTable("letter_drafts");
            draft.HasKey(d => d.ServiceRequestId);
            draft.Property(d => d.ServiceRequestId).ValueGeneratedNever();
            // Two first drafts at once conflict by the key, two later ones by this.
            draft.Property(d => d.At).IsConcurrencyToken();
            draft.HasOne<ServiceRequest>().WithOne().HasForeignKey<LetterDraft>(d => d.ServiceRequestId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ReceiveEntry>(entry =>
        {
            entry.ToTable("receive_entries");
            entry.HasKey(e => new { e.Year, e.Number });
            entry.Property(e => e.Year).ValueGeneratedNever();
            entry.Property(e => e.Number).ValueGeneratedNever();
            entry.Property(e => e.ByName).HasMaxLength(200);
            entry.HasOne<ServiceRequest>().WithOne().HasForeignKey<ReceiveEntry>(e => e.ServiceRequestId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ReceiveCounter>(counter =>
        {
            counter.ToTable("receive_counters");
            counter.HasKey(c => c.Year);
            counter.Property(c => c.Year).ValueGeneratedNever();
        });
        builder.Entity<ServiceRequest>(request =>
        {
            request.Ignore(r => r.Stamp);
            request.Property(r => r.ReceiveNumber).HasMaxLength(60).HasDefaultValue("");
        });
    }
}
