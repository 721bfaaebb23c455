using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Domain.WeakSpots;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Settings;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>The weak spots of a moment.</summary>
/// <param name="Poles">Most faults first.</param>
/// <param name="Roads">Most faults per kilometre first.</param>
/// <param name="Lamps">Those that end soonest first.</param>
/// <param name="Faults">How many faults were counted.</param>
/// <param name="At">When, UTC.</param>
public sealed record WeakSpotsFound(IReadOnlyList<WeakPole> Poles, IReadOnlyList<WeakRoad> Roads, IReadOnlyList<AgedLamp> Lamps, int Faults, DateTime At)
{
    /// <summary>Whether there were more faults than are counted; the oldest of the year are missing then.</summary>
    public bool IsCut => Faults >= WeakSpotQuery.MostFaults;
}

/// <summary>What lists show of a pole besides.</summary>
/// <param name="Pole">The pole in short.</param>
/// <param name="LampCode">Kind of lamp.</param>
/// <param name="InstalledOn">Day of the installation.</param>
/// <param name="WarrantyUntil">Last day of the warranty.</param>
/// <param name="ExpectedLifeYears">Years that its lamp is expected to last; null for those of its kind.</param>
public sealed record PoleOfList(PoleInShort Pole, string LampCode, DateOnly? InstalledOn, DateOnly? WarrantyUntil, int? ExpectedLifeYears);

/// <summary>
/// Reads what weak spots are found in: the faults of a year, the poles with those names, and the day of every lamp. Each is
/// a plain read by an index with an upper bound; what it means is decided in the domain.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="roads">The roads and their lengths.</param>
/// <param name="settings">How long lamps last.</param>
public sealed class WeakSpotQuery(AppDb db, CurrentRoads roads, CurrentSettings settings)
{
    /// <summary>Most faults that are counted, the newest of the year: many times those of a province.</summary>
    public const int MostFaults = 100_000;

    const int AtOnce = 500;

    /// <summary>Finds them all.</summary>
    public async Task<WeakSpotsFound> FindAsync(DateTime now, CancellationToken cancellationToken)
    {
        var faults = await FaultsAsync(now.AddMonths(-WeakSpotSearch.Months), cancellationToken);
        var today = ThaiDates.BangkokDate(now);
        return new(
            WeakSpotSearch.Poles(await CandidatesAsync(faults, cancellationToken), faults),
            WeakSpotSearch.Roads(roads.Map, CurrentRoads.LampMetres, faults),
            WeakSpotSearch.Lamps(await LampsAsync(today, cancellationToken), today),
            faults.Count, now);
    }

    /// <summary>These poles as lists show them, by their keys.</summary>
    public async Task<IReadOnlyDictionary<long, PoleOfList>> PolesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, PoleOfList>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            var rows = await db.Poles.AsNoTracking().Where(pole => some.Contains(pole.Id))
                .Select(pole => new PoleOfList(
                    new PoleInShort(
                        pole.Id, pole.CodeNumber, pole.Number, pole.Latitude, pole.Longitude, pole.TambonCode, pole.Road, pole.OwnerCode,
                        pole.CabinetCode, pole.CircuitCode, pole.RetiredOn != null),
                    pole.LampCode, pole.InstalledOn, pole.WarrantyUntil, pole.ExpectedLifeYears))
                .ToListAsync(cancellationToken);
            rows.ForEach(row => found[row.Pole.Id] = row);
        }

        return found;
    }

    Task<List<CountedFault>> FaultsAsync(DateTime from, CancellationToken cancellationToken)
    {
        var counted = WeakSpotSearch.Counted;
        return db.ServiceRequests.AsNoTracking().Where(request => request.SubmittedAt >= from && counted.Contains(request.Status))
            .OrderByDescending(request => request.SubmittedAt).ThenByDescending(request => request.Id).Take(MostFaults)
            .Select(request => new CountedFault(
                request.Reference, request.Status, request.SubmittedAt, request.Place, EF.Property<string?>(request, DerivedColumns.PoleKey) ?? ""))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Our own poles in use that go by a number or a code that was reported.</summary>
    async Task<IReadOnlyCollection<StandingPole>> CandidatesAsync(List<CountedFault> faults, CancellationToken cancellationToken)
    {
        var (numbers, codes) = WeakSpotSearch.CandidateKeys(faults);
        var ours = db.Poles.AsNoTracking().Where(pole => pole.RetiredOn == null && pole.OwnerCode == "");
        var found = new Dictionary<long, StandingPole>();
        foreach (var some in numbers.Chunk(AtOnce))
            await AddAsync(ours.Where(pole => some.Contains(pole.NumberLooseKey)));
        foreach (var some in codes.Chunk(AtOnce))
            await AddAsync(ours.Where(pole => some.Contains(pole.CodeNumber)));
        return found.Values;

        async Task AddAsync(IQueryable<Pole> poles)
        {
            var rows = await poles.Select(pole => new { pole.Id, pole.CodeNumber, pole.Number, pole.TambonCode, pole.Latitude, pole.Longitude })
                .ToListAsync(cancellationToken);
            foreach (var row in rows)
                found[row.Id] = new(row.Id, row.CodeNumber, row.Number, new Place(row.TambonCode, "", "", "", row.Number, row.Latitude, row.Longitude));
        }
    }

    /// <summary>The lamps of our own poles that are old enough to end within the time that is looked ahead.</summary>
    async Task<List<AgedLamp>> LampsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var years = settings.Get(Topics.LampKinds).All.ToDictionary(kind => kind.Code, kind => kind.LifeYears, StringComparer.Ordinal);
        // No lamp is expected to last less than a year.
        var newest = today.AddDays(WeakSpotSearch.DaysAhead).AddYears(-1);
        var lamps = new List<AgedLamp>();
        var rows = db.Poles.AsNoTracking()
            .Where(pole => EF.Property<DateOnly>(pole, PoleTables.InstalledOrder) > DateOnly.MinValue
                && EF.Property<DateOnly>(pole, PoleTables.InstalledOrder) <= newest && pole.OwnerCode == "")
            // What is out of use is left out below: asked for here, SQLite would look up all poles in use, which are nearly all there are.
            .Select(pole => new { pole.Id, pole.CodeNumber, pole.InstalledOn, pole.ExpectedLifeYears, pole.LampCode, pole.RetiredOn });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.RetiredOn is null
                && LampLife.End(row.InstalledOn, row.ExpectedLifeYears, years.TryGetValue(row.LampCode, out var known) ? known : null) is { } end
                && end <= today.AddDays(WeakSpotSearch.DaysAhead))
                lamps.Add(new(row.Id, row.CodeNumber, end));
        }

        return lamps;
    }
}
