using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Inbox;

/// <summary>An officer deletes one of the own filters; again changes nothing.</summary>
public sealed class DeleteInboxFilter(AppDb db)
{
    public Task RunAsync(int id, Actor by, CancellationToken cancellationToken) => db.SavedFilters
        .Where(filter => filter.Id == id && filter.OfficerId == by.OfficerId).ExecuteDeleteAsync(cancellationToken);
}
