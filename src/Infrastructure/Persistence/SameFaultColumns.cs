using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// What the search for reports of the same fault goes by. Filled only while a request is open: such a search reads open
/// requests alone, so its work does not grow with all that was ever reported.
/// </summary>
static class SameFaultColumns
{
    public const string Latitude = "OpenLatitude";
    public const string Longitude = "OpenLongitude";
    public const string Pole = "OpenPole";
    public const string Tambon = "OpenTambon";

    public static void Map(EntityTypeBuilder<ServiceRequest> request)
    {
        request.Property<double?>(Latitude);
        request.Property<double?>(Longitude);
        request.Property<string?>(Pole);
        request.Property<string?>(Tambon).HasMaxLength(6);
        request.HasIndex(Latitude, Longitude);
        request.HasIndex(Pole);
        request.HasIndex(Tambon);
    }

    public static void Refresh(EntityEntry<ServiceRequest> tracked)
    {
        var (request, place) = (tracked.Entity, tracked.Entity.Place);
        var isOpen = request.Status.IsOpen();
        tracked.Property(Latitude).CurrentValue = isOpen ? place.Latitude : null;
        tracked.Property(Longitude).CurrentValue = isOpen ? place.Longitude : null;
        tracked.Property(Pole).CurrentValue = isOpen && place.PoleKey.Length > 0 ? place.PoleKey : null;
        tracked.Property(Tambon).CurrentValue = isOpen && place.TambonCode.Length > 0 ? place.TambonCode : null;
    }
}
