using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>A line of the inbox.</summary>
/// <param name="Id">Key in storage.</param>
/// <param name="Reference">As people know it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="FaultCode">What is wrong.</param>
/// <param name="IsUrgent">People may come to harm.</param>
/// <param name="Symptom">The beginning of what the citizen wrote, <see cref="InboxQuery.SymptomLength"/> characters.</param>
/// <param name="TambonCode">Where, empty when unknown.</param>
/// <param name="Road">Road in words.</param>
/// <param name="Landmark">Landmark in words.</param>
/// <param name="PoleNumber">As written on the pole.</param>
/// <param name="SubmittedAt">When received, UTC.</param>
/// <param name="DueAt">Due time of the running step, UTC.</param>
/// <param name="IsUnread">Something that nobody has opened yet.</param>
/// <param name="NearAt">From when the due time counts as near, UTC.</param>
/// <param name="Others">How many more people reported the same or follow it.</param>
/// <param name="ReopenedCount">How often it was taken up again.</param>
/// <param name="UnreadMessages">Messages of the requester that nobody has opened yet.</param>
/// <param name="Assignee">Who sees to it; null when nobody does.</param>
public sealed record InboxRow(
    long Id, string Reference, ServiceRequestStatus Status, string FaultCode, bool IsUrgent, string Symptom,
    string TambonCode, string Road, string Landmark, string PoleNumber, DateTime SubmittedAt, DateTime? DueAt, bool IsUnread, DateTime? NearAt,
    int Others, int ReopenedCount, int UnreadMessages, string? Assignee)
{
    internal DateTime UrgentFirst(DateTime time, bool descending) => DerivedColumns.UrgentFirst(time, IsUrgent, Status, descending);
}

/// <summary>One page of the inbox.</summary>
/// <param name="Rows">In the order asked for.</param>
/// <param name="Previous">Where the page before it ends; null on the first page.</param>
/// <param name="Next">Where the page after it begins; null on the last page.</param>
/// <param name="IsFirst">The list begins here, whatever place was asked for.</param>
public sealed record InboxPage(IReadOnlyList<InboxRow> Rows, InboxPlace? Previous, InboxPlace? Next, bool IsFirst);

/// <summary>How many there are; each stops counting one above its bound.</summary>
/// <param name="Found">Requests that pass the filter, at most <see cref="InboxQuery.BoundOf"/> + 1.</param>
/// <param name="All">All requests of those whose work is wanted, this and the following at most <see cref="InboxQuery.ViewBound"/> + 1.</param>
/// <param name="Unread">See <see cref="InboxView.Unread"/>.</param>
/// <param name="Waiting">See <see cref="InboxView.Waiting"/>.</param>
/// <param name="Working">See <see cref="InboxView.Working"/>.</param>
/// <param name="Asking">See <see cref="InboxView.Asking"/>.</param>
/// <param name="Overdue">See <see cref="InboxView.Overdue"/>.</param>
/// <param name="Mine">Open requests of the officer.</param>
/// <param name="Unassigned">Open requests that nobody sees to.</param>
/// <param name="Team">All requests, whoever sees to them.</param>
public sealed record InboxCounts(
    int Found, int All, int Unread, int Waiting, int Working, int Asking, int Overdue, int Mine, int Unassigned, int Team);

/// <summary>What the officers' list reads: one statement for the rows, one for all the counts.</summary>
/// <param name="db">The database.</param>
public sealed class InboxQuery(AppDb db)
{
    const int CountBound = 10_000, WordsBound = 3_000;

    /// <summary>Up to here the numbers of the quick views are exact.</summary>
    public const int ViewBound = 999;

    /// <summary>Up to here the bell counts.</summary>
    public const int UnreadBound = 99;

    /// <summary>As much of the citizen's words as a line of the list has room for.</summary>
    public const int SymptomLength = 240;

    /// <summary>Up to here the number of requests found is exact; it takes longer to look for words.</summary>
    public static int BoundOf(InboxFilter filter) => filter.Words.Length > 0 ? WordsBound : CountBound;

    /// <summary>A page of the list; from its beginning when there is nothing at the place (any more).</summary>
    /// <param name="filter">Which requests.</param>
    /// <param name="order">In which order.</param>
    /// <param name="place">Where the page begins or ends; null for the first page.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="found">How many pass the filter, see <see cref="InboxCounts.Found"/>: few are read another way than many.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<InboxPage> ReadAsync(
        InboxFilter filter, InboxOrder order, InboxPlace? place, int size, int found, DateTime now, CancellationToken cancellationToken)
    {
        var key = SortKey.Of(order);
        if (place is not null && !key.CanRead(place.Value))
            place = null;
        var requests = found > BoundOf(filter) ? filter.Along(db, order, now) : Few(filter, now);
        var rows = await TakeAsync(place);
        // The way back ends at the first page, which is shown whole.
        if (place is not null && (rows.Count == 0 || (place.Before && rows.Count <= size)))
            rows = await TakeAsync(place = null);

        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        var back = place is { Before: true };
        if (back)
            rows.Reverse();
        return new(
            rows,
            place is not null ? PlaceOf(rows[0], before: true) : null,
            more || back ? PlaceOf(rows[^1], before: false) : null,
            place is null);

        Task<List<InboxRow>> TakeAsync(InboxPlace? from) =>
            ToRows(key.From(requests, order.Descending, from).Take(size + 1)).ToListAsync(cancellationToken);

        InboxPlace PlaceOf(InboxRow row, bool before) => new(before, row.Id, key.ValueOf(row));
    }

    // All of them are in it. Without the bound PostgreSQL may walk along the order through all the others until it has met the few.
    IQueryable<ServiceRequest> Few(InboxFilter filter, DateTime now) =>
        db is PostgresAppDb && (filter.View != InboxView.All || filter.Whose != Whose.Team || filter.IsNarrow)
            ? filter.Sought(db, now).Take(BoundOf(filter) + 1)
            : filter.Sought(db, now);

    /// <summary>The numbers above the list.</summary>
    public Task<InboxCounts> CountAsync(InboxFilter filter, DateTime now, CancellationToken cancellationToken)
    {
        var found = filter.Sought(db, now).Take(BoundOf(filter) + 1);
        var all = Of(InboxView.All);
        var unread = Of(InboxView.Unread);
        var waiting = Of(InboxView.Waiting);
        var working = Of(InboxView.Working);
        var asking = Of(InboxView.Asking);
        var overdue = Of(InboxView.Overdue);
        var mine = OfWhom(Whose.Mine);
        var unassigned = OfWhom(Whose.Unassigned);
        var team = OfWhom(Whose.Team);
        return db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\"")
            .Select(_ => new InboxCounts(
                found.Count(), all.Count(), unread.Count(), waiting.Count(), working.Count(), asking.Count(), overdue.Count(),
                mine.Count(), unassigned.Count(), team.Count()))
            .SingleAsync(cancellationToken);

        // As the links lead: a quick view keeps whose work it is, and nothing else of the filter.
        IQueryable<ServiceRequest> Of(InboxView view) =>
            InboxFilter.Of((filter with { Statuses = null }).OfWhom(db.ServiceRequests), view, now).Take(ViewBound + 1);

        IQueryable<ServiceRequest> OfWhom(Whose whose) =>
            new InboxFilter(Whose: whose, Me: filter.Me).OfWhom(db.ServiceRequests).Take(ViewBound + 1);
    }

    /// <summary>Requests that nobody has opened yet, counted to one above <see cref="UnreadBound"/>.</summary>
    public Task<int> CountUnreadAsync(CancellationToken cancellationToken) =>
        Unread(db).CountAsync(cancellationToken);

    /// <summary>Requests that nobody has opened yet, at most one above <see cref="UnreadBound"/>.</summary>
    internal static IQueryable<ServiceRequest> Unread(AppDb db) => InboxFilter.Of(db.ServiceRequests, InboxView.Unread, default).Take(UnreadBound + 1);

    IQueryable<InboxRow> ToRows(IQueryable<ServiceRequest> requests) => requests.Select(request => new InboxRow(
        request.Id, request.Reference, request.Status, request.FaultCode, request.IsUrgent,
        request.Symptom.Substring(0, SymptomLength),
        request.Place.TambonCode, request.Place.Road, request.Place.Landmark, request.Place.PoleNumber,
        request.SubmittedAt, request.DueAt, request.IsUnread, EF.Property<DateTime?>(request, DerivedColumns.NearAt),
        db.ServiceRequests.Count(merged => merged.MergedIntoId == request.Id)
            // Joined, not contained: SQLite would else read all followers there are for every line.
            + db.ServiceRequests.Where(followed => followed.Id == request.Id || followed.MergedIntoId == request.Id)
                .Join(db.Followers, followed => followed.Id, follower => follower.ServiceRequestId, (_, follower) => follower.Contact).Distinct().Count(),
        request.ReopenedCount, request.UnreadMessages,
        db.Users.Where(account => account.Id == request.AssigneeId).Select(account => account.DisplayName).FirstOrDefault()));
}
