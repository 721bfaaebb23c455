using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Tests.ServiceRequests;

public class MomentsTests
{
    static readonly Actor By = ARequest.Officer;

    [Fact]
    public void The_steps_read_their_times_off_the_story()
    {
        var request = ARequest.Submitted().Then((it, now) => it.Open(By, now))
            .Then((it, now) => it.CheckDetails(null, [], false, By, now)).Then((it, now) => it.RecordPrinting(By, now))
            .Then((it, now) => it.Accept("", By, now)).Then((it, now) => it.Complete("ซ่อมแล้ว", [], By, now));

        var moments = request.Moments();

        Assert.Equal(
            [0, 1, 2, 3, 4, 4, 5],
            new[] { moments.Received, moments.FirstOpened, moments.DetailsChecked, moments.FormPrinted, moments.Decided, moments.Accepted, moments.Completed }
                .Select(at => (at!.Value - ARequest.Monday).TotalMinutes));
        Assert.Null(moments.Closed);
    }

    [Fact]
    public void Who_reads_on_the_own_page_is_told_when_it_stands_there()
    {
        var moments = ARequest.Completed().Moments();

        Assert.Equal(moments.Accepted, moments.RequesterTold);
        Assert.Equal(moments.Completed, moments.ResultSent);
    }

    [Theory]
    [InlineData(ToldBy.Email)]
    [InlineData(ToldBy.Phone)]
    public void Who_chose_a_channel_is_told_when_the_channel_took_it(ToldBy toldBy)
    {
        var request = ARequest.Completed(toldBy);
        var accepted = request.Timeline.First(entry => entry.Kind == TimelineKind.Accepted).Number;
        var completed = request.Timeline[^1].Number;
        Assert.Null(request.Moments().RequesterTold);
        Assert.Null(request.Moments().ResultSent);

        // What tells of the receipt, or of another entry, is not the result.
        request.RecordNotice(1, "email", request.Later());
        Assert.Null(request.Moments().RequesterTold);
        request.RecordNotice(accepted, "email", request.Later());
        Assert.Equal(request.UpdatedAt, request.Moments().RequesterTold);
        Assert.Null(request.Moments().ResultSent);
        request.RecordNotice(completed, "email", request.Later());

        Assert.Equal(request.UpdatedAt, request.Moments().ResultSent);
    }

    [Fact]
    public void A_call_counts_as_told()
    {
        var request = ARequest.Completed(ToldBy.Phone).Then((it, now) => it.RecordCall("แจ้งแล้ว", By, now));

        Assert.Equal(request.UpdatedAt, request.Moments().ResultSent);
        Assert.Equal(request.UpdatedAt, request.Moments().RequesterTold);
    }

    [Fact]
    public void A_call_before_the_result_does_not_tell_the_result()
    {
        var request = ARequest.InProgress(ToldBy.Phone).Then((it, now) => it.RecordCall("กำลังซ่อม", By, now))
            .Then((it, now) => it.Complete("ซ่อมแล้ว", [], By, now));

        Assert.Null(request.Moments().ResultSent);
    }

    [Fact]
    public void Waiting_lasts_from_the_question_to_the_answer_and_stays_open_until_then()
    {
        var request = ARequest.AwaitingInformation(ARequest.Accepted());
        var asked = request.UpdatedAt;
        Assert.Equal([(asked, null)], request.Moments().Waits.Select(wait => (wait.From, wait.To)));

        request.AnswerInformation("ฝั่งซ้าย", [], Actor.Requester, request.Later(60));

        Assert.Equal([(asked, asked.AddHours(1))], request.Moments().Waits.Select(wait => (wait.From, wait.To)));
    }

    [Theory]
    [InlineData(ServiceRequestStatus.Declined)]
    [InlineData(ServiceRequestStatus.Withdrawn)]
    [InlineData(ServiceRequestStatus.Forwarded)]
    [InlineData(ServiceRequestStatus.Duplicate)]
    public void A_request_that_ended_otherwise_is_closed_at_that_moment(ServiceRequestStatus status)
    {
        var request = ARequest.In(status);
        var ended = request.UpdatedAt;
        request.AddNote("ภายหลัง", By, request.Later());

        Assert.Equal(ended, request.Moments().Closed);
    }

    [Fact]
    public void Reopening_begins_the_work_and_its_result_anew()
    {
        var request = ARequest.Completed();
        var decided = request.Moments().Decided;
        request.Reopen("ยังดับ", Actor.Requester, request.Later());

        var moments = request.Moments();

        Assert.Equal(request.UpdatedAt, moments.Accepted);
        Assert.Equal((null, null, null), (moments.Completed, moments.ResultSent, moments.Closed));
        Assert.Equal(decided, moments.Decided);
    }
}
