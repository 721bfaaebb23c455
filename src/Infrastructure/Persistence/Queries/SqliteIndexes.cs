using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Search;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>
/// Which index a list of requests is read by on SQLite. It keeps no statistics and takes the first index that fits a condition, were the condition
/// true of nine requests in ten; among a million that is the difference between milliseconds and a minute. PostgreSQL knows by itself.
/// </summary>
/// <remarks>
/// Few are sought by the narrowest condition and then sorted; of many the first page is met soon by walking in the order wanted. How many there are
/// is counted before, and no further than a bound.
/// </remarks>
static class SqliteIndexes
{
    const string Table = "service_requests";

    /// <summary>All requests, read by one index; by the database's own choice when it is null, or not SQLite.</summary>
    /// <param name="db">The database.</param>
    /// <param name="columns">The columns of the index as its name has them; never anything that was typed.</param>
#pragma warning disable EF1002 // Names of columns, from here alone.
    public static IQueryable<ServiceRequest> RequestsBy(this AppDb db, string? columns) => columns is null || !db.Database.IsSqlite()
        ? db.ServiceRequests
        : db.ServiceRequests.FromSqlRaw($"SELECT {SqliteTrigrams.ColumnsOf(db, "r")} FROM {Table} r INDEXED BY ix_{Table}_{columns}");
#pragma warning restore EF1002

    /// <summary>The index of the narrowest condition; null when nothing narrows, or words do, which have an index of their own.</summary>
    public static string? Narrowest(InboxFilter filter) => filter switch
    {
        { Words.Length: > 0 } => null,
        { View: InboxView.Unread } => "is_unread",
        { View: InboxView.Overdue } => "due_at_id",
        { Whose: not Whose.Team } => "assignee_id_status_submitted_at_id",
        { View: not InboxView.All } => "status_submitted_at_id",
        { Area.Length: 6 } => "tambon_code_submitted_at",
        { FaultCode.Length: > 0 } => "fault_code_submitted_at",
        { Area.Length: 4 } => "amphoe_code_submitted_at",
        { Reopened: true } => "reopened_count",
        { Statuses.Count: > 0 } => "status_submitted_at_id",
        { From: not null } or { To: not null } => "submitted_at_id",
        _ => null,
    };

    /// <summary>The index in the order wanted.</summary>
    public static string Of(InboxOrder order) => order switch
    {
        { Sort: InboxSort.Reference } => "reference",
        { Sort: InboxSort.Fault } => "fault_code_id",
        { Sort: InboxSort.Place } => "tambon_code_id",
        { Sort: InboxSort.Status } => "status_order_id",
        { Sort: InboxSort.Due } => "due_order_id",
        { Descending: true } => "newest_order_id",
        _ => "oldest_order_id",
    };

    /// <summary>The index of the narrowest condition of the public list; those that end with the time of receipt are in its order too.</summary>
    public static string? Narrowest(PublicFilter filter) => filter switch
    {
        { Text.Length: > 0 } => null,
        { PoleKey.Length: > 0 } => "pole_key_id",
        { TambonCode.Length: > 0 } => "tambon_code_submitted_at",
        { FaultCode.Length: > 0 } => "fault_code_submitted_at",
        { AmphoeCode.Length: > 0 } => "amphoe_code_submitted_at",
        { Status: not null } => "status_submitted_at_id",
        { Completed: not { From: null, To: null } } => "completed_at_id",
        _ => null,
    };

    /// <summary>The index in the order of the public list.</summary>
    public const string Newest = "submitted_at_id";
}
