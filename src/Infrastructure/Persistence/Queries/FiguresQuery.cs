using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Figures;
using Songthang.Domain.ServiceLevels;
using Songthang.Infrastructure.Persistence.Sums;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>
/// The one query behind the public figures, the officers' and the monthly report. It reads the kept sums of whole months and of
/// at most sixty single days: as much for a million requests as for a thousand.
/// </summary>
/// <param name="db">The database.</param>
public sealed class FiguresQuery(AppDb db)
{
    /// <summary>The figures.</summary>
    public async Task<PeriodFigures> RunAsync(FiguresOf of, CancellationToken cancellationToken)
    {
        // All tables of a page add up to the same total because they are made of one answer of the database.
        var cells = await CellsAsync(of, cancellationToken);
        var steps = await StepsAsync(of, cancellationToken);
        var own = OwnCut(of);
        var work = steps.Where(place => place.Cut == own && place.Step == (int)ManualStep.DoWork).ToList();
        var months = MonthsOf(of.Period).Select(month => new FiguresLine(
            Text(month), Sum(cells.Where(cell => cell.Month == month)), Work(work.Where(place => place.Month == month)))).ToList();
        return new(
            Sum(cells), months,
            [.. Lines(cells, cell => cell.AmphoeCode, code => Unless(StepCuts.OfAmphoe(code), of.FaultCode.Length > 0), steps).OrderBy(line => line.Key.Length == 0).ThenBy(line => line.Key, StringComparer.Ordinal)],
            [.. Lines(cells, cell => cell.FaultCode, code => Unless(StepCuts.OfFault(code), of.AmphoeCode.Length > 0), steps).OrderByDescending(line => line.Tally.Received + line.Tally.Completed).ThenBy(line => line.Key, StringComparer.Ordinal)],
            [.. Lines(cells, cell => cell.Channel, _ => null, steps).OrderByDescending(line => line.Tally.Received)],
            own is null ? [] : [.. ManualSteps.All.Select(step => Step(step, steps.Where(place => place.Cut == own && place.Step == (int)step)))],
            !await db.ServiceRequests.AnyAsync(request => EF.Property<long>(request, DerivedColumns.DerivedFrom) == DerivedColumns.NotCounted, cancellationToken));
    }

    Task<List<Cell>> CellsAsync(FiguresOf of, CancellationToken cancellationToken)
    {
        var spans = Spans.Of(of.Period.From, of.Period.To);
        var sums = db.DailySums.AsNoTracking().Where(sum => spans.Contains(sum.Span));
        if (of.AmphoeCode.Length > 0)
        {
            var amphoe = of.AmphoeCode == PublicFilter.NoAmphoe ? "" : of.AmphoeCode;
            sums = sums.Where(sum => sum.AmphoeCode == amphoe);
        }

        if (of.FaultCode.Length > 0)
            sums = sums.Where(sum => sum.FaultCode == of.FaultCode);
        return sums.GroupBy(sum => new { Month = sum.Span > 1_000_000 ? sum.Span / 100 : sum.Span, sum.AmphoeCode, sum.FaultCode, sum.Channel })
            .Select(cell => new Cell(
                cell.Key.Month, cell.Key.AmphoeCode, cell.Key.FaultCode, cell.Key.Channel, new Tally(
                    cell.Sum(sum => sum.Received), cell.Sum(sum => sum.Done), cell.Sum(sum => sum.Forwarded), cell.Sum(sum => sum.Declined),
                    cell.Sum(sum => sum.Merged), cell.Sum(sum => sum.Withdrawn), cell.Sum(sum => sum.Reopened), cell.Sum(sum => sum.Completed),
                    cell.Sum(sum => sum.Kept), cell.Sum(sum => sum.Ratings), cell.Sum(sum => sum.Fixed), cell.Sum(sum => sum.Points))))
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Lengths of all steps of the figures' own cut, those of the work by month; where that is all requests, also of the work of every other
    /// cut, for the lines.
    /// </summary>
    async Task<List<StepsAt>> StepsAsync(FiguresOf of, CancellationToken cancellationToken)
    {
        if (OwnCut(of) is not { } own)
            return [];
        const int work = (int)ManualStep.DoWork;
        var places = ByPlace(Within(of.Period).Where(sum => sum.Cut == own));
        if (own == StepCuts.All)
            places = places.Concat(ByPlace(Within(of.Period).Where(sum => sum.Step == work && sum.Cut != own)));
        return await places.ToListAsync(cancellationToken);
    }

    static IQueryable<StepsAt> ByPlace(IQueryable<StepSum> sums)
    {
        const int work = (int)ManualStep.DoWork;
        return sums.GroupBy(sum => new { Month = sum.Step != work ? 0 : sum.Span > 1_000_000 ? sum.Span / 100 : sum.Span, sum.Cut, sum.Step, sum.Place })
            .Select(place => new StepsAt
            {
                Month = place.Key.Month,
                Cut = place.Key.Cut,
                Step = place.Key.Step,
                At = place.Key.Place,
                Count = place.Sum(sum => sum.Count),
                Kept = place.Sum(sum => sum.Kept),
            });
    }

    IQueryable<StepSum> Within(Period period)
    {
        // Named one by one, and not as ranges: so that the index of a cut is read at these alone.
        var spans = Spans.Of(period.From, period.To);
        return db.StepSums.AsNoTracking().Where(sum => spans.Contains(sum.Span));
    }

    /// <summary>The cut that holds the lengths of the steps of exactly these requests; null when none does.</summary>
    static string? OwnCut(FiguresOf of) => (of.AmphoeCode, of.FaultCode) switch
    {
        ("", "") => StepCuts.All,
        (var amphoe, "") => StepCuts.OfAmphoe(amphoe == PublicFilter.NoAmphoe ? "" : amphoe),
        ("", var fault) => StepCuts.OfFault(fault),
        _ => null,
    };

    static string? Unless(string cut, bool isNarrower) => isNarrower ? null : cut;

    static IEnumerable<FiguresLine> Lines(List<Cell> cells, Func<Cell, string> key, Func<string, string?> cutOf, List<StepsAt> steps) => cells
        .GroupBy(key, StringComparer.Ordinal).Select(group => (group.Key, Tally: Sum(group), Cut: cutOf(group.Key)))
        .Where(line => !line.Tally.IsNothing)
        .Select(line => new FiguresLine(line.Key, line.Tally, line.Cut is { } cut ? Work(steps.Where(place => place.Cut == cut && place.Step == (int)ManualStep.DoWork)) : null));

    static Tally Sum(IEnumerable<Cell> cells) => cells.Aggregate(Tally.Nothing, (sum, cell) => sum + cell.Tally);

    static StepFigures Work(IEnumerable<StepsAt> places) => Step(ManualStep.DoWork, places);

    static StepFigures Step(ManualStep step, IEnumerable<StepsAt> places)
    {
        var at = places.Select(place => (place.At, place.Count, place.Kept)).ToList();
        var counts = at.ConvertAll(place => (place.At, place.Count));
        return new(step, at.Sum(place => place.Count), at.Sum(place => place.Kept),
            DurationScale.Quantile(counts, 0.5), DurationScale.Quantile(counts, 0.9));
    }

    static IEnumerable<int> MonthsOf(Period period)
    {
        for (var day = new DateOnly(period.From.Year, period.From.Month, 1); day <= period.To; day = day.AddMonths(1))
            yield return Spans.OfMonth(day);
    }

    static string Text(int month) => month.ToString(CultureInfo.InvariantCulture);

    sealed record Cell(int Month, string AmphoeCode, string FaultCode, string Channel, Tally Tally);

    // Set operations of the database need properties, not parameters of a constructor.
    sealed class StepsAt
    {
        public int Month { get; init; }

        public required string Cut { get; init; }

        public int Step { get; init; }

        public int At { get; init; }

        public int Count { get; init; }

        public int Kept { get; init; }
    }
}
