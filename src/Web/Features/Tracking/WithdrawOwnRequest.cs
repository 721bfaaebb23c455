using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Tracking;

/// <summary>A report to take back.</summary>
/// <param name="Secret">The unguessable part of the own link.</param>
/// <param name="Reason">Why, as typed; may be empty.</param>
public sealed record Withdrawal(string Secret, string? Reason);

/// <summary>The requester takes the report back: the light works again, or it was reported by mistake.</summary>
public sealed class WithdrawOwnRequest(AppDb db, OwnServiceRequests requests)
{
    /// <returns>False when there is no such request.</returns>
    public async Task<bool> RunAsync(Withdrawal input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await requests.ReferenceAsync(input.Secret, cancellationToken) is not { } reference)
            return false;
        await db.TryToActAsync(reference, async request =>
        {
            request.Withdraw(ThaiText.Clean(input.Reason), by, now);
            await db.PassOnAsync(request, now, cancellationToken);
            return true;
        }, cancellationToken);
        return true;
    }
}
