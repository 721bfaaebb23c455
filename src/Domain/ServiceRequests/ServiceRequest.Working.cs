using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>Number of the open work order that it is on, such as <c>12/2569</c>; empty when it is on none. Kept by the work order's verbs.</summary>
    public string WorkOrder { get; private set; } = "";

    /// <summary>Whether a crew can do something about it now.</summary>
    public bool IsWorkable => Status is ServiceRequestStatus.Accepted or ServiceRequestStatus.InProgress;

    internal void PutOnWorkOrder(string number, string crew, Actor by, DateTime now)
    {
        Workflow.RequireFrom(Status, ServiceRequestStatus.Accepted, ServiceRequestStatus.InProgress);
        if (WorkOrder.Length > 0)
        {
            throw new RuleBroken("request.on-work-order", new(
                $"เรื่องนี้อยู่ในใบสั่งงาน {WorkOrder} แล้ว", $"This request is on work order {WorkOrder} already."));
        }

        Add(TimelineKind.WorkOrdered, by, now, Audience.Officers, crew, number);
        WorkOrder = number;
    }

    /// <summary>Off the order without a repair: work that was begun rests, and the requester is told so.</summary>
    internal void LeaveWorkOrder(string pauseReason, string toRequester, string toOfficers, Actor by, DateTime now)
    {
        if (Status == ServiceRequestStatus.InProgress)
            PauseWork(pauseReason, toRequester, by, now);
        Add(TimelineKind.WorkOrderLeft, by, now, Audience.Officers, toOfficers, WorkOrder);
        WorkOrder = "";
    }

    /// <summary>Repaired by a crew, with photos of before.</summary>
    internal void CompleteOnWorkOrder(string whatWasDone, IReadOnlyList<string> before, IReadOnlyList<string> after, Actor by, DateTime now)
    {
        AddPhotos(before, PhotoKind.Before, now);
        Complete(whatWasDone, after, by, now);
        WorkOrder = "";
    }

    /// <summary>What the crew photographed on site where nothing could be repaired.</summary>
    internal void AddSitePhotos(IReadOnlyList<string> photoKeys, DateTime now) => AddPhotos(photoKeys, PhotoKind.Before, now);

    /// <summary>It has left by an act of its own (withdrawn, merged …), which its timeline tells already.</summary>
    internal void FallOffWorkOrder()
    {
        WorkOrder = "";
        Version++;
    }
}
