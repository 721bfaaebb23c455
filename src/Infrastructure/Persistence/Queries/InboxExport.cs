using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A line of the inbox for a table program: without who reported, which leaves this house in no file.</summary>
/// <param name="Reference">As people know it.</param>
/// <param name="SubmittedAt">When received, UTC.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="Symptom">What the citizen wrote, whole.</param>
/// <param name="Place">Where.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsUrgent">People may come to harm.</param>
/// <param name="DueAt">Due time of the running step, UTC.</param>
/// <param name="AcceptedAt">When last accepted, UTC.</param>
/// <param name="CompletedAt">When completed, UTC.</param>
/// <param name="ReceiveNumber">The registry's number; empty for none.</param>
public sealed record InboxExportRow(
    string Reference, DateTime SubmittedAt, string FaultCode, string Symptom, Place Place, ServiceRequestStatus Status,
    bool IsUrgent, DateTime? DueAt, DateTime? AcceptedAt, DateTime? CompletedAt, string ReceiveNumber);

/// <summary>All that passes the inbox's filter, row by row: the whole is never in memory.</summary>
/// <param name="db">The database.</param>
public sealed class InboxExport(AppDb db)
{
    /// <summary>The rows in the order of the list.</summary>
    public IAsyncEnumerable<InboxExportRow> Read(InboxFilter filter, InboxOrder order, DateTime now) =>
        SortKey.Of(order).From(filter.Apply(db, now), order.Descending, place: null)
            .Select(request => new InboxExportRow(
                request.Reference, request.SubmittedAt, request.FaultCode, request.Symptom, request.Place, request.Status,
                request.IsUrgent, request.DueAt, request.AcceptedAt, request.CompletedAt, request.ReceiveNumber))
            .AsAsyncEnumerable();
}
