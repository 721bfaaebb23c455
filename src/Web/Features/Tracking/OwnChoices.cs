using Songthang.Domain.ServiceRequests;

namespace Songthang.Web.Features.Tracking;

/// <summary>What a requester can do with the own report now; the domain has the last word.</summary>
public sealed record OwnChoices(bool MayAnswer, bool MayWithdraw, bool MayReopen, DateTime? ReopenUntil)
{
    /// <param name="request">The requester's own.</param>
    /// <param name="now">UTC.</param>
    /// <param name="main">The request that goes on for it, when it was merged.</param>
    public static OwnChoices Of(ServiceRequest request, DateTime now, ServiceRequest? main = null)
    {
        var repaired = main ?? request;
        var until = repaired.Status == ServiceRequestStatus.Completed ? repaired.CompletedAt?.AddDays(Workflow.ReopenDays) : null;
        return new(
            request.OpenQuestion is not null,
            Workflow.Allows(request.Status, ServiceRequestStatus.Withdrawn),
            now <= until,
            until);
    }
}
