using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What of the audit record is looked for; what is null or empty narrows nothing.</summary>
/// <param name="OfficerId">Who did it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">What it was done to, exactly: a reference or a user name.</param>
/// <param name="From">First day, Bangkok.</param>
/// <param name="To">Last day, Bangkok.</param>
/// <param name="OnlyAccess">Only what let somebody see personal data of citizens.</param>
public sealed record AuditFilter(
    int? OfficerId = null, AuditAction? Action = null, string Subject = "", DateOnly? From = null, DateOnly? To = null, bool OnlyAccess = false)
{
    /// <summary>What lets somebody of the staff see personal data of citizens.</summary>
    public static IReadOnlyList<AuditAction> Access { get; } =
    [
        AuditAction.RequestSeen, AuditAction.DocumentOpened, AuditAction.FormSeen, AuditAction.FormPrinted, AuditAction.ListExported,
        AuditAction.EvaluationsExported, AuditAction.HeldDataSeen, AuditAction.HeldDataCopied,
    ];
}

/// <summary>One line of the record.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="At">When, UTC.</param>
/// <param name="OfficerName">Who; empty for the program and for whoever could not sign in.</param>
/// <param name="Action">What was done.</param>
/// <param name="SubjectKind">What kind of thing it was done to.</param>
/// <param name="Subject">By which name people know that.</param>
/// <param name="Detail">What else must be known.</param>
public sealed record AuditRow(
    long Id, DateTime At, string OfficerName, AuditAction Action, AuditSubjectKind SubjectKind, string Subject, string Detail);

/// <summary>Reads the audit record, newest first.</summary>
/// <param name="db">The database.</param>
public sealed class AuditList(AppDb db)
{
    /// <summary>A page, and one row more when there are any.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="start">The last row of the page before; null at the beginning.</param>
    /// <param name="size">Rows of a page.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<AuditRow>> ReadAsync(AuditFilter filter, PageStart? start, int size, CancellationToken cancellationToken)
    {
        var entries = Matching(filter);
        if (start is not null)
            entries = entries.Where(entry => entry.At <= start.At && (entry.At < start.At || entry.Id < start.Id));
        return Rows(entries).Take(size + 1).ToListAsync(cancellationToken);
    }

    /// <summary>All of it, row by row: the whole is never in memory.</summary>
    public IAsyncEnumerable<AuditRow> ReadAll(AuditFilter filter) => Rows(Matching(filter)).AsAsyncEnumerable();

    IQueryable<AuditEntry> Matching(AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filter.OfficerId is { } officer)
            entries = entries.Where(entry => entry.OfficerId == officer);
        if (filter.OnlyAccess)
            entries = entries.Where(entry => AuditFilter.Access.Contains(entry.Action));
        if (filter.Action is { } action)
            entries = entries.Where(entry => entry.Action == action);
        if (filter.Subject.Length > 0)
            entries = entries.Where(entry => entry.Subject == filter.Subject);
        if (filter.From is { } from)
        {
            var start = ThaiDates.FromBangkok(from, TimeOnly.MinValue);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = ThaiDates.FromBangkok(to.AddDays(1), TimeOnly.MinValue);
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }

    static IQueryable<AuditRow> Rows(IQueryable<AuditEntry> entries) => entries
        .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
        .Select(entry => new AuditRow(
            entry.Id, entry.At, entry.OfficerName, entry.Action, entry.SubjectKind, entry.Subject, entry.Detail));
}
