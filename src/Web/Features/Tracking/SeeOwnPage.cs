using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Tracking;

/// <summary>The requester looks at the own page: what stands there is no longer new the next time.</summary>
public sealed class SeeOwnPage(AppDb db)
{
    /// <param name="requestId">The request.</param>
    /// <param name="number">Number of the newest entry on the page.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task RunAsync(long requestId, int number, CancellationToken cancellationToken) =>
        // No part of the story, and no change that an officer's form would have to know of.
        db.ServiceRequests.Where(request => request.Id == requestId && request.RequesterSawNumber < number)
            .ExecuteUpdateAsync(set => set.SetProperty(request => request.RequesterSawNumber, number), cancellationToken);
}
