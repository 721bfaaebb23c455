using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Publication;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>From when to when, UTC.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Before">The first moment that no longer belongs to it.</param>
public readonly record struct TimeSpanOfData(DateTime From, DateTime Before)
{
    /// <summary>All of time that the databases can hold.</summary>
    public static TimeSpanOfData Ever { get; } = new(
        new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc));
}

/// <summary>How much there is, and when any of it last changed: what tells a copy from a fresh one.</summary>
/// <param name="Count">Rows.</param>
/// <param name="ChangedAt">UTC; null when there is nothing.</param>
public sealed record DataStamp(int Count, DateTime? ChangedAt);

/// <summary>All requests, for who takes the data away whole.</summary>
public sealed partial class PublicServiceRequests
{
    // Read batch by batch: a reader with a slow line holds a batch in memory, and neither a connection nor a transaction.
    const int Batch = 1000;

    /// <summary>Every request received in a span of time, oldest first; each once, whatever is written meanwhile.</summary>
    public async IAsyncEnumerable<PublicServiceRequest> EveryAsync(
        TimeSpanOfData span, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (at, id) = (span.From, 0L);
        while (true)
        {
            var rows = await Shown(In(new(at, span.Before)).Where(request => request.SubmittedAt > at || request.Id > id)
                .OrderBy(request => request.SubmittedAt).ThenBy(request => request.Id).Take(Batch)).ToListAsync(cancellationToken);
            foreach (var row in rows)
                yield return row.Request;
            if (rows.Count < Batch)
                yield break;
            (at, id) = (rows[^1].Request.SubmittedAt, rows[^1].Id);
        }
    }

    /// <summary>How many requests were received in a span of time, and when any of them last changed.</summary>
    public async Task<DataStamp> StampAsync(TimeSpanOfData span, CancellationToken cancellationToken) =>
        await In(span).GroupBy(_ => 1).Select(all => new DataStamp(all.Count(), all.Max(request => request.UpdatedAt)))
            .FirstOrDefaultAsync(cancellationToken) ?? new DataStamp(0, null);

    /// <summary>When the first and the last request were received, UTC; null when there is none.</summary>
    public async Task<(DateTime First, DateTime Last)?> FirstAndLastAsync(CancellationToken cancellationToken)
    {
        var times = db.ServiceRequests.AsNoTracking().Select(request => request.SubmittedAt);
        var first = await times.OrderBy(at => at).Take(1).ToListAsync(cancellationToken);
        var last = await times.OrderByDescending(at => at).Take(1).ToListAsync(cancellationToken);
        return first.Count == 0 || last.Count == 0 ? null : (first[0], last[0]);
    }

    /// <summary>How many requests were received since a moment, and how many of those are done; each counted up to <see cref="CountedExactly"/>.</summary>
    public async Task<(int Received, int Done)> CountAsync(PublicFilter filter, DateTime since, CancellationToken cancellationToken)
    {
        var found = Matching(filter).Where(request => request.SubmittedAt >= since);
        return (await found.Take(CountedExactly).CountAsync(cancellationToken),
            await found.Where(request => request.Status == ServiceRequestStatus.Completed).Take(CountedExactly).CountAsync(cancellationToken));
    }

    /// <summary>Requests of a part of <see cref="AddressesAsync"/>.</summary>
    public const int PartSize = 10_000;

    /// <summary>The parts that all requests are divided into, each with its last change, UTC.</summary>
    public async Task<IReadOnlyList<(long Part, DateTime ChangedAt)>> PartsAsync(CancellationToken cancellationToken) =>
        [.. (await db.ServiceRequests.AsNoTracking().GroupBy(request => request.Id / PartSize)
                .Select(part => new { part.Key, ChangedAt = part.Max(request => request.UpdatedAt) }).ToListAsync(cancellationToken))
            .OrderBy(part => part.Key).Select(part => (part.Key, part.ChangedAt))];

    /// <summary>The references of a part with the last change of each, UTC.</summary>
    public async Task<IReadOnlyList<(string Reference, DateTime ChangedAt)>> AddressesAsync(long part, CancellationToken cancellationToken)
    {
        var (first, next) = (part * PartSize, (part + 1) * PartSize);
        return [.. (await db.ServiceRequests.AsNoTracking().Where(request => request.Id >= first && request.Id < next)
                .OrderBy(request => request.Id).Select(request => new { request.Reference, request.UpdatedAt }).ToListAsync(cancellationToken))
            .Select(request => (request.Reference, request.UpdatedAt))];
    }

    IQueryable<ServiceRequest> In(TimeSpanOfData span) => db.ServiceRequests.AsNoTracking()
        .Where(request => request.SubmittedAt >= span.From && request.SubmittedAt < span.Before);
}
