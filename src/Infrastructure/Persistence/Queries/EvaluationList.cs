using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>Completions of these days, both included, in Bangkok.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record EvaluationPeriod(DateOnly From, DateOnly To);

/// <summary>What a group of completions came to.</summary>
/// <param name="Month">Such as <c>202611</c>; 0 when grouped by a code.</param>
/// <param name="Code">Of the fault type or of the crew, empty for no crew; empty when grouped by month.</param>
/// <param name="Asked">How many requesters were asked.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Fixed">How many of them said that the light works.</param>
/// <param name="Points">Sum of their satisfaction.</param>
public sealed record EvaluationGroup(int Month, string Code, int Asked, int Answered, int Fixed, int Points)
{
    /// <summary>Mean satisfaction; null without answers.</summary>
    public double? Mean => Answered == 0 ? null : (double)Points / Answered;

    /// <summary>Share of the answers that say that the light works, 0 to 1; null without answers.</summary>
    public double? FixedShare => Answered == 0 ? null : (double)Fixed / Answered;
}

/// <summary>One completion and what its requester said of it.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Reference">The request.</param>
/// <param name="FaultCode">What was wrong.</param>
/// <param name="CrewCode">The crew that repaired it; empty without a work order.</param>
/// <param name="CompletedAt">When it was completed, UTC.</param>
/// <param name="AskedAgainAt">When the requester was asked once more, UTC.</param>
/// <param name="AnsweredAt">When the requester answered, UTC.</param>
/// <param name="IsFixed">Whether the light works.</param>
/// <param name="Satisfaction">1 to 5.</param>
/// <param name="Comment">In the requester's words.</param>
public sealed record EvaluationRow(
    long Id, string Reference, string FaultCode, string CrewCode, DateTime CompletedAt, DateTime? AskedAgainAt, DateTime? AnsweredAt, bool? IsFixed,
    int? Satisfaction, string Comment);

/// <summary>Reads what requesters said of the repairs.</summary>
/// <param name="db">The database.</param>
public sealed class EvaluationList(AppDb db)
{
    /// <summary>One group for each month, the newest first.</summary>
    public Task<List<EvaluationGroup>> PerMonthAsync(EvaluationPeriod period, CancellationToken cancellationToken) => Within(period)
        .GroupBy(it => it.Month).OrderByDescending(group => group.Key)
        .Select(group => new EvaluationGroup(group.Key, "", group.Count(), group.Count(it => it.AnsweredAt != null),
            group.Count(it => it.IsFixed == true), group.Sum(it => it.Satisfaction ?? 0)))
        .ToListAsync(cancellationToken);

    /// <summary>One group for each fault type.</summary>
    public Task<List<EvaluationGroup>> PerFaultAsync(EvaluationPeriod period, CancellationToken cancellationToken) => Within(period)
        .GroupBy(it => it.FaultCode).OrderBy(group => group.Key)
        .Select(group => new EvaluationGroup(0, group.Key, group.Count(), group.Count(it => it.AnsweredAt != null),
            group.Count(it => it.IsFixed == true), group.Sum(it => it.Satisfaction ?? 0)))
        .ToListAsync(cancellationToken);

    /// <summary>One group for each crew, and one for repairs without a work order.</summary>
    public Task<List<EvaluationGroup>> PerCrewAsync(EvaluationPeriod period, CancellationToken cancellationToken) => Within(period)
        .GroupBy(it => it.CrewCode).OrderBy(group => group.Key)
        .Select(group => new EvaluationGroup(0, group.Key, group.Count(), group.Count(it => it.AnsweredAt != null),
            group.Count(it => it.IsFixed == true), group.Sum(it => it.Satisfaction ?? 0)))
        .ToListAsync(cancellationToken);

    /// <summary>Answers with a comment, or that say that the light does not work; the newest completion first, one more than asked for.</summary>
    public Task<List<EvaluationRow>> RemarksAsync(EvaluationPeriod period, PageStart? start, int size, CancellationToken cancellationToken)
    {
        var remarks = Within(period).Where(it => it.AnsweredAt != null && (it.Comment != "" || it.IsFixed == false));
        if (start is not null)
            remarks = remarks.Where(it => it.CompletedAt <= start.At && (it.CompletedAt < start.At || it.Id < start.Id));
        return Rows(remarks.OrderByDescending(it => it.CompletedAt).ThenByDescending(it => it.Id)).Take(size + 1).ToListAsync(cancellationToken);
    }

    /// <summary>All of the period, row by row: the whole is never in memory.</summary>
    public IAsyncEnumerable<EvaluationRow> ReadAll(EvaluationPeriod period) =>
        Rows(Within(period).OrderBy(it => it.CompletedAt).ThenBy(it => it.Id)).AsAsyncEnumerable();

    IQueryable<Evaluation> Within(EvaluationPeriod period)
    {
        var start = ThaiDates.FromBangkok(period.From, TimeOnly.MinValue);
        var end = ThaiDates.FromBangkok(period.To.AddDays(1), TimeOnly.MinValue);
        return db.Evaluations.AsNoTracking().Where(it => it.CompletedAt >= start && it.CompletedAt < end);
    }

    static IQueryable<EvaluationRow> Rows(IQueryable<Evaluation> evaluations) => evaluations.Select(it => new EvaluationRow(
        it.Id, it.ServiceRequest.Reference, it.FaultCode, it.CrewCode, it.CompletedAt, it.AskedAgainAt, it.AnsweredAt, it.IsFixed, it.Satisfaction, it.Comment));
}
