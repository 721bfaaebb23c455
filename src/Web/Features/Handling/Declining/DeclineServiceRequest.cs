using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Handling.Declining;

/// <summary>Why a request is not taken on: a code of <see cref="DeclineReason"/> and words to the requester.</summary>
public sealed record Refusal(string Reference, int SeenNumber, string ReasonCode, string Text) : ActInput(Reference, SeenNumber);

public sealed class DeclineServiceRequest(AppDb db)
{
    public Task RunAsync(Refusal input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var reason = DeclineReason.Find(input.ReasonCode)
            ?? throw new RuleBroken("request.reason-missing", new("กรุณาเลือกเหตุผล", "Please choose the reason."));
        return db.ActAsync(input, by, now, request => request.Decline(reason, ThaiText.Clean(input.Text), by, now), cancellationToken);
    }
}
