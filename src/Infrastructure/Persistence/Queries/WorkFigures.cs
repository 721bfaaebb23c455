using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Figures;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Sums;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What a crew did.</summary>
/// <param name="Code">The crew.</param>
/// <param name="Repaired">Requests that it repaired.</param>
/// <param name="NotRepaired">Requests that it could not repair.</param>
public sealed record CrewFigures(string Code, int Repaired, int NotRepaired);

/// <summary>How often a cause was found.</summary>
/// <param name="Code">A code of the settings' causes; empty where none was said.</param>
/// <param name="Count">How often.</param>
public sealed record CauseFigures(string Code, int Count);

/// <summary>How much of a material was used.</summary>
/// <param name="Code">A code of the settings' materials.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Unpriced">How many of them had no price when they were used.</param>
/// <param name="Satang">What the others cost, in satang.</param>
public sealed record MaterialFigures(string Code, Phrase Name, Phrase Unit, int Quantity, int Unpriced, long Satang)
{
    /// <summary>What those with a price cost, in baht.</summary>
    public decimal Baht => Satang / 100m;
}

/// <summary>How much an officer sees to.</summary>
/// <param name="Name">The officer; empty for requests that nobody sees to.</param>
/// <param name="Received">Requests of the period that lie with the officer.</param>
/// <param name="Done">Of those, completed by now.</param>
/// <param name="Open">Of those, still open.</param>
/// <param name="Reopened">Of those, ever taken up again.</param>
public sealed record OfficerFigures(string Name, int Received, int Done, int Open, int Reopened);

/// <summary>What only the office sees: crews, causes, materials and who sees to what.</summary>
/// <param name="Crews">By crew.</param>
/// <param name="Causes">By cause, the most frequent first.</param>
/// <param name="Materials">By material.</param>
/// <param name="Officers">By officer.</param>
public sealed record WorkFigures(
    IReadOnlyList<CrewFigures> Crews, IReadOnlyList<CauseFigures> Causes, IReadOnlyList<MaterialFigures> Materials, IReadOnlyList<OfficerFigures> Officers);

/// <summary>Reads them from the kept sums of whole months and of at most sixty single days, as <see cref="FiguresQuery"/> does.</summary>
/// <param name="db">The database.</param>
public sealed class WorkFiguresQuery(AppDb db)
{
    /// <summary>The figures.</summary>
    public async Task<WorkFigures> RunAsync(Period period, CancellationToken cancellationToken)
    {
        var spans = Spans.Of(period.From, period.To);
        var sums = (await db.WorkSums.AsNoTracking().Where(sum => spans.Contains(sum.Span))
            .GroupBy(sum => new { sum.Cut, sum.Code }).Select(same => new WorkSum
            {
                Cut = same.Key.Cut,
                Code = same.Key.Code,
                NameThai = same.Max(sum => sum.NameThai)!,
                NameEnglish = same.Max(sum => sum.NameEnglish)!,
                UnitThai = same.Max(sum => sum.UnitThai)!,
                UnitEnglish = same.Max(sum => sum.UnitEnglish)!,
                Received = same.Sum(sum => sum.Received),
                Done = same.Sum(sum => sum.Done),
                Open = same.Sum(sum => sum.Open),
                Reopened = same.Sum(sum => sum.Reopened),
                Repaired = same.Sum(sum => sum.Repaired),
                NotRepaired = same.Sum(sum => sum.NotRepaired),
                Quantity = same.Sum(sum => sum.Quantity),
                Unpriced = same.Sum(sum => sum.Unpriced),
                Satang = same.Sum(sum => sum.Satang),
            }).ToListAsync(cancellationToken)).Where(sum => !sum.IsNothing).OrderBy(sum => sum.Code, StringComparer.Ordinal).ToLookup(sum => sum.Cut);
        return new(
            [.. sums[WorkCut.Crew].Select(crew => new CrewFigures(crew.Code, crew.Repaired, crew.NotRepaired))],
            [.. sums[WorkCut.Cause].OrderByDescending(cause => cause.Repaired).Select(cause => new CauseFigures(cause.Code, cause.Repaired))],
            [.. sums[WorkCut.Material].Select(used => new MaterialFigures(
                used.Code, new(used.NameThai, used.NameEnglish), new(used.UnitThai, used.UnitEnglish), used.Quantity, used.Unpriced, used.Satang))],
            await NamedAsync([.. sums[WorkCut.Officer]], cancellationToken));
    }

    async Task<IReadOnlyList<OfficerFigures>> NamedAsync(IReadOnlyList<WorkSum> officers, CancellationToken cancellationToken)
    {
        var ids = officers.Where(officer => officer.Code.Length > 0).Select(officer => int.Parse(officer.Code, CultureInfo.InvariantCulture)).ToList();
        var names = await db.Users.AsNoTracking().Where(account => ids.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id.ToString(CultureInfo.InvariantCulture), account => account.DisplayName, cancellationToken);
        return
        [
            .. officers.Select(officer => new OfficerFigures(
                    officer.Code.Length > 0 ? names.GetValueOrDefault(officer.Code, "–") : "", officer.Received, officer.Done, officer.Open, officer.Reopened))
                .OrderBy(officer => officer.Name.Length == 0).ThenBy(officer => officer.Name, StringComparer.Ordinal),
        ];
    }
}
