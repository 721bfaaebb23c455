using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Tracking;

/// <summary>A repair to look at once more.</summary>
/// <param name="Secret">The unguessable part of the own link.</param>
/// <param name="Reason">What is still wrong, as typed.</param>
public sealed record Reopening(string Secret, string? Reason);

/// <summary>The requester says that the light still does not work.</summary>
public sealed class ReopenOwnRequest(AppDb db, OwnServiceRequests requests)
{
    /// <returns>False when there is no such request.</returns>
    public async Task<bool> RunAsync(Reopening input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await requests.ReferenceAsync(input.Secret, cancellationToken) is not { } reference)
            return false;
        await db.TryToActAsync(reference, request =>
        {
            request.Reopen(ThaiText.Clean(input.Reason), by, now);
            return Task.FromResult(true);
        }, cancellationToken);
        return true;
    }
}
