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

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ServiceRequest>(request =>
        {
            request.Property<DateTime>(ChangedAt);
            request.Property<double?>(Latitude);
            request.Property<double?>(Longitude);
            request.HasIndex(ChangedAt, nameof(ServiceRequest.Id));
            request.HasIndex(Latitude, Longitude);
        });
        builder.Entity<TimelineEntry>().HasIndex(entry => new { entry.At, entry.Id });
        builder.Entity<LastChange>(clock =>
        {
            clock.ToTable("change_clock");
            clock.Property(c => c.Id).ValueGeneratedNever();
        });
    }

    /// <summary>Whether saving this request changes anything that the public can see of it.</summary>
    public static bool IsSeen(AppDb db, EntityEntry<ServiceRequest> tracked)
    {
        if (tracked.State == EntityState.Added || tracked.Entity.Timeline.Any(entry =>
            db.Entry(entry).State == EntityState.Added && PublicTimeline.Shows(entry.Kind, entry.Audience)))
        {
            return true;
        }

        return tracked.Property(request => request.Status).IsModified || tracked.Property(request => request.PublicSymptom).IsModified
            || tracked.Property(request => request.FaultCode).IsModified || tracked.Property(request => request.MergedIntoId).IsModified
            || tracked.Entity.Photos.Any(photo => db.Entry(photo).Property(p => p.IsPublic).IsModified);
    }

    /// <summary>Brings the coarse position up to date.</summary>
    public static void Refresh(EntityEntry<ServiceRequest> tracked)
    {
        var (request, shown) = (tracked.Entity, tracked.Entity.CheckedAt is not null);
        tracked.Property(Latitude).CurrentValue = shown ? PublicServiceRequest.Coarse(request.Place.Latitude) : null;
        tracked.Property(Longitude).CurrentValue = shown ? PublicServiceRequest.Coarse(request.Place.Longitude) : null;
    }

    /// <summary>Gives the changed requests their moments.</summary>
    public static async Task StampAsync(AppDb db, IReadOnlyList<EntityEntry<ServiceRequest>> changed, CancellationToken cancellationToken)
    {
        var earliest = changed.Max(tracked => tracked.Entity.UpdatedAt);
        var moment = await ChangeClock.TakeAsync(db, changed.Count, earliest, cancellationToken);
        foreach (var tracked in changed)
        {
            tracked.Property(ChangedAt).CurrentValue = moment;
            moment = moment.AddMilliseconds(1);
        }
    }
}
