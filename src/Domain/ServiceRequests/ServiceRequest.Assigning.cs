using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class ServiceRequest
{
    /// <summary>The account of the officer who sees to it; null while nobody does. Stays when the request is settled.</summary>
    public int? AssigneeId { get; private set; }

    /// <summary>Somebody in the office is to see to it from now on; whoever did so before is free of it.</summary>
    /// <param name="officerId">The account; that it may handle requests is for the caller to know.</param>
    /// <param name="name">The officer's name at this time, for the timeline that only officers read.</param>
    /// <param name="by">Who says so; the program, when the duty roster does.</param>
    /// <param name="now">UTC.</param>
    /// <param name="share">Whether it comes alone or with others, which are told of in one letter.</param>
    /// <exception cref="RuleBroken"><c>request.settled</c>, or <c>request.already-assigned</c> to the same officer.</exception>
    public void AssignTo(int officerId, string name, Actor by, DateTime now, AssignmentShare share = AssignmentShare.Alone)
    {
        RequireText(name, "request.assignee-missing", "กรุณาเลือกผู้รับผิดชอบ", "Please choose who sees to it.");
        RequireOpenToAssign();
        if (AssigneeId == officerId)
        {
            throw new RuleBroken("request.already-assigned", new(
                $"{name} รับผิดชอบเรื่องนี้อยู่แล้ว", $"{name} sees to this request already."));
        }

        AssigneeId = officerId;
        Add(TimelineKind.Assigned, by, now, Audience.Officers, name, new Assignment(officerId, share).Code);
    }

    /// <summary>Nobody in particular sees to it any more: it lies in the team's inbox.</summary>
    /// <exception cref="RuleBroken"><c>request.settled</c>, or <c>request.not-assigned</c>: nobody does already.</exception>
    public void Unassign(Actor by, DateTime now)
    {
        RequireOpenToAssign();
        if (AssigneeId is null)
            throw new RuleBroken("request.not-assigned", new("เรื่องนี้ยังไม่มีผู้รับผิดชอบ", "Nobody sees to this request yet."));
        AssigneeId = null;
        Add(TimelineKind.Unassigned, by, now, Audience.Officers);
    }

    void RequireOpenToAssign()
    {
        if (!Status.IsOpen())
        {
            throw new RuleBroken("request.settled", new(
                $"เรื่องนี้อยู่ในสถานะ “{Status.Name().Thai}” แล้ว ไม่ต้องมอบหมายงาน",
                $"The request is “{Status.Name().English}”: there is nothing left to assign."));
        }
    }
}
