using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>
/// Makes one row of the many that saves have written for the same day or cell of the map, so that reading stays short. May run anywhere
/// and beside everything: it deletes what it reads and writes the sum of exactly that, in one transaction.
/// </summary>
/// <param name="db">The database.</param>
public sealed partial class FoldSums(AppDb db)
{
    const int MostSpans = 60;

    /// <summary>Folds days, months and cells of the map with new rows.</summary>
    /// <returns>How many were folded; fewer than there may be when a round would take too long.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var days = await db.DailySums.Where(sum => sum.IsFresh).Select(sum => sum.Span).Distinct().OrderBy(span => span)
            .Take(MostSpans).ToListAsync(cancellationToken);
        foreach (var span in days)
            await FoldDaysAsync(span, cancellationToken);
        var steps = await db.StepSums.Where(sum => sum.IsFresh).Select(sum => sum.Span).Distinct().OrderBy(span => span)
            .Take(MostSpans).ToListAsync(cancellationToken);
        foreach (var span in steps)
            await FoldStepsAsync(span, cancellationToken);
        var work = await db.WorkSums.Where(sum => sum.IsFresh).Select(sum => sum.Span).Distinct().OrderBy(span => span)
            .Take(MostSpans).ToListAsync(cancellationToken);
        foreach (var span in work)
            await FoldWorkAsync(span, cancellationToken);
        return days.Count + steps.Count + work.Count + await FoldMapAsync(cancellationToken);
    }

    async Task FoldDaysAsync(int span, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        // What another save adds at this moment is not in what is returned, and stays.
        var rows = await db.DailySums.FromSql($"DELETE FROM daily_sums WHERE span = {span} RETURNING *").AsNoTracking().ToListAsync(cancellationToken);
        foreach (var same in rows.GroupBy(row => row.Key))
        {
            var sum = new DailySum { Span = span, AmphoeCode = same.First().AmphoeCode, FaultCode = same.First().FaultCode, Channel = same.First().Channel };
            foreach (var row in same)
                sum.Add(row);
            if (!sum.IsNothing)
                db.DailySums.Add(sum);
        }

        await SaveAsync(transaction, cancellationToken);
    }

    async Task FoldStepsAsync(int span, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        // Every step by its number, because the index begins with it.
        var rows = await db.StepSums.FromSql($"DELETE FROM step_sums WHERE step IN (1, 2, 3, 4, 5, 6, 7) AND span = {span} RETURNING *").AsNoTracking().ToListAsync(cancellationToken);
        foreach (var same in rows.GroupBy(row => row.Key))
        {
            var (count, kept) = (same.Sum(row => row.Count), same.Sum(row => row.Kept));
            if ((count, kept) != (0, 0))
                db.StepSums.Add(new() { Span = span, Cut = same.First().Cut, Step = same.First().Step, Place = same.First().Place, Count = count, Kept = kept });
        }

        await SaveAsync(transaction, cancellationToken);
    }

    async Task FoldWorkAsync(int span, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var rows = await db.WorkSums.FromSql($"DELETE FROM work_sums WHERE span = {span} RETURNING *").AsNoTracking().ToListAsync(cancellationToken);
        foreach (var same in rows.GroupBy(row => row.Key))
        {
            var sum = same.First().EmptyIn(span);
            foreach (var row in same)
                sum.Add(row);
            if (!sum.IsNothing)
                db.WorkSums.Add(sum);
        }

        await SaveAsync(transaction, cancellationToken);
    }

    async Task SaveAsync(IWriting transaction, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
