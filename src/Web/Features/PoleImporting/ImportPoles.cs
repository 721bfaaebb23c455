using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Assets;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.PoleFiles;

namespace Songthang.Web.Features.PoleImporting;

/// <param name="Path">Where the file lies.</param>
/// <param name="FileName">What it is called.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reading">How it is read.</param>
/// <param name="OnlyCheck">A dry run: nothing is taken over.</param>
/// <param name="Report">Is told now and then how many rows are done.</param>
public sealed record PoleImportWork(string Path, string FileName, PoleFileKind Kind, PoleReading Reading, bool OnlyCheck, Action<int> Report);

/// <summary>
/// Compares a file with the register and, unless it is a dry run or anything is wrong, takes all of it over in one
/// transaction: all or nothing. The comparison is made anew in that transaction, so nothing that changed meanwhile is undone.
/// </summary>
public sealed class ImportPoles(AppDb db, AuditLog audit, PoleFactReader reader, TambonFinder tambons)
{
    const int AtOnce = 1_000;

    public async Task<PoleImportResult> RunAsync(PoleImportWork input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(input, cancellationToken);
        if (input.OnlyCheck || plan.ProblemCount > 0)
            return ResultOf(plan);
        await using var transaction = await db.BeginLongAsync(cancellationToken);
        if (await HasChangedAsync(cancellationToken))
        {
            plan = await PlanAsync(input, cancellationToken);
            if (plan.ProblemCount > 0)
                return ResultOf(plan);
        }

        await TakeOverAsync(plan, input, by, now, cancellationToken);
        audit.Add(AuditAction.PolesImported, by, now, AuditSubject.None,
            $"{input.FileName}: {plan.New.Count} new, {plan.Changed.Count} changed, {plan.Unchanged} unchanged");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ResultOf(plan);
    }

    int countThen;
    DateTime newestThen;

    async Task<PoleImportPlan> PlanAsync(PoleImportWork input, CancellationToken cancellationToken)
    {
        (countThen, newestThen) = await StateAsync(cancellationToken);
        var register = await db.Poles.AsNoTracking().ToListAsync(cancellationToken);
        var planner = new PoleImportPlanner(reader, register, input.Reading.Mapping, input.Reading.Updates);
        // Reading and comparing is work for the processor: it must not hold up whoever else waits.
        return await Task.Run(() => planner.Plan(
            PoleFile.Read(input.Path, input.Kind, input.Reading.Letters), input.OnlyCheck ? input.Report : _ => { }, cancellationToken), cancellationToken);
    }

    /// <summary>Whether anybody changed the register since the plan was made.</summary>
    async Task<bool> HasChangedAsync(CancellationToken cancellationToken) => await StateAsync(cancellationToken) != (countThen, newestThen);

    async Task<(int Count, DateTime Newest)> StateAsync(CancellationToken cancellationToken) =>
        (await db.Poles.CountAsync(cancellationToken), await db.Poles.MaxAsync(pole => (DateTime?)pole.ChangedAt, cancellationToken) ?? default);

    async Task TakeOverAsync(PoleImportPlan plan, PoleImportWork input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var done = 0;
        // First what changes: it may give a number free that a new pole takes.
        foreach (var some in plan.Changed.Chunk(AtOnce))
        {
            var ids = some.Select(planned => planned.Known!.Id).ToList();
            var poles = await db.Poles.Where(pole => ids.Contains(pole.Id)).ToDictionaryAsync(pole => pole.Id, cancellationToken);
            foreach (var planned in some)
                poles[planned.Known!.Id].Correct(planned.Facts, tambons.CodeAt(planned.Facts.Position), by, now, input.FileName);
            await SaveAsync(some.Length);
        }

        var taken = plan.New.Where(planned => planned.Code.Number > 0).Select(planned => planned.Code.Number).ToHashSet();
        var next = (await db.NextPoleCodeAsync(cancellationToken)).Number;
        foreach (var some in plan.New.Chunk(AtOnce))
        {
            foreach (var planned in some)
                db.Poles.Add(Pole.Register(CodeOf(planned), planned.Facts, tambons.CodeAt(planned.Facts.Position), by, now, input.FileName));
            await SaveAsync(some.Length);
        }

        PoleCode CodeOf(PlannedPole planned)
        {
            if (planned.Code.Number > 0)
                return planned.Code;
            while (taken.Contains(next))
                next++;
            return PoleCode.Create(next++);
        }

        async Task SaveAsync(int count)
        {
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            input.Report(done += count);
        }
    }

    static PoleImportResult ResultOf(PoleImportPlan plan) =>
        new(plan.Rows, plan.New.Count, plan.Changed.Count, plan.Unchanged, plan.LeftOut, plan.ProblemCount, plan.Problems);
}
