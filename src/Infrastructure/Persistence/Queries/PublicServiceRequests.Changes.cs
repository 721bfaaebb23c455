using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Publication;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>Requests in the order of their newest changes.</summary>
/// <param name="Requests">The one that changed first, first.</param>
/// <param name="Next">After which change the next page begins; null on the last one.</param>
/// <param name="UpTo">The last change on the page, UTC; null when there is none.</param>
public sealed record ChangedRequests(IReadOnlyList<PublicServiceRequest> Requests, PageStart? Next, DateTime? UpTo);

/// <summary>The requests by what changed, with the same filter as the list.</summary>
public sealed partial class PublicServiceRequests
{
    /// <summary>
    /// What everyone sees changed of. What changes while somebody turns the pages comes (again) at the end: nothing is missed, and
    /// nothing comes twice but what changed twice.
    /// </summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="after">Only changes after this moment, UTC.</param>
    /// <param name="start">After which change the page begins; its time is the moment of the change.</param>
    /// <param name="size">Requests on a page.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<ChangedRequests> ChangedAsync(PublicFilter filter, DateTime after, PageStart? start, int size, CancellationToken cancellationToken)
    {
        var found = Matching(filter).Where(request => EF.Property<DateTime>(request, PublicColumns.ChangedAt) > after);
        if (start is not null)
        {
            found = found.Where(request => EF.Property<DateTime>(request, PublicColumns.ChangedAt) >= start.At
                && (EF.Property<DateTime>(request, PublicColumns.ChangedAt) > start.At || request.Id > start.Id));
        }

        var rows = await Shown(found.OrderBy(request => EF.Property<DateTime>(request, PublicColumns.ChangedAt)).ThenBy(request => request.Id)
            .Take(size + 1)).ToListAsync(cancellationToken);
        var shown = rows.Take(size).ToList();
        var last = shown.LastOrDefault();
        return new([.. shown.Select(row => row.Request)],
            last is not null && rows.Count > size ? new(last.ChangedAt, last.Id, IsBackwards: false) : null, last?.ChangedAt);
    }
}
