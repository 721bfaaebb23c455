using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How the core's types become tables; the same for both databases.</summary>
static class Tables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ServiceRequest>(MapServiceRequest);
        builder.Entity<TimelineEntry>(entry =>
        {
            entry.ToTable("timeline_entries");
            entry.HasIndex(e => new { e.ServiceRequestId, e.Number }).IsUnique();
            entry.Property(e => e.Hash).HasMaxLength(64);
            entry.Property(e => e.Salt).HasMaxLength(32).HasDefaultValue("");
            entry.Property(e => e.TextDigest).HasMaxLength(64).HasDefaultValue("");
            entry.Ignore(e => e.MayTellOfPerson);
        });
        builder.Entity<Photo>(photo =>
        {
            photo.ToTable("photos");
            photo.HasKey(p => p.Key);
            photo.Property(p => p.Key).HasMaxLength(32);
        });
        builder.Entity<OutboxMessage>(message =>
        {
            message.ToTable("outbox_messages");
            message.HasOne(m => m.ServiceRequest).WithMany().HasForeignKey(m => m.ServiceRequestId);
            message.HasOne(m => m.Entry).WithMany().HasForeignKey(m => m.EntryId);
            message.HasIndex(m => m.NextAttemptAt);
            message.HasIndex(m => m.GivenUpAt);
            // One notice a recipient and entry: not even a mistake of the program can tell twice.
            message.HasIndex(m => new { m.EntryId, m.Recipient, m.OfficerId, m.AddresseeId }).IsUnique();
        });
        builder.Entity<Upload>(upload =>
        {
            upload.ToTable("uploads");
            upload.HasKey(u => u.Key);
            upload.HasIndex(u => u.FormKey);
            upload.HasIndex(u => u.At);
        });
        builder.Entity<AnsweredSubmission>(answered =>
        {
            answered.ToTable("answered_submissions");
            answered.HasKey(a => a.FormKey);
            answered.HasIndex(a => a.At);
        });
        builder.Entity<ReferenceCounter>(counter =>
        {
            counter.ToTable("reference_counters");
            counter.HasKey(c => c.Year);
            counter.Property(c => c.Year).ValueGeneratedNever();
        });
        builder.Entity<SettingChange>(change =>
        {
            change.ToTable("setting_changes");
            change.Property(c => c.Topic).HasMaxLength(40);
            change.HasIndex(c => new { c.Topic, c.Number }).IsUnique();
            change.HasOne<OfficerAccount>().WithMany().HasForeignKey(c => c.OfficerId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Follower>(follower =>
        {
            follower.ToTable("followers");
            follower.Property(f => f.Secret).HasMaxLength(32);
            follower.Property(f => f.FormKey).HasMaxLength(64);
            follower.HasOne<ServiceRequest>().WithMany().HasForeignKey(f => f.ServiceRequestId);
            follower.HasIndex(f => f.Secret).IsUnique();
            // The same form sent twice, even at the same moment, is one follower.
            follower.HasIndex(f => f.FormKey).IsUnique();
        });
        MapAccounts(builder);
        WorkOrderTables.Map(builder);
        AssignmentTables.Map(builder);
    }

    static void MapServiceRequest(EntityTypeBuilder<ServiceRequest> request)
    {
        request.ToTable("service_requests");
        request.Property(r => r.Reference).HasMaxLength(16);
        request.Property(r => r.Secret).HasMaxLength(32);
        request.HasIndex(r => r.Reference).IsUnique();
        request.HasIndex(r => r.Secret).IsUnique();
        request.HasIndex(r => r.ImportKey).IsUnique();
        request.Property(r => r.TimelineHash).HasMaxLength(64);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.ComplexProperty(r => r.Place);
        request.ComplexProperty(r => r.Requester);
        request.HasOne<ServiceRequest>().WithMany().HasForeignKey(r => r.MergedIntoId);
        request.HasMany(r => r.Timeline).WithOne().HasForeignKey(e => e.ServiceRequestId).OnDelete(DeleteBehavior.Restrict);
        request.HasMany(r => r.Photos).WithOne().HasForeignKey(p => p.ServiceRequestId).OnDelete(DeleteBehavior.Restrict);
        request.Navigation(r => r.Timeline).UsePropertyAccessMode(PropertyAccessMode.Field);
        request.Navigation(r => r.Photos).UsePropertyAccessMode(PropertyAccessMode.Field);
        request.Ignore(r => r.LastActNumber);
        request.Ignore(r => r.OpenQuestion);
        request.Ignore(r => r.MayRate);
        request.Ignore(r => r.Advice);
        request.Ignore(r => r.Forwarding);
        request.Ignore(r => r.Letter);
        request.Ignore(r => r.ClosedSince);
        request.Ignore(r => r.MayTellOfPerson);
        request.Ignore(r => r.PhotosOfPeople);
        request.Property<DateTime?>(DerivedColumns.PersonHeldSince);
        request.HasIndex(DerivedColumns.PersonHeldSince, nameof(ServiceRequest.Id));
        request.Property<DateTime?>(DerivedColumns.PhotosHeldSince);
        request.HasIndex(DerivedColumns.PhotosHeldSince, nameof(ServiceRequest.Id));
        request.Property<string>(DerivedColumns.SearchText);
        request.Property<string>(DerivedColumns.PublicSearchText);
        request.Property<string>(DerivedColumns.TambonCode).HasMaxLength(6);
        request.Property<string>(DerivedColumns.AmphoeCode).HasMaxLength(4);
        request.Property<int>(DerivedColumns.StatusOrder);
        request.Property<DateTime>(DerivedColumns.DueOrder);
        request.Property<long>(DerivedColumns.DerivedFrom);
        request.HasIndex(DerivedColumns.DerivedFrom, nameof(ServiceRequest.Id));
        request.Property<string?>(DerivedColumns.PoleKey);
        request.HasIndex(DerivedColumns.PoleKey, nameof(ServiceRequest.Id));
        request.Property<string>(DerivedColumns.CountedAs).IsRequired().IsConcurrencyToken();
        request.Property<bool?>(DerivedColumns.IsWorkKept);
        request.HasIndex(r => new { r.CompletedAt, r.Id });
        SameFaultColumns.Map(request);
        MapColumns.Map(request);
        request.Property<DateTime>(DerivedColumns.NewestOrder);
        request.Property<DateTime>(DerivedColumns.OldestOrder);
        // Each list pages by key: the sorted column, then the id.
        request.HasIndex(r => new { r.SubmittedAt, r.Id });
        // Whether the open data of a year have changed is read from the index alone.
        request.HasIndex(r => new { r.SubmittedAt, r.UpdatedAt });
        request.HasIndex(r => new { r.Status, r.SubmittedAt, r.Id });
        request.HasIndex(r => new { r.DueAt, r.Id });
        request.HasIndex(r => r.IsUnread);
        request.Property(r => r.WorkOrder).HasMaxLength(16);
        request.Ignore(r => r.IsWorkable);
        request.HasIndex(r => r.AnswerBy);
        request.Property<DateTime?>(DerivedColumns.NearAt);
        request.Property<DateTime?>(DerivedColumns.WarnAt);
        request.HasIndex(DerivedColumns.WarnAt, nameof(ServiceRequest.Id));
        request.HasIndex(r => r.RemindAt);
        request.HasIndex(r => r.ReopenedCount);
        request.HasIndex(DerivedColumns.AmphoeCode, nameof(ServiceRequest.SubmittedAt));
        request.HasIndex(DerivedColumns.TambonCode, nameof(ServiceRequest.SubmittedAt));
        request.HasIndex(r => new { r.FaultCode, r.SubmittedAt });
        request.HasIndex(r => new { r.FaultCode, r.Id });
        request.HasIndex(DerivedColumns.TambonCode, nameof(ServiceRequest.Id));
        request.HasIndex(DerivedColumns.StatusOrder, nameof(ServiceRequest.Id));
        request.HasIndex(DerivedColumns.DueOrder, nameof(ServiceRequest.Id));
        request.HasIndex(DerivedColumns.NewestOrder, nameof(ServiceRequest.Id));
        request.HasIndex(DerivedColumns.OldestOrder, nameof(ServiceRequest.Id));
    }

    static void MapAccounts(ModelBuilder builder)
    {
        builder.Entity<OfficerAccount>(account =>
        {
            account.ToTable("officers");
            account.Property(a => a.DisplayName).HasMaxLength(200);
            account.Property(a => a.CrewCode).HasMaxLength(60);
        });
        builder.Entity<OfficerSession>(session =>
        {
            session.ToTable("officer_sessions");
            session.Property(s => s.Id).HasMaxLength(32);
            session.Property(s => s.Browser).HasMaxLength(200);
            // Those of before knew no other.
            session.Property(s => s.Way).HasDefaultValue(SignInWay.Password);
            session.HasOne<OfficerAccount>().WithMany().HasForeignKey(s => s.OfficerId);
            session.HasIndex(s => new { s.OfficerId, s.StartedAt });
        });
        builder.Entity<IdentityUserClaim<int>>().ToTable("officer_claims");
        builder.Entity<IdentityUserLogin<int>>().ToTable("officer_logins");
        builder.Entity<IdentityUserToken<int>>().ToTable("officer_tokens");
    }

    /// <summary>Columns and indexes as PostgreSQL people write them, without quotes.</summary>
    public static void NameInSnakeCase(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes())
        {
            foreach (var property in type.GetProperties())
                property.SetColumnName(SnakeCase(property.Name));
            foreach (var complex in type.GetComplexProperties())
                foreach (var property in complex.ComplexType.GetProperties())
                    property.SetColumnName(SnakeCase(complex.Name + property.Name));
            foreach (var key in type.GetKeys())
                key.SetName(SnakeCase(key.GetDefaultName()!));
            foreach (var foreign in type.GetForeignKeys())
                foreign.SetConstraintName(SnakeCase(foreign.GetDefaultName()!));
            foreach (var index in type.GetIndexes())
                index.SetDatabaseName(SnakeCase(index.Name ?? index.GetDefaultDatabaseName()!));
        }
    }

    static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
