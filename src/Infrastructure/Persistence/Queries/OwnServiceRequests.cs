using Microsoft.EntityFrameworkCore;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>Reads a request for the person who holds its own link.</summary>
/// <param name="db">The database.</param>
public sealed class OwnServiceRequests(AppDb db)
{
    /// <summary>
    /// The request to look at, not to change, or null. It is the whole aggregate for once: what may be done now, and by
    /// when the light should work again, are derived from its story by the domain's own rules.
    /// </summary>
    /// <param name="secret">The unguessable part of the link.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<ServiceRequest?> ReadAsync(string secret, CancellationToken cancellationToken) =>
        db.ServiceRequests.AsNoTracking()
            .Include(request => request.Timeline.OrderBy(entry => entry.Number))
            .Include(request => request.Photos.OrderBy(photo => photo.At))
            .Include(request => request.Documents.OrderBy(document => document.At))
            .AsSingleQuery().SingleOrDefaultAsync(request => request.Secret == secret, cancellationToken);

    /// <summary>The request that goes on for a merged one, without its story; null for one that goes on by itself.</summary>
    /// <param name="request">The requester's own.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<ServiceRequest?> MainOfAsync(ServiceRequest request, CancellationToken cancellationToken) => request.MergedIntoId is { } main
        ? await db.ServiceRequests.AsNoTracking().SingleAsync(found => found.Id == main, cancellationToken)
        : null;

    /// <summary>The reference of the request that the link leads to, or null.</summary>
    /// <param name="secret">The unguessable part of the link.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<string?> ReferenceAsync(string secret, CancellationToken cancellationToken) =>
        db.ServiceRequests.Where(request => request.Secret == secret)
            .Select(request => (string?)request.Reference).SingleOrDefaultAsync(cancellationToken);
}
