using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Rating;

/// <summary>How satisfied the requester is.</summary>
/// <param name="Secret">The unguessable part of the own link.</param>
/// <param name="Satisfaction">1 to 5.</param>
/// <param name="Comment">As typed.</param>
public sealed record RepairRating(string Secret, int Satisfaction, string? Comment);

/// <summary>The requester says once how satisfied they are with the repair.</summary>
public sealed class RateRepair(AppDb db, OwnServiceRequests requests)
{
    /// <returns>False when there is no such request.</returns>
    public async Task<bool> RunAsync(RepairRating input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await requests.ReferenceAsync(input.Secret, cancellationToken) is not { } reference)
            return false;
        await db.TryToActAsync(reference, async request =>
        {
            var main = await requests.MainOfAsync(request, cancellationToken);
            request.Rate(input.Satisfaction, ThaiText.Clean(input.Comment), by, now, main);
            return true;
        }, cancellationToken);
        return true;
    }
}
