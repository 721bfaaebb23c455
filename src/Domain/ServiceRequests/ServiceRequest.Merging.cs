using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

/// <summary>
/// Several requests of one fault go on as one: the main request. The others point to it directly, never to each other,
/// so that there are no chains and no circles.
/// </summary>
public sealed partial class ServiceRequest
{
    /// <summary>The same fault as another request, which goes on for both.</summary>
    /// <exception cref="RuleBroken">
    /// <c>request.merge-target</c>: into itself or into one that is merged itself; <c>request.merge-closed</c>: nothing goes
    /// on there any more; <c>request.transition</c>: this one is past merging.
    /// </exception>
    public void MergeInto(ServiceRequest main, Actor by, DateTime now)
    {
        Workflow.Require(Status, ServiceRequestStatus.Duplicate);
        RequireMain(main, by);
        MergedIntoId = main.Id;
        Add(TimelineKind.Merged, by, now, Audience.Public, detail: main.Reference, to: ServiceRequestStatus.Duplicate);
    }

    /// <summary>The main request of this one goes on with yet another one, and this one with it.</summary>
    /// <exception cref="RuleBroken">As for <see cref="MergeInto"/>.</exception>
    public void FollowTo(ServiceRequest main, Actor by, DateTime now)
    {
        Workflow.RequireFrom(Status, ServiceRequestStatus.Duplicate);
        RequireMain(main, by);
        MergedIntoId = main.Id;
        Add(TimelineKind.Merged, by, now, Audience.Public, detail: main.Reference);
    }

    /// <summary>Not the same fault after all, or the main request was taken back: it is checked and decided anew.</summary>
    /// <param name="reason">Why, to the requester; may be empty when the program does it.</param>
    /// <param name="by">The officer, or the program.</param>
    /// <param name="now">UTC.</param>
    public void SplitOff(string reason, Actor by, DateTime now)
    {
        Workflow.RequireFrom(Status, ServiceRequestStatus.Duplicate);
        if (by.Kind == ActorKind.Officer)
            RequireText(reason, "request.reason-missing", "กรุณาระบุเหตุผล", "Please give the reason.");
        MergedIntoId = null;
        // What was accepted before is decided anew, so the days of the work do not run.
        AcceptedAt = null;
        Satisfaction = null;
        IsUnread = by.Kind != ActorKind.Officer;
        Add(TimelineKind.SplitOff, by, now, Audience.Requester, reason, to: ServiceRequestStatus.Submitted);
    }

    /// <summary>
    /// Records on the main request that another one was merged into it. It changes the main request's version: whoever
    /// acts on it at the same moment must look again, so that nobody who belongs to it is forgotten.
    /// </summary>
    public void TakeIn(ServiceRequest duplicate, Actor by, DateTime now) =>
        Add(TimelineKind.DuplicateAdded, by, now, Audience.Public, detail: duplicate.Reference);

    /// <summary>Records on the main request that one of its duplicates goes on by itself or with another one.</summary>
    public void LetGo(ServiceRequest duplicate, Actor by, DateTime now) =>
        Add(TimelineKind.DuplicateRemoved, by, now, Audience.Officers, detail: duplicate.Reference);

    void RequireMain(ServiceRequest main, Actor by)
    {
        if (ReferenceEquals(main, this) || main.Reference == Reference || main.Status == ServiceRequestStatus.Duplicate)
        {
            throw new RuleBroken("request.merge-target", new(
                "รวมเรื่องเข้ากับเรื่องนี้ไม่ได้ กรุณาเลือกเรื่องหลัก", "Please choose the main request to merge into."));
        }

        // An old register may tell of a main request that has been settled since.
        if (!main.Status.IsOpen() && by.Kind != ActorKind.Import)
        {
            throw new RuleBroken("request.merge-closed", new(
                $"รวมกับเรื่อง {main.Reference} ไม่ได้ เพราะเรื่องนั้นอยู่ในสถานะ “{main.Status.Name().Thai}” แล้ว",
                $"{main.Reference} is “{main.Status.Name().English}” already: nothing can be merged into it."));
        }
    }
}
