using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Search;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>The officers' quick views of their inbox.</summary>
public enum InboxView
{
    /// <summary>Every request.</summary>
    All,

    /// <summary>Something of the citizen's that nobody has opened yet.</summary>
    Unread,

    /// <summary>Received, not decided.</summary>
    Waiting,

    /// <summary>Taken on, not done.</summary>
    Working,

    /// <summary>The requester was asked for something.</summary>
    Asking,

    /// <summary>Past the due time of a step.</summary>
    Overdue,
}

/// <summary>Whose requests an officer wants to see.</summary>
public enum Whose
{
    /// <summary>Everybody's.</summary>
    Team,

    /// <summary>The officer's own.</summary>
    Mine,

    /// <summary>Those that nobody sees to.</summary>
    Unassigned,
}

/// <summary>Which requests an officer wants to see; what is not set does not narrow.</summary>
/// <param name="View">The quick view.</param>
/// <param name="Words">Free text as typed, searched in all that officers may find.</param>
/// <param name="FaultCode">A code of the fault types, or empty.</param>
/// <param name="Area">Six digits of a tambon or four of an amphoe, or empty.</param>
/// <param name="Statuses">Any of these; empty for all.</param>
/// <param name="From">First day of receipt, Bangkok.</param>
/// <param name="To">Last day of receipt, Bangkok.</param>
/// <param name="Reopened">Only what was taken up again.</param>
/// <param name="Whose">Own work and nobody's work are what is still to be done, unless states are asked for.</param>
/// <param name="Me">The officer's account, for <see cref="Queries.Whose.Mine"/>.</param>
public sealed record InboxFilter(
    InboxView View = InboxView.All, string Words = "", string FaultCode = "", string Area = "",
    IReadOnlyList<ServiceRequestStatus>? Statuses = null, DateOnly? From = null, DateOnly? To = null, bool Reopened = false,
    Whose Whose = Whose.Team, int? Me = null)
{
    /// <summary>Whether anything but the view narrows the list.</summary>
    public bool IsNarrow => Words.Length > 0 || FaultCode.Length > 0 || Area.Length > 0 || Statuses is { Count: > 0 } || From is not null || To is not null || Reopened;

    /// <summary>The same, and only what is still to be done unless states are asked for.</summary>
    public InboxFilter Open => Statuses is { Count: > 0 }
        ? this
        : this with { Statuses = [.. Enum.GetValues<ServiceRequestStatus>().Where(status => status.IsOpen())] };

    /// <summary>The requests that pass, in no order.</summary>
    public IQueryable<ServiceRequest> Apply(AppDb db, DateTime now) =>
        Narrow(db.ServiceRequests, now).Matching(db, Words, SearchScope.Officers);

    /// <summary>The same, sought by the narrowest condition: for those that are few, or are counted no further than a bound.</summary>
    internal IQueryable<ServiceRequest> Sought(AppDb db, DateTime now) => Narrow(
        Words.Length > 0 ? ServiceRequestSearch.Found(db, Words, SearchScope.Officers) : db.RequestsBy(SqliteIndexes.Narrowest(this)), now);

    /// <summary>The same, met on the way along an order: for those that are many.</summary>
    internal IQueryable<ServiceRequest> Along(AppDb db, InboxOrder order, DateTime now) =>
        InboxWay.Bound(Narrow(db.RequestsBy(SqliteIndexes.Of(order)), now), this, order, now).Holding(db, Words, SearchScope.Officers);

    /// <summary>The states that the view and the chosen states leave; null when neither says anything.</summary>
    internal IReadOnlyList<ServiceRequestStatus>? States => (StatesOf(View), Statuses) switch
    {
        ({ } ofView, { Count: > 0 } chosen) => [.. ofView.Intersect(chosen)],
        ({ } ofView, _) => ofView,
        (_, { Count: > 0 } chosen) => chosen,
        _ => null,
    };

    IQueryable<ServiceRequest> Narrow(IQueryable<ServiceRequest> requests, DateTime now)
    {
        // One condition on the state: of two, SQLite might seek by the one that is true of nearly all.
        requests = OfWhom(requests.AsNoTracking());
        requests = StatesOf(View) is null ? Of(requests, View, now) : requests;
        if (States is { } states)
            requests = requests.Where(request => states.Contains(request.Status));
        if (FaultCode.Length > 0)
            requests = requests.Where(request => request.FaultCode == FaultCode);
        if (Area.Length == 4)
            requests = requests.Where(request => EF.Property<string>(request, DerivedColumns.AmphoeCode) == Area);
        else if (Area.Length > 0)
            requests = requests.Where(request => EF.Property<string>(request, DerivedColumns.TambonCode) == Area);
        if (Reopened)
            requests = requests.Where(request => request.ReopenedCount > 0);
        if (From is { } from)
        {
            var start = ThaiDates.FromBangkok(from, TimeOnly.MinValue);
            requests = requests.Where(request => request.SubmittedAt >= start);
        }

        if (To is { } to)
        {
            var end = ThaiDates.FromBangkok(to.AddDays(1), TimeOnly.MinValue);
            requests = requests.Where(request => request.SubmittedAt < end);
        }

        return requests;
    }

    /// <summary>The requests of those whose work is wanted.</summary>
    public IQueryable<ServiceRequest> OfWhom(IQueryable<ServiceRequest> requests)
    {
        if (Whose == Whose.Team)
            return requests;
        requests = Whose == Whose.Mine
            ? requests.Where(request => request.AssigneeId == Me)
            : requests.Where(request => request.AssigneeId == null);
        return Statuses is { Count: > 0 } ? requests : requests.Where(Colleagues.IsOpen);
    }

    static ServiceRequestStatus[]? StatesOf(InboxView view) => view switch
    {
        InboxView.Waiting => [ServiceRequestStatus.Submitted],
        InboxView.Working => [ServiceRequestStatus.Accepted, ServiceRequestStatus.InProgress],
        InboxView.Asking => [ServiceRequestStatus.AwaitingInformation],
        _ => null,
    };

    /// <summary>The requests of a quick view.</summary>
    public static IQueryable<ServiceRequest> Of(IQueryable<ServiceRequest> requests, InboxView view, DateTime now)
    {
        // Compared with a parameter, because SQLite uses no index for a bare column as the condition.
        var yes = true;
        return view switch
        {
            InboxView.Unread => requests.Where(request => request.IsUnread == yes),
            InboxView.Overdue => requests.Where(request => request.DueAt < now),
            _ when StatesOf(view) is { } states => requests.Where(request => states.Contains(request.Status)),
            _ => requests,
        };
    }
}
