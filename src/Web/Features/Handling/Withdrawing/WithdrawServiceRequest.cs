using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Withdrawing;

/// <summary>What the requester said who wants the request taken back.</summary>
public sealed record Withdrawal(string Reference, int SeenNumber, string Reason) : ActInput(Reference, SeenNumber);

public sealed class WithdrawServiceRequest(AppDb db)
{
    public Task RunAsync(Withdrawal input, Actor by, DateTime now, CancellationToken cancellationToken) =>
        db.ActAsync(input, by, now, async request =>
        {
            request.Withdraw(ThaiText.Clean(input.Reason), by, now);
            await db.PassOnAsync(request, now, cancellationToken);
        }, cancellationToken);
}
