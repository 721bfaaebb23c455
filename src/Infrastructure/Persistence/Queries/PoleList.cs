using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Geography;
using Songthang.Infrastructure.Search;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>The columns that the list of poles sorts by.</summary>
public enum PoleSort
{
    /// <summary>The painted number, numbers in it by their size.</summary>
    Number,

    /// <summary>The register's code: the order in which they were taken in.</summary>
    Code,

    /// <summary>The road.</summary>
    Road,

    /// <summary>The day of the installation; unknown ones as the oldest.</summary>
    Installed,
}

/// <summary>Poles in use, out of use, or both.</summary>
public enum PoleUse
{
    /// <summary>In use.</summary>
    InUse,

    /// <summary>Out of use.</summary>
    Retired,

    /// <summary>All.</summary>
    All,
}

/// <summary>Which poles are wanted; what is empty does not narrow.</summary>
/// <param name="Text">Words as typed.</param>
/// <param name="Road">A road as people write it.</param>
/// <param name="Cabinet">A control cabinet.</param>
/// <param name="Circuit">A circuit.</param>
/// <param name="Owner">A code of the settings' other authorities, empty for our own; null for any.</param>
/// <param name="TambonCode">A subdistrict.</param>
/// <param name="Use">In use or not.</param>
public sealed record PoleFilter(
    string Text = "", string Road = "", string Cabinet = "", string Circuit = "", string? Owner = null, string TambonCode = "", PoleUse Use = PoleUse.InUse)
{
    internal IQueryable<Pole> Apply(AppDb db)
    {
        var poles = db.Poles.AsNoTracking().Matching(db, Text);
        if (RoadName.Key(Road) is { Length: > 0 } road)
            poles = poles.Where(pole => pole.RoadKey == road);
        if (Cabinet.Length > 0)
            poles = poles.Where(pole => pole.CabinetCode == Cabinet);
        if (Circuit.Length > 0)
            poles = poles.Where(pole => pole.CircuitCode == Circuit);
        if (Owner is { } owner)
            poles = poles.Where(pole => pole.OwnerCode == owner);
        if (TambonCode.Length > 0)
            poles = poles.Where(pole => pole.TambonCode == TambonCode);
        return Use switch
        {
            PoleUse.InUse => poles.Where(pole => pole.RetiredOn == null),
            PoleUse.Retired => poles.Where(pole => pole.RetiredOn != null),
            _ => poles,
        };
    }
}

/// <summary>A line of the list.</summary>
/// <param name="Pole">The pole in short.</param>
/// <param name="LampCode">Kind of lamp.</param>
/// <param name="PowerWatts">Watts.</param>
/// <param name="InstalledOn">Day of the installation.</param>
/// <param name="Open">Open requests about it.</param>
public sealed record PoleRow(PoleInShort Pole, string LampCode, int? PowerWatts, DateOnly? InstalledOn, int Open);

/// <summary>A place in the list: after or before the pole with this key.</summary>
/// <param name="Before">Those before it are wanted.</param>
/// <param name="Id">Key of the pole.</param>
public sealed record PolePlace(bool Before, long Id);

/// <summary>One page of the list.</summary>
/// <param name="Rows">In the order asked for.</param>
/// <param name="Previous">Where the page before it ends; null on the first.</param>
/// <param name="Next">Where the page after it begins; null on the last.</param>
public sealed record PoleListPage(IReadOnlyList<PoleRow> Rows, PolePlace? Previous, PolePlace? Next);

/// <summary>Reads the list of poles: one statement a page and one for the count, whatever the number of poles.</summary>
/// <param name="db">The database.</param>
public sealed class PoleList(AppDb db)
{
    /// <summary>Up to here the number of poles found is exact.</summary>
    public const int CountBound = 10_000;

    /// <summary>A page; from the beginning when nothing is at the place.</summary>
    public async Task<PoleListPage> ReadAsync(
        PoleFilter filter, PoleSort sort, bool descending, PolePlace? place, int size, CancellationToken cancellationToken)
    {
        var poles = filter.Apply(db);
        var rows = await TakeAsync(place);
        // The way back ends at the first page, which is shown whole.
        if (place is not null && (rows.Count == 0 || (place.Before && rows.Count <= size)))
            rows = await TakeAsync(place = null);
        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        var back = place is { Before: true };
        if (back)
            rows.Reverse();
        return new(
            rows,
            place is not null ? new(Before: true, rows[0].Pole.Id) : null,
            more || back ? new(Before: false, rows[^1].Pole.Id) : null);

        Task<List<PoleRow>> TakeAsync(PolePlace? from)
        {
            var down = descending ^ from is { Before: true };
            return Ordered(from is null ? poles : Beyond(poles, sort, down, from.Id), sort, down).Take(size + 1)
                .Select(pole => new PoleRow(
                    new PoleInShort(
                        pole.Id, pole.CodeNumber, pole.Number, pole.Latitude, pole.Longitude, pole.TambonCode, pole.Road, pole.OwnerCode,
                        pole.CabinetCode, pole.CircuitCode, pole.RetiredOn != null),
                    pole.LampCode, pole.PowerWatts, pole.InstalledOn,
                    db.ServiceRequests.Count(request => pole.NumberLooseKey != "" && EF.Property<string?>(request, SameFaultColumns.Pole) == pole.NumberLooseKey)))
                .ToListAsync(cancellationToken);
        }
    }

    /// <summary>How many there are; stops counting one above <see cref="CountBound"/>.</summary>
    public Task<int> CountAsync(PoleFilter filter, CancellationToken cancellationToken) =>
        filter.Apply(db).Take(CountBound + 1).CountAsync(cancellationToken);

    /// <summary>All of them as they stand, by their codes; read one by one, never all in memory.</summary>
    public IAsyncEnumerable<Pole> StreamAsync(PoleFilter filter) =>
        filter.Apply(db).OrderBy(pole => pole.Id).AsAsyncEnumerable();

    // What the row at the place sorts by is looked up in the same statement: an address need not carry it.
    IQueryable<Pole> Beyond(IQueryable<Pole> poles, PoleSort sort, bool down, long id)
    {
        var at = db.Poles.Where(pole => pole.Id == id);
        var number = at.Select(pole => pole.NumberOrder);
        var road = at.Select(pole => pole.RoadKey);
        var day = at.Select(pole => EF.Property<DateOnly>(pole, PoleTables.InstalledOrder));
#pragma warning disable CA1309 // The database compares, by its own order.
        return (sort, down) switch
        {
            (PoleSort.Number, false) => poles.Where(p => string.Compare(p.NumberOrder, number.First()) >= 0
                && (string.Compare(p.NumberOrder, number.First()) > 0 || p.Id > id)),
            (PoleSort.Number, true) => poles.Where(p => string.Compare(p.NumberOrder, number.First()) <= 0
                && (string.Compare(p.NumberOrder, number.First()) < 0 || p.Id < id)),
            (PoleSort.Road, false) => poles.Where(p => string.Compare(p.RoadKey, road.First()) >= 0
                && (string.Compare(p.RoadKey, road.First()) > 0 || p.Id > id)),
            (PoleSort.Road, true) => poles.Where(p => string.Compare(p.RoadKey, road.First()) <= 0
                && (string.Compare(p.RoadKey, road.First()) < 0 || p.Id < id)),
            (PoleSort.Installed, false) => poles.Where(p =>
                EF.Property<DateOnly>(p, PoleTables.InstalledOrder) >= day.First()
                && (EF.Property<DateOnly>(p, PoleTables.InstalledOrder) > day.First() || p.Id > id)),
            (PoleSort.Installed, true) => poles.Where(p =>
                EF.Property<DateOnly>(p, PoleTables.InstalledOrder) <= day.First()
                && (EF.Property<DateOnly>(p, PoleTables.InstalledOrder) < day.First() || p.Id < id)),
            (_, false) => poles.Where(p => p.Id > id),
            _ => poles.Where(p => p.Id < id),
        };
#pragma warning restore CA1309
    }

    static IQueryable<Pole> Ordered(IQueryable<Pole> poles, PoleSort sort, bool down) => (sort, down) switch
    {
        (PoleSort.Number, false) => poles.OrderBy(p => p.NumberOrder).ThenBy(p => p.Id),
        (PoleSort.Number, true) => poles.OrderByDescending(p => p.NumberOrder).ThenByDescending(p => p.Id),
        (PoleSort.Road, false) => poles.OrderBy(p => p.RoadKey).ThenBy(p => p.Id),
        (PoleSort.Road, true) => poles.OrderByDescending(p => p.RoadKey).ThenByDescending(p => p.Id),
        (PoleSort.Installed, false) => poles.OrderBy(p => EF.Property<DateOnly>(p, PoleTables.InstalledOrder)).ThenBy(p => p.Id),
        (PoleSort.Installed, true) => poles.OrderByDescending(p => EF.Property<DateOnly>(p, PoleTables.InstalledOrder)).ThenByDescending(p => p.Id),
        (_, false) => poles.OrderBy(p => p.Id),
        _ => poles.OrderByDescending(p => p.Id),
    };
}
