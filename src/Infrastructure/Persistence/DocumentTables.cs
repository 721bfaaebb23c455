using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>A document that arrived and belongs to no request yet; swept after two days like photos.</summary>
public sealed class DocumentUpload
{
    /// <summary>Key in the document store, 32 hex digits.</summary>
    public string Key { get; set; } = "";

    /// <summary>The form it was sent from: only that form can attach it.</summary>
    public string FormKey { get; set; } = "";

    /// <summary>The file's name, cleaned.</summary>
    public string Name { get; set; } = "";

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>When it arrived, UTC.</summary>
    public DateTime At { get; set; }
}

/// <summary>How documents become tables.</summary>
static class DocumentTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Document>(document =>
        {
            document.ToTable("documents");
            document.HasKey(d => d.Key);
            document.Property(d => d.Key).HasMaxLength(32);
            document.Property(d => d.Name).HasMaxLength(200);
        });
        builder.Entity<ServiceRequest>(request =>
        {
            request.HasMany(r => r.Documents).WithOne().HasForeignKey(d => d.ServiceRequestId).OnDelete(DeleteBehavior.Restrict);
            request.Navigation(r => r.Documents).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        builder.Entity<DocumentUpload>(upload =>
        {
            upload.ToTable("document_uploads");
            upload.HasKey(u => u.Key);
            upload.Property(u => u.Key).HasMaxLength(32);
            upload.Property(u => u.Name).HasMaxLength(200);
            upload.HasIndex(u => u.FormKey);
            upload.HasIndex(u => u.At);
        });
    }
}
