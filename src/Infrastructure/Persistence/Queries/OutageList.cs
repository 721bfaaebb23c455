using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Outages;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A suspected outage as the list shows it.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Basis">What the lamps have in common.</param>
/// <param name="Name">Circuit or road.</param>
/// <param name="FirstAt">The first report, UTC.</param>
/// <param name="LastAt">The last report, UTC.</param>
/// <param name="Lamps">How many lamps were reported.</param>
/// <param name="Expected">How many would have failed by themselves.</param>
/// <param name="Reports">How many reports are evidence.</param>
/// <param name="Verdict">What an officer said; null before.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="DecidedByName">Who.</param>
/// <param name="Note">What was found on the spot.</param>
/// <param name="Version">What the form carries to notice that something changed in between.</param>
public sealed record SuspectedOutageRow(
    long Id, OutageBasis Basis, string Name, DateTime FirstAt, DateTime LastAt, int Lamps, double Expected, int Reports,
    OutageVerdict? Verdict, DateTime? DecidedAt, string DecidedByName, string Note, int Version)
{
    /// <summary>What it is and its name; names of roads mostly begin with the word already.</summary>
    public Phrase Title => Basis == OutageBasis.Circuit
        ? new($"วงจร {Name}", $"Circuit {Name}")
        : new(Name.StartsWith("ถนน", StringComparison.Ordinal) ? Name : $"ถนน {Name}", $"Road {Name}");
}

/// <summary>A request that is evidence.</summary>
/// <param name="Reference">As people know it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="SubmittedAt">When it was received, UTC.</param>
/// <param name="Place">Where; for officers only.</param>
/// <param name="WorkOrder">The open work order that it is on; empty when on none.</param>
public sealed record OutageEvidence(
    string Reference, ServiceRequestStatus Status, string FaultCode, DateTime SubmittedAt, Place Place, string WorkOrder);

/// <summary>How often the suspicions of a year were right.</summary>
/// <param name="Right">Confirmed ones.</param>
/// <param name="Wrong">Refuted ones.</param>
public sealed record OutageHits(int Right, int Wrong)
{
    /// <summary>0 to 100; null as long as nobody has decided anything.</summary>
    public int? Percent => Right + Wrong == 0 ? null : (int)Math.Round(100d * Right / (Right + Wrong), MidpointRounding.AwayFromZero);
}

/// <summary>Reads suspected outages for officers.</summary>
/// <param name="db">The database.</param>
public sealed class OutageList(AppDb db)
{
    /// <summary>Most that wait for a verdict and are shown: nobody looks through more.</summary>
    public const int MostWaiting = 100;

    /// <summary>Those that wait for a verdict, the newest first.</summary>
    public Task<List<SuspectedOutageRow>> WaitingAsync(CancellationToken cancellationToken) => Rows(
        db.SuspectedOutages.Where(outage => outage.Verdict == null).OrderByDescending(outage => outage.LastAt).ThenByDescending(outage => outage.Id))
        .Take(MostWaiting).ToListAsync(cancellationToken);

    /// <summary>Those with a verdict, the newest first.</summary>
    /// <param name="before">Only those with smaller keys; null for the first page.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<SuspectedOutageRow>> DecidedAsync(long? before, int count, CancellationToken cancellationToken) => Rows(
        db.SuspectedOutages.Where(outage => outage.Verdict != null && (before == null || outage.Id < before)).OrderByDescending(outage => outage.Id))
        .Take(count).ToListAsync(cancellationToken);

    /// <summary>One of them, or null.</summary>
    public Task<SuspectedOutageRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        Rows(db.SuspectedOutages.Where(outage => outage.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The suspicion without a verdict that a request is evidence for, or null.</summary>
    public Task<SuspectedOutageRow?> OfRequestAsync(long requestId, CancellationToken cancellationToken) => Rows(
        db.SuspectedOutages.Where(outage => outage.Verdict == null && outage.Reports.Any(report => report.ServiceRequestId == requestId))
            .OrderByDescending(outage => outage.Id)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The requests that are evidence, oldest first.</summary>
    public Task<List<OutageEvidence>> EvidenceAsync(long id, CancellationToken cancellationToken) => db.ServiceRequests.AsNoTracking()
        .Where(request => db.SuspectedOutages.Where(outage => outage.Id == id).SelectMany(outage => outage.Reports)
            .Any(report => report.ServiceRequestId == request.Id))
        .OrderBy(request => request.SubmittedAt).ThenBy(request => request.Id)
        .Select(request => new OutageEvidence(
            request.Reference, request.Status, request.FaultCode, request.SubmittedAt, request.Place, request.WorkOrder))
        .ToListAsync(cancellationToken);

    /// <summary>How often the suspicions that were decided in the year before were right.</summary>
    public async Task<OutageHits> HitsAsync(DateTime now, CancellationToken cancellationToken)
    {
        var from = now.AddDays(-365);
        var counts = await db.SuspectedOutages.AsNoTracking().Where(outage => outage.Verdict != null && outage.LastAt >= from)
            .GroupBy(outage => outage.Verdict).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(cancellationToken);
        return new(
            counts.Where(one => one.Key == OutageVerdict.Confirmed).Sum(one => one.Count),
            counts.Where(one => one.Key == OutageVerdict.Refuted).Sum(one => one.Count));
    }

    static IQueryable<SuspectedOutageRow> Rows(IQueryable<SuspectedOutage> outages) => outages.AsNoTracking().Select(outage => new SuspectedOutageRow(
        outage.Id, outage.Basis, outage.Name, outage.FirstAt, outage.LastAt, outage.Lamps, outage.Expected, outage.Reports.Count,
        outage.Verdict, outage.DecidedAt, outage.DecidedByName, outage.Note, outage.Version));
}
