using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>
/// Where on the way along an order the requests of a filter can lie at all. What is asked of the sorted column besides follows from the filter and
/// takes nothing away; it lets the walk begin where the first of them may be.
/// </summary>
static class InboxWay
{
    // Urgent ones stand a thousand years off (DerivedColumns.UrgentFirst).
    static readonly DateTime AfterAll = new(2500, 1, 1, 0, 0, 0, DateTimeKind.Utc), BeforeAll = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static IQueryable<ServiceRequest> Bound(IQueryable<ServiceRequest> requests, InboxFilter filter, InboxOrder order, DateTime now) => order.Sort switch
    {
        InboxSort.Place when filter.Area.Length > 0 => Within(requests, filter.Area, After(filter.Area)),
        InboxSort.Status when filter.States is { Count: > 0 } states => Within(requests, (int)states.Min(), (int)states.Max()),
        InboxSort.Due when filter.View == InboxView.Overdue => requests.Where(request => EF.Property<DateTime>(request, DerivedColumns.DueOrder) < now),
        InboxSort.Received => Received(requests, filter, order.Descending),
        _ => requests,
    };

    /// <summary>The code behind all that begin like this one, in any order of letters.</summary>
    static string After(string area) => (int.Parse(area, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

#pragma warning disable CA1309 // The database compares, by its own order.
    static IQueryable<ServiceRequest> Within(IQueryable<ServiceRequest> requests, string first, string last) => requests.Where(request =>
        string.Compare(EF.Property<string>(request, DerivedColumns.TambonCode), first) >= 0
        && string.Compare(EF.Property<string>(request, DerivedColumns.TambonCode), last) < 0);
#pragma warning restore CA1309

    static IQueryable<ServiceRequest> Within(IQueryable<ServiceRequest> requests, int first, int last) => requests.Where(request =>
        EF.Property<int>(request, DerivedColumns.StatusOrder) >= first && EF.Property<int>(request, DerivedColumns.StatusOrder) <= last);

    static IQueryable<ServiceRequest> Received(IQueryable<ServiceRequest> requests, InboxFilter filter, bool descending)
    {
        var start = ThaiDates.FromBangkok(filter.From ?? new DateOnly(1900, 1, 1), TimeOnly.MinValue);
        var end = ThaiDates.FromBangkok(filter.To?.AddDays(1) ?? new DateOnly(2500, 1, 1), TimeOnly.MinValue);
        if (filter.From is not null)
        {
            requests = descending
                ? requests.Where(request => EF.Property<DateTime>(request, DerivedColumns.NewestOrder) >= start)
                : requests.Where(request => EF.Property<DateTime>(request, DerivedColumns.OldestOrder) >= start || EF.Property<DateTime>(request, DerivedColumns.OldestOrder) < BeforeAll);
        }

        if (filter.To is not null)
        {
            requests = descending
                ? requests.Where(request => EF.Property<DateTime>(request, DerivedColumns.NewestOrder) < end || EF.Property<DateTime>(request, DerivedColumns.NewestOrder) > AfterAll)
                : requests.Where(request => EF.Property<DateTime>(request, DerivedColumns.OldestOrder) < end);
        }

        return requests;
    }
}
