using static Songthang.Domain.ServiceRequests.ServiceRequestStatus;

namespace Songthang.Domain.ServiceRequests;

/// <summary>
/// The whole workflow on one screen (design section 3). The verbs of <see cref="ServiceRequest"/> are its only
/// doors; a transition that is not in the table throws.
/// </summary>
public static class Workflow
{
    static readonly Dictionary<ServiceRequestStatus, ServiceRequestStatus[]> Table = new()
    {
        [Submitted] = [AwaitingInformation, Accepted, Forwarded, Declined, Duplicate, Withdrawn],
        // Answered or lapsed, a question returns the request to where it was asked from.
        [AwaitingInformation] = [Submitted, Accepted, InProgress, Declined, Withdrawn],
        [Accepted] = [InProgress, Completed, AwaitingInformation, Forwarded, Duplicate, Withdrawn],
        [InProgress] = [Completed, Accepted, AwaitingInformation],
        [Completed] = [Accepted],
        [Forwarded] = [Accepted],
        [Declined] = [Accepted],
        [Duplicate] = [Submitted],
        [Withdrawn] = [],
    };

    /// <summary>Days after completion within which the requester may reopen.</summary>
    public const int ReopenDays = 15;

    /// <summary>Whether the requester may still question a repair.</summary>
    /// <param name="completedAt">When it was completed, UTC; null when it is not.</param>
    /// <param name="now">UTC.</param>
    public static bool MayReopen(DateTime? completedAt, DateTime now) => now <= completedAt?.AddDays(ReopenDays);

    /// <summary>Whether the table allows the step.</summary>
    public static bool Allows(ServiceRequestStatus from, ServiceRequestStatus to) => Table[from].Contains(to);

    /// <summary>The states that can follow.</summary>
    public static IReadOnlyList<ServiceRequestStatus> Next(ServiceRequestStatus from) => Table[from];

    /// <summary>Throws unless the table allows the step.</summary>
    /// <exception cref="RuleBroken"><c>request.transition</c>: the step is forbidden.</exception>
    public static void Require(ServiceRequestStatus from, ServiceRequestStatus to)
    {
        if (!Allows(from, to))
            throw Forbidden(from);
    }

    /// <summary>Throws unless the request stands in one of the states that a verb starts from.</summary>
    /// <exception cref="RuleBroken"><c>request.transition</c>: the step is forbidden.</exception>
    public static void RequireFrom(ServiceRequestStatus status, params ReadOnlySpan<ServiceRequestStatus> allowed)
    {
        if (!allowed.Contains(status))
            throw Forbidden(status);
    }

    static RuleBroken Forbidden(ServiceRequestStatus status) => new("request.transition", new(
        $"ทำขั้นตอนนี้ไม่ได้ เพราะเรื่องอยู่ในสถานะ “{status.Name().Thai}” กรุณาเปิดหน้าเรื่องนี้ใหม่เพื่อดูข้อมูลล่าสุด",
        $"This step is not possible because the request is “{status.Name().English}”. Please reload the request."));
}
