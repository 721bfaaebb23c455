using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Publication;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>From which to which day of installation, Bangkok; null is open, and only when both are open the poles without a day belong to it.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct DaysOfData(DateOnly? From, DateOnly? To);

/// <summary>The one query through which the public takes poles away.</summary>
/// <param name="db">The database.</param>
public sealed class PublicPoles(AppDb db)
{
    const int Batch = 1000;

    static readonly Expression<Func<Pole, Row>> Shown = pole => new Row(pole.Id, new PublicPole(
        pole.CodeNumber, pole.Number, pole.Latitude, pole.Longitude, pole.TambonCode, pole.Road, pole.Side, pole.Luminaire, pole.LampCode,
        pole.PowerWatts, pole.CabinetCode, pole.CircuitCode, pole.InstalledOn, pole.OwnerCode, pole.RetiredOn, pole.ChangedAt));

    /// <summary>Every pole installed on these days, in the order of registration, read batch by batch.</summary>
    public async IAsyncEnumerable<PublicPole> EveryAsync(DaysOfData days, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (true)
        {
            var rows = await In(days).Where(pole => pole.Id > last).OrderBy(pole => pole.Id).Take(Batch).Select(Shown).ToListAsync(cancellationToken);
            foreach (var row in rows)
                yield return row.Pole;
            if (rows.Count < Batch)
                yield break;
            last = rows[^1].Id;
        }
    }

    /// <summary>The pole with this code, in use or not; null when there is none.</summary>
    public Task<PublicPole?> FindAsync(PoleCode code, CancellationToken cancellationToken) => db.Poles.AsNoTracking()
        .Where(pole => pole.CodeNumber == code.Number).Select(Shown).Select(row => (PublicPole?)row.Pole).SingleOrDefaultAsync(cancellationToken);

    /// <summary>One page of the register in the order of its own codes.</summary>
    /// <param name="after">Code number of the last pole of the page before; 0 on the first page.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<PublicPole>> PageAsync(int after, int count, CancellationToken cancellationToken) => db.Poles.AsNoTracking()
        .Where(pole => pole.CodeNumber > after).OrderBy(pole => pole.CodeNumber).Take(count).Select(Shown).Select(row => row.Pole)
        .ToListAsync(cancellationToken);

    /// <summary>How many poles were installed on these days, and when any of them last changed.</summary>
    public async Task<DataStamp> StampAsync(DaysOfData days, CancellationToken cancellationToken) =>
        await In(days).GroupBy(_ => 1).Select(all => new DataStamp(all.Count(), all.Max(pole => pole.ChangedAt)))
            .FirstOrDefaultAsync(cancellationToken) ?? new DataStamp(0, null);

    /// <summary>The years (Common Era) in which poles were installed, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken) =>
        await db.Poles.AsNoTracking().Where(pole => pole.InstalledOn != null).Select(pole => pole.InstalledOn!.Value.Year)
            .Distinct().OrderByDescending(year => year).ToListAsync(cancellationToken);

    IQueryable<Pole> In(DaysOfData days)
    {
        var poles = db.Poles.AsNoTracking();
        if (days.From is { } from)
            poles = poles.Where(pole => pole.InstalledOn >= from);
        if (days.To is { } to)
            poles = poles.Where(pole => pole.InstalledOn <= to);
        return poles;
    }

    sealed record Row(long Id, PublicPole Pole);
}
