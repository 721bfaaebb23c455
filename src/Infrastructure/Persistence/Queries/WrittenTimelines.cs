using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What a request remembers of its timeline.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Reference">As people know it.</param>
/// <param name="Length">How many entries there should be.</param>
/// <param name="LastHash">Hash that the newest should have.</param>
public sealed record TimelineHead(long Id, string Reference, int Length, string LastHash);

/// <summary>
/// Reads timelines word for word, past the types of the domain: what somebody tampered with may be no valid entry any
/// more. One entry at a time is in memory.
/// </summary>
/// <param name="db">The database.</param>
public sealed class WrittenTimelines(AppDb db)
{
    /// <summary>The next requests by key.</summary>
    /// <param name="after">Key of the last one before; 0 at the beginning.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<TimelineHead>> HeadsAsync(long after, int count, CancellationToken cancellationToken) => db.ServiceRequests.AsNoTracking()
        .Where(request => request.Id > after).OrderBy(request => request.Id).Take(count)
        .Select(request => new TimelineHead(request.Id, request.Reference, request.TimelineLength, request.TimelineHash))
        .ToListAsync(cancellationToken);

    /// <summary>The entries of some requests, by request and number.</summary>
    /// <param name="from">Key of the first request.</param>
    /// <param name="to">Key of the last request.</param>
    public IAsyncEnumerable<(long RequestId, WrittenEntry Entry)> Read(long from, long to) => ReadAsync(from, to, 0, int.MaxValue);

    /// <summary>The entries of one request one by one; null for one that cannot be read.</summary>
    /// <param name="requestId">Key of the request.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async IAsyncEnumerable<WrittenEntry?> ReadCarefullyAsync(
        long requestId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var numbers = await db.Timeline.Where(entry => entry.ServiceRequestId == requestId).OrderBy(entry => entry.Number)
            .Select(entry => entry.Number).ToListAsync(cancellationToken);
        foreach (var number in numbers)
            yield return await TryReadAsync(requestId, number, cancellationToken);
    }

    async Task<WrittenEntry?> TryReadAsync(long requestId, int number, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (_, entry) in ReadAsync(requestId, requestId, number, number).WithCancellation(cancellationToken))
                return entry;
            return null;
        }
        catch (Exception problem) when (IsUnreadable(problem))
        {
            return null;
        }
    }

    /// <summary>Whether a value was found that its column cannot hold, as SQLite allows.</summary>
    public static bool IsUnreadable(Exception problem) =>
        problem is FormatException or InvalidCastException or OverflowException or ArgumentException or InvalidOperationException;

    async IAsyncEnumerable<(long RequestId, WrittenEntry Entry)> ReadAsync(long from, long to, int first, int last)
    {
        var rows = db.Database.SqlQuery<Row>(
            $"""
             SELECT service_request_id AS "RequestId", number AS "Number", kind AS "Kind", at AS "At", actor_kind AS "ActorKind",
               actor_officer_id AS "ActorOfficerId", actor_name AS "ActorName", audience AS "Audience", text AS "Text",
               detail AS "Detail", "from" AS "From", "to" AS "To", salt AS "Salt", text_digest AS "TextDigest", hash AS "Hash"
             FROM timeline_entries
             WHERE service_request_id BETWEEN {from} AND {to} AND number BETWEEN {first} AND {last}
             """)
            .OrderBy(row => row.RequestId).ThenBy(row => row.Number).AsAsyncEnumerable();
        await foreach (var row in rows)
        {
            yield return (row.RequestId, new WrittenEntry(
                row.Number, row.Kind, row.At, row.ActorKind, row.ActorOfficerId, row.ActorName, row.Audience, row.Text, row.Detail,
                row.From, row.To, row.Salt, row.TextDigest, row.Hash));
        }
    }

    sealed class Row
    {
        public long RequestId { get; set; }

        public int Number { get; set; }

        public string Kind { get; set; } = "";

        public DateTime At { get; set; }

        public string ActorKind { get; set; } = "";

        public int? ActorOfficerId { get; set; }

        public string ActorName { get; set; } = "";

        public string Audience { get; set; } = "";

        public string Text { get; set; } = "";

        public string Detail { get; set; } = "";

        public string From { get; set; } = "";

        public string To { get; set; } = "";

        public string Salt { get; set; } = "";

        public string TextDigest { get; set; } = "";

        public string Hash { get; set; } = "";
    }
}
