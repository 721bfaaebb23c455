using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Settings;

namespace Songthang.Domain.Tests.ServiceRequests;

public class AssigningTests
{
    [Fact]
    public void An_assignment_is_an_entry_for_officers_and_changes_no_state()
    {
        var request = ARequest.Checked().Then((it, now) => it.AssignTo(8, "สมหญิง ทดสอบ", ARequest.Officer, now));

        Assert.Equal(8, request.AssigneeId);
        var entry = request.Timeline[^1];
        Assert.Equal((TimelineKind.Assigned, Audience.Officers, "สมหญิง ทดสอบ", "8"), (entry.Kind, entry.Audience, entry.Text, entry.Detail));
        Assert.Equal(ServiceRequestStatus.Submitted, request.Status);
        Assert.Null(TimelineChain.FirstBroken(request.Reference, request.Timeline));

        request.Then((it, now) => it.Unassign(ARequest.Officer, now));
        Assert.Null(request.AssigneeId);
        Assert.Equal((TimelineKind.Unassigned, Audience.Officers), (request.Timeline[^1].Kind, request.Timeline[^1].Audience));
    }

    [Fact]
    public void Nothing_is_assigned_twice_to_the_same_nor_taken_from_nobody()
    {
        var request = ARequest.Submitted().Then((it, now) => it.AssignTo(8, "สมหญิง", ARequest.Officer, now));

        Assert.Equal("request.already-assigned", Assert.Throws<RuleBroken>(() =>
            request.Then((it, now) => it.AssignTo(8, "สมหญิง", ARequest.Officer, now))).Code);
        Assert.Equal("request.not-assigned", Assert.Throws<RuleBroken>(() =>
            ARequest.Submitted().Then((it, now) => it.Unassign(ARequest.Officer, now))).Code);
    }

    [Theory]
    [InlineData(ServiceRequestStatus.Submitted)]
    [InlineData(ServiceRequestStatus.AwaitingInformation)]
    [InlineData(ServiceRequestStatus.Accepted)]
    [InlineData(ServiceRequestStatus.InProgress)]
    [InlineData(ServiceRequestStatus.Completed)]
    [InlineData(ServiceRequestStatus.Forwarded)]
    [InlineData(ServiceRequestStatus.Declined)]
    [InlineData(ServiceRequestStatus.Duplicate)]
    [InlineData(ServiceRequestStatus.Withdrawn)]
    public void What_is_open_can_be_assigned_and_what_is_settled_cannot(ServiceRequestStatus status)
    {
        var request = ARequest.In(status);

        if (status.IsOpen())
            Assert.Equal(8, request.Then((it, now) => it.AssignTo(8, "สมหญิง", ARequest.Officer, now)).AssigneeId);
        else
            Assert.Equal("request.settled", Assert.Throws<RuleBroken>(() => request.Then((it, now) => it.AssignTo(8, "สมหญิง", ARequest.Officer, now))).Code);
        Assert.Equal(status.IsOpen(), Act.Assign.IsAllowed(status, isChecked: false));
    }

    [Fact]
    public void Whoever_saw_to_it_does_so_again_when_it_is_reopened()
    {
        var request = ARequest.InProgress().Then((it, now) => it.AssignTo(8, "สมหญิง", ARequest.Officer, now))
            .Then((it, now) => it.Complete("เปลี่ยนหลอดแล้ว", [], ARequest.Officer, now))
            .Then((it, now) => it.Reopen("ยังดับ", Actor.Requester, now));

        Assert.Equal(8, request.AssigneeId);
    }

    [Theory]
    [InlineData(7, AssignmentShare.Alone, "7")]
    [InlineData(70, AssignmentShare.First, "70 first")]
    [InlineData(700, AssignmentShare.Further, "700 further")]
    public void What_the_detail_says_is_read_back(int officer, AssignmentShare share, string code)
    {
        Assert.Equal(code, new Assignment(officer, share).Code);
        Assert.Equal(new Assignment(officer, share), Assignment.Read(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("email")]
    [InlineData("-7")]
    [InlineData("7 last")]
    [InlineData("7 first first")]
    public void What_is_no_assignment_reads_as_none(string detail) => Assert.Null(Assignment.Read(detail));

    [Fact]
    public void The_roster_names_each_officer_once_from_the_first_day_to_the_last()
    {
        var monday = new DateOnly(2026, 11, 23);
        var roster = new DutyRoster([new(9, monday, monday.AddDays(6)), new(4, monday.AddDays(2), monday.AddDays(2)), new(9, monday, monday)]);

        Assert.Empty(roster.OnDuty(monday.AddDays(-1)));
        Assert.Equal([9], roster.OnDuty(monday));
        Assert.Equal([4, 9], roster.OnDuty(monday.AddDays(2)));
        Assert.Equal([9], roster.OnDuty(monday.AddDays(6)));
        Assert.Empty(roster.OnDuty(monday.AddDays(7)));
    }
}
