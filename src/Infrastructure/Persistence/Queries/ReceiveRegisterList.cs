using Microsoft.EntityFrameworkCore;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A line of the register.</summary>
/// <param name="Year">Calendar year, Buddhist Era.</param>
/// <param name="Number">Number in the year.</param>
/// <param name="At">When it was received, UTC.</param>
/// <param name="Reference">The request.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="TambonCode">Six digits; empty when unknown.</param>
/// <param name="ByName">Who printed the form.</param>
/// <param name="Holds">The number that the request has now, as an officer may have corrected it afterwards.</param>
public sealed record ReceiveRow(
    int Year, int Number, DateTime At, string Reference, string FaultCode, string TambonCode, string ByName, string Holds)
{
    /// <summary>What stands on the request's papers instead; empty while it is this number. The register itself is never rewritten.</summary>
    public string Corrected => Holds == $"{Number}/{Year}" ? "" : Holds;
}

/// <summary>Reads the register of received papers.</summary>
/// <param name="db">The database.</param>
public sealed class ReceiveRegisterList(AppDb db)
{
    /// <summary>The years with entries, the newest first.</summary>
    public Task<List<int>> YearsAsync(CancellationToken cancellationToken) =>
        db.Set<ReceiveCounter>().AsNoTracking().OrderByDescending(counter => counter.Year).Select(counter => counter.Year).ToListAsync(cancellationToken);

    /// <summary>Entries of a year, the newest first.</summary>
    /// <param name="year">Calendar year, Buddhist Era.</param>
    /// <param name="before">Only those with smaller numbers; null for the first page.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<ReceiveRow>> PageAsync(int year, int? before, int count, CancellationToken cancellationToken) =>
        Rows(db.ReceiveEntries.Where(entry => entry.Year == year && (before == null || entry.Number < before)).OrderByDescending(entry => entry.Number))
            .Take(count).ToListAsync(cancellationToken);

    /// <summary>The number that the next paper of a year gets.</summary>
    public async Task<int> NextAsync(int year, CancellationToken cancellationToken) => 1 + await db.Set<ReceiveCounter>().AsNoTracking()
        .Where(counter => counter.Year == year).Select(counter => counter.Last).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The greatest number in a year's register; 0 for none.</summary>
    public async Task<int> LastAsync(int year, CancellationToken cancellationToken) =>
        await db.ReceiveEntries.Where(entry => entry.Year == year).MaxAsync(entry => (int?)entry.Number, cancellationToken) ?? 0;

    /// <summary>All entries of a year, the first number first, row by row.</summary>
    public IAsyncEnumerable<ReceiveRow> AllAsync(int year) =>
        Rows(db.ReceiveEntries.Where(entry => entry.Year == year).OrderBy(entry => entry.Number)).AsAsyncEnumerable();

    IQueryable<ReceiveRow> Rows(IQueryable<ReceiveEntry> entries) => entries.AsNoTracking().Join(
        db.ServiceRequests, entry => entry.ServiceRequestId, request => request.Id,
        (entry, request) => new ReceiveRow(entry.Year, entry.Number, entry.At, request.Reference, request.FaultCode, request.Place.TambonCode, entry.ByName, request.ReceiveNumber));
}
