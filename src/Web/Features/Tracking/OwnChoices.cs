using Songthang.Domain.ServiceRequests;

namespace Songthang.Web.Features.Tracking;

/// <summary>What a requester can do with the own report now; the domain has the last word.</summary>
public sealed record OwnChoices(bool MayAnswer, bool MayWithdraw, bool MayReopen, DateTime? ReopenUntil)
{
    public static OwnChoices Of(ServiceRequest request, DateTime now)
    {
        var until = request.Status == ServiceRequestStatus.Completed ? request.CompletedAt?.AddDays(Workflow.ReopenDays) : null;
        return new(
            request.OpenQuestion is not null,
            Workflow.Allows(request.Status, ServiceRequestStatus.Withdrawn),
            now <= until,
            until);
    }
}
