using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Songthang.Domain.Assets;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Search;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence;

/// <summary>How the register of poles becomes tables.</summary>
static class PoleTables
{
    /// <summary>Column with all that officers search in, folded.</summary>
    public const string SearchText = PoleSearch.SearchText;

    /// <summary>Column with the day of the installation, the first of all days for none: the databases disagree on where a null sorts.</summary>
    public const string InstalledOrder = nameof(InstalledOrder);

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Pole>(pole =>
        {
            pole.ToTable("poles");
            pole.Ignore(p => p.Code);
            pole.Ignore(p => p.Position);
            pole.Ignore(p => p.Facts);
            pole.Property(p => p.Side).HasConversion<string>().HasMaxLength(32);
            pole.Property(p => p.TambonCode).HasMaxLength(6);
            pole.Property(p => p.LampCode).HasMaxLength(60);
            pole.Property(p => p.OwnerCode).HasMaxLength(60);
            pole.Property(p => p.Version).IsConcurrencyToken();
            pole.Property<string>(SearchText);
            pole.Property<DateOnly>(InstalledOrder);
            pole.HasMany(p => p.History).WithOne().HasForeignKey(e => e.PoleId).OnDelete(DeleteBehavior.Restrict);
            pole.HasMany(p => p.Photos).WithOne().HasForeignKey(p => p.PoleId).OnDelete(DeleteBehavior.Cascade);
            pole.Navigation(p => p.History).UsePropertyAccessMode(PropertyAccessMode.Field);
            pole.Navigation(p => p.Photos).UsePropertyAccessMode(PropertyAccessMode.Field);
            pole.HasIndex(p => p.CodeNumber).IsUnique();
            // A number names one pole of its owner; a pole out of use leaves its number to the next one.
            pole.HasIndex(p => new { p.OwnerCode, p.NumberKey }, "ix_poles_number_in_use").IsUnique()
                .HasFilter("retired_on IS NULL AND number_key <> ''");
            pole.HasIndex(p => p.NumberKey);
            pole.HasIndex(p => p.NumberLooseKey);
            pole.HasIndex(p => new { p.Latitude, p.Longitude });
            // Each list pages by key: the sorted column, then the id.
            pole.HasIndex(p => new { p.NumberOrder, p.Id });
            pole.HasIndex(p => new { p.RoadKey, p.Id });
            pole.HasIndex(nameof(InstalledOrder), nameof(Pole.Id));
            pole.HasIndex(p => new { p.CabinetCode, p.CircuitCode, p.Id });
            pole.HasIndex(p => new { p.TambonCode, p.Id });
            pole.HasIndex(p => new { p.RetiredOn, p.Id });
        });
        builder.Entity<PoleEntry>(entry =>
        {
            entry.ToTable("pole_entries");
            entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(32);
            entry.Property(e => e.Changes).HasConversion(
                changes => changes.Count == 0 ? "" : JsonSerializer.Serialize(changes, CurrentSettings.Json),
                written => written.Length == 0 ? Array.Empty<PoleChange>() : JsonSerializer.Deserialize<PoleChange[]>(written, CurrentSettings.Json)!,
                ValueComparer.CreateDefault<IReadOnlyList<PoleChange>>(favorStructuralComparisons: false));
            entry.HasIndex(e => new { e.PoleId, e.Number }).IsUnique();
        });
        builder.Entity<PolePhoto>(photo =>
        {
            photo.ToTable("pole_photos");
            photo.HasKey(p => p.Key);
            photo.Property(p => p.Key).HasMaxLength(32);
        });
    }

    /// <summary>Brings what lists search and sort by up to date.</summary>
    public static void Refresh(EntityEntry<Pole> tracked)
    {
        var pole = tracked.Entity;
        tracked.Property(InstalledOrder).CurrentValue = pole.InstalledOn ?? DateOnly.MinValue;
        tracked.Property(SearchText).CurrentValue = ThaiText.Fold(string.Join(
            '\n', pole.Number, pole.NumberKey, pole.NumberLooseKey, pole.Code, pole.Road, pole.Luminaire, pole.CabinetCode, pole.CircuitCode, pole.Notes));
    }
}
