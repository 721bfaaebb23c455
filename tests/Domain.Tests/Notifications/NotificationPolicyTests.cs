using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Tests.ServiceRequests;

namespace Songthang.Domain.Tests.Notifications;

public class NotificationPolicyTests
{
    [Fact]
    public void A_new_report_is_confirmed_to_the_requester_and_announced_to_the_duty_desk() =>
        Assert.Equal([NoticeRecipient.Requester, NoticeRecipient.DutyDesk], Recipients(ARequest.Submitted()));

    [Fact]
    public void A_report_that_an_officer_took_down_is_not_announced_to_the_duty_desk() =>
        Assert.Equal([NoticeRecipient.Requester], Recipients(ServiceRequest.Submit(ARequest.Submission, FaultTypes.Shipped, ARequest.Officer, ARequest.Monday)));

    [Theory]
    [InlineData(ServiceRequestStatus.AwaitingInformation)]
    [InlineData(ServiceRequestStatus.Duplicate)]
    public void A_question_and_a_merging_are_told_to_the_requester_alone(ServiceRequestStatus status) =>
        Assert.Equal([NoticeRecipient.Requester], Recipients(ARequest.In(status)));

    [Fact]
    public void Who_follows_is_told_that_the_reporter_took_it_back() =>
        Assert.Equal([NoticeRecipient.Requester, NoticeRecipient.DutyDesk, NoticeRecipient.Follower], Recipients(ARequest.Withdrawn()));

    [Theory]
    [InlineData(ServiceRequestStatus.Accepted)]
    [InlineData(ServiceRequestStatus.InProgress)]
    [InlineData(ServiceRequestStatus.Completed)]
    [InlineData(ServiceRequestStatus.Forwarded)]
    [InlineData(ServiceRequestStatus.Declined)]
    public void Each_step_is_told_to_everyone_who_waits_for_it(ServiceRequestStatus status) =>
        Assert.Equal([NoticeRecipient.Requester, NoticeRecipient.AlsoReported, NoticeRecipient.Follower], Recipients(ARequest.In(status)));

    [Fact]
    public void An_answer_goes_to_the_duty_desk_and_a_lapsed_question_to_both()
    {
        var answered = ARequest.AwaitingInformation().Then((it, now) => it.AnswerInformation("ฝั่งซ้าย", [], Actor.Requester, now));
        var lapsed = ARequest.AwaitingInformation();
        lapsed.LetQuestionLapse(lapsed.AnswerBy!.Value);

        Assert.Equal([NoticeRecipient.DutyDesk], Recipients(answered));
        Assert.Equal([NoticeRecipient.Requester, NoticeRecipient.DutyDesk], Recipients(lapsed));
    }

    [Fact]
    public void What_the_requester_takes_back_or_questions_reaches_the_duty_desk()
    {
        var reopened = ARequest.Completed().Then((it, now) => it.Reopen("ยังดับ", Actor.Requester, now));
        var byOfficer = ARequest.Completed().Then((it, now) => it.Reopen("ยังดับ", ARequest.Officer, now));

        Assert.Contains(NoticeRecipient.DutyDesk, Recipients(ARequest.Withdrawn()));
        Assert.Contains(NoticeRecipient.DutyDesk, Recipients(reopened));
        Assert.DoesNotContain(NoticeRecipient.DutyDesk, Recipients(byOfficer));
    }

    [Fact]
    public void What_stays_inside_the_office_is_told_to_nobody()
    {
        Action<ServiceRequest, DateTime>[] inside =
        [
            (it, now) => it.Open(ARequest.Officer, now),
            (it, now) => it.CheckDetails(null, [], false, ARequest.Officer, now, "พบแล้ว"),
            (it, now) => it.AddNote("ดูแล้ว", ARequest.Officer, now),
            (it, now) => it.RecordCall("แจ้งแล้ว", ARequest.Officer, now),
            (it, now) => it.RecordPrinting(ARequest.Officer, now),
            (it, now) => it.RecordNotice(1, "email", now),
        ];

        Assert.All(inside, step => Assert.Empty(Recipients(ARequest.Submitted().Then(step))));
    }

    [Fact]
    public void An_officer_is_told_of_what_somebody_else_assigned_and_of_several_at_once_only_once()
    {
        var byColleague = ARequest.Submitted().Then((it, now) => it.AssignTo(8, "สมหญิง", ARequest.Officer, now));
        var byRoster = ARequest.Submitted().Then((it, now) => it.AssignTo(8, "สมหญิง", Actor.System, now));
        var first = ARequest.Submitted().Then((it, now) => it.AssignTo(8, "สมหญิง", ARequest.Officer, now, AssignmentShare.First));
        var further = ARequest.Submitted().Then((it, now) => it.AssignTo(8, "สมหญิง", ARequest.Officer, now, AssignmentShare.Further));
        var byOneself = ARequest.Submitted().Then((it, now) => it.AssignTo(7, "สมศรี", ARequest.Officer, now));

        Assert.All([byColleague, byRoster, first], request =>
            Assert.Equal((NoticeRecipient.Officer, 8), NotificationPolicy.For(request.Timeline[^1]).Select(notice => (notice.Recipient, notice.OfficerId!.Value)).Single()));
        Assert.Empty(Recipients(further));
        Assert.Empty(Recipients(byOneself));
        Assert.Empty(Recipients(byColleague.Then((it, now) => it.Unassign(ARequest.Officer, now))));
    }

    [Fact]
    public void History_that_was_taken_over_tells_nobody() =>
        Assert.Empty(Recipients(ServiceRequest.Submit(ARequest.Submission, FaultTypes.Shipped, Actor.Import, ARequest.Monday)));

    static IEnumerable<NoticeRecipient> Recipients(ServiceRequest request)
    {
        var newest = request.Timeline[^1];
        var notices = NotificationPolicy.For(newest);
        Assert.All(notices, notice => Assert.Same(newest, notice.Entry));
        return notices.Select(notice => notice.Recipient);
    }
}
