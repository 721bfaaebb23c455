using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>What is kept beside a request so that programs of others can ask for what is new or near.</summary>
static class PublicColumns
{
    /// <summary>Column with the moment of the newest change that the public can see, from <see cref="ChangeClock"/>.</summary>
    public const string ChangedAt = "PublicChangedAt";

    /// <summary>Column with the latitude as the public sees it: nobody finds the exact one by asking for what is near.</summary>
    public const string Latitude = "PublicLatitude";

    /// <summary>Column with the longitude as the public sees it.</summary>
    public const string Longitude = "PublicLongitude";

    /// <summary>
    /// Column of a timeline entry that everyone may know of: the moment at which it became visible, from <see cref="ChangeClock"/>.
    /// When it happened may lie before that, when saving took its time or an older register was brought in. Null for what is not for everyone.
    /// </summary>
    public const string EntryAt = "PublicAt";

    /// <summary>The open states come before this one in <see cref="DerivedColumns.StatusOrder"/>.</summary>
    public const int FirstSettled = (int)ServiceRequestStatus.Completed;

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ServiceRequest>(request =>
        {
            request.Property<DateTime>(ChangedAt);
            request.Property<double?>(Latitude);
            request.Property<double?>(Longitude);
            request.HasIndex(ChangedAt, nameof(ServiceRequest.Id));
            // Of the open ones alone: whoever asks for them would otherwise walk past all that was ever settled since.
            request.HasIndex([ChangedAt, nameof(ServiceRequest.Id)], "ix_service_requests_open_changed")
                .HasFilter($"status_order < {FirstSettled.ToString(CultureInfo.InvariantCulture)}");
            request.HasIndex(Latitude, Longitude);
        });
        builder.Entity<TimelineEntry>(entry =>
        {
            entry.Property<DateTime?>(EntryAt);
            entry.HasIndex(e => new { e.At, e.Id });
            entry.HasIndex(EntryAt, nameof(TimelineEntry.Id)).HasFilter("public_at IS NOT NULL");
        });
        builder.Entity<LastChange>(clock =>
        {
            clock.ToTable("change_clock");
            clock.Property(c => c.Id).ValueGeneratedNever();
        });
    }

    /// <summary>Whether saving this request changes anything that the public can see of it.</summary>
    public static bool IsSeen(AppDb db, EntityEntry<ServiceRequest> tracked)
    {
        if (tracked.State == EntityState.Added || NewEntries(db, tracked.Entity).Any())
            return true;
        return tracked.Property(request => request.Status).IsModified || tracked.Property(request => request.PublicSymptom).IsModified
            || tracked.Property(request => request.FaultCode).IsModified || tracked.Property(request => request.MergedIntoId).IsModified
            || tracked.Entity.Photos.Any(photo => db.Entry(photo).Property(p => p.IsPublic).IsModified)
            || db.ChangeTracker.Entries<Photo>().Any(photo => photo.State == EntityState.Deleted && photo.Entity.IsPublic && photo.Entity.ServiceRequestId == tracked.Entity.Id);
    }

    /// <summary>Brings the coarse position up to date.</summary>
    public static void Refresh(EntityEntry<ServiceRequest> tracked)
    {
        var (request, shown) = (tracked.Entity, tracked.Entity.CheckedAt is not null);
        tracked.Property(Latitude).CurrentValue = shown ? PublicServiceRequest.Coarse(request.Place.Latitude) : null;
        tracked.Property(Longitude).CurrentValue = shown ? PublicServiceRequest.Coarse(request.Place.Longitude) : null;
    }

    /// <summary>Gives the changed requests their moments, and each of their new entries one of its own.</summary>
    public static async Task StampAsync(AppDb db, IReadOnlyList<EntityEntry<ServiceRequest>> changed, CancellationToken cancellationToken)
    {
        var all = changed.Select(tracked => (Tracked: tracked, Entries: NewEntries(db, tracked.Entity).ToList())).ToList();
        var earliest = changed.Max(tracked => tracked.Entity.UpdatedAt);
        var moment = await ChangeClock.TakeAsync(db, all.Sum(one => Math.Max(1, one.Entries.Count)), earliest, cancellationToken);
        foreach (var (tracked, entries) in all)
        {
            tracked.Property(ChangedAt).CurrentValue = moment;
            for (var i = 0; i < entries.Count; i++)
                entries[i].Property(EntryAt).CurrentValue = moment.AddMilliseconds(i);
            moment = moment.AddMilliseconds(Math.Max(1, entries.Count));
        }
    }

    static IEnumerable<EntityEntry<TimelineEntry>> NewEntries(AppDb db, ServiceRequest request) => request.Timeline
        .Where(entry => PublicTimeline.Shows(entry.Kind, entry.Audience)).Select(entry => db.Entry(entry)).Where(entry => entry.State == EntityState.Added);
}
