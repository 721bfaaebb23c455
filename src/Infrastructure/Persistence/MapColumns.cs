using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Persistence.Sums;

namespace Songthang.Infrastructure.Persistence;

/// <summary>What is kept beside a request for the public map: where it stands there, and as what its cells count it.</summary>
static class MapColumns
{
    /// <summary>Column with <see cref="Domain.Publication.MapMark.Latitude"/>; null when it stands nowhere.</summary>
    public const string Latitude = "MapLatitude";

    /// <summary>Column with <see cref="Domain.Publication.MapMark.Longitude"/>.</summary>
    public const string Longitude = "MapLongitude";

    public static void Map(EntityTypeBuilder<ServiceRequest> request)
    {
        request.Property<int?>(Latitude);
        request.Property<int?>(Longitude);
        request.Property<string>(DerivedColumns.MappedAs).HasMaxLength(120).IsRequired().IsConcurrencyToken();
        request.HasIndex(Latitude, Longitude);
    }

    /// <summary>Brings them up to date, and tells the sums what changes.</summary>
    public static void Refresh(EntityEntry<ServiceRequest> tracked, Province province, MapChanges changes)
    {
        var (counted, tally) = (tracked.Property<string>(DerivedColumns.MappedAs), MapTally.Of(tracked.Entity, province));
        var before = tracked.State == EntityState.Added ? "" : counted.OriginalValue;
        counted.CurrentValue = MapTally.CodeOf(tally);
        tracked.Property(Latitude).CurrentValue = tally?.Latitude;
        tracked.Property(Longitude).CurrentValue = tally?.Longitude;
        if (before != counted.CurrentValue)
            changes.Add(Reference.TryParse(tracked.Entity.Reference, out var reference) ? reference.Key : 0, MapTally.Read(before), tally);
    }
}
