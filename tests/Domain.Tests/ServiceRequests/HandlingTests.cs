using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Tests.ServiceRequests;

public class HandlingTests
{
    static readonly Actor By = ARequest.Officer;

    [Fact]
    public void Opening_is_written_once_and_takes_the_unread_mark_off()
    {
        var request = ARequest.Submitted();

        Assert.True(request.Open(By, request.Later()));
        Assert.False(request.Open(By, request.Later()));

        Assert.False(request.IsUnread);
        Assert.Equal([TimelineKind.Submitted, TimelineKind.Opened], request.Timeline.Select(entry => entry.Kind));
    }

    [Fact]
    public void Opening_what_was_answered_takes_the_mark_off_without_a_second_entry()
    {
        var request = ARequest.Submitted().Then((it, now) => it.Open(By, now));
        ARequest.AwaitingInformation(request).Then((it, now) => it.AnswerInformation("ฝั่งซ้าย", [], Actor.Requester, now));
        var entries = request.Timeline.Count;
        Assert.True(request.IsUnread);

        Assert.True(request.Open(By, request.Later()));

        Assert.False(request.IsUnread);
        Assert.Equal(entries, request.Timeline.Count);
    }

    [Fact]
    public void Checking_decides_what_everyone_reads_and_sees()
    {
        var request = ARequest.Submitted().Then((it, now) => it.CheckDetails("ไฟดับ", ["a2", "stranger"], true, By, now, "พบสถานที่แล้ว"));

        Assert.Equal("ไฟดับ", request.PublicSymptom);
        Assert.Equal("ไฟดับหน้าบ้าน", request.Symptom);
        Assert.True(request.IsUrgent);
        Assert.Equal(["a2"], request.Photos.Where(photo => photo.IsPublic).Select(photo => photo.Key));
        Assert.Equal(request.Timeline[1].At, request.CheckedAt);
        Assert.Equal((Audience.Public, ""), (request.Timeline[1].Audience, request.Timeline[1].Text));
        Assert.Equal((TimelineKind.NoteAdded, Audience.Officers, "พบสถานที่แล้ว"),
            (request.Timeline[2].Kind, request.Timeline[2].Audience, request.Timeline[2].Text));
    }

    [Fact]
    public void Checking_again_may_hide_everything_but_the_authoritys_own_photos()
    {
        var request = ARequest.InProgress().Then((it, now) => it.CheckDetails("ไฟดับ", ["a1"], false, By, now));
        request.Then((it, now) => it.CheckDetails(null, [], false, By, now)).Then((it, now) => it.Complete("ซ่อมแล้ว", ["b1"], By, now));

        Assert.Null(request.PublicSymptom);
        Assert.Equal(["b1"], request.Photos.Where(photo => photo.IsPublic).Select(photo => photo.Key));
    }

    [Fact]
    public void Accepting_needs_a_check_and_starts_the_work_time()
    {
        var request = ARequest.Submitted();
        Assert.Equal("request.not-checked", Assert.Throws<RuleBroken>(() => request.Accept("", By, request.Later())).Code);

        request.Then((it, now) => it.CheckDetails(null, [], false, By, now)).Then((it, now) => it.Accept("รับแล้ว", By, now));

        Assert.Equal(ServiceRequestStatus.Accepted, request.Status);
        Assert.Equal(request.UpdatedAt, request.AcceptedAt);
        Assert.Equal(("รับแล้ว", Audience.Requester), (request.Timeline[^1].Text, request.Timeline[^1].Audience));
    }

    [Theory]
    [InlineData(ServiceRequestStatus.Submitted)]
    [InlineData(ServiceRequestStatus.Accepted)]
    [InlineData(ServiceRequestStatus.InProgress)]
    public void An_answer_or_its_lapse_leads_back_to_where_it_was_asked_from(ServiceRequestStatus from)
    {
        var answered = ARequest.AwaitingInformation(ARequest.In(from));
        Assert.NotNull(answered.OpenQuestion);
        answered.Then((it, now) => it.AnswerInformation("", ["c1"], Actor.Requester, now));
        var lapsed = ARequest.AwaitingInformation(ARequest.In(from));
        Assert.Throws<RuleBroken>(() => lapsed.LetQuestionLapse(lapsed.Later()));
        lapsed.LetQuestionLapse(lapsed.AnswerBy!.Value);

        Assert.Equal((from, from), (answered.Status, lapsed.Status));
        Assert.Null(answered.AnswerBy);
        Assert.Null(answered.OpenQuestion);
        Assert.Equal(ActorKind.System, lapsed.Timeline[^1].ActorKind);
    }

    [Fact]
    public void An_officer_cannot_start_work_while_the_requester_is_asked()
    {
        var request = ARequest.AwaitingInformation();

        Assert.Equal("request.transition", Assert.Throws<RuleBroken>(() => request.StartWork("", By, request.Later())).Code);
    }

    [Fact]
    public void Declining_forwarding_and_pausing_keep_their_code_and_its_words()
    {
        var declined = ARequest.Declined().Timeline[^1];
        var forwarded = ARequest.Forwarded().Timeline[^1];
        var paused = ARequest.InProgress().Then((it, now) => it.PauseWork("parts", "", By, now));

        Assert.Equal("ตรวจสอบแล้วไฟติดเป็นปกติ", declined.DetailWords()?.Thai);
        Assert.Equal("เทศบาลทดสอบ", forwarded.DetailWords()?.Thai);
        Assert.Equal("รออะไหล่", paused.Timeline[^1].DetailWords()?.Thai);
        Assert.Equal(ServiceRequestStatus.Accepted, paused.Status);
        Assert.Throws<RuleBroken>(() => ARequest.InProgress().Then((it, now) => it.PauseWork("bored", "", By, now)));
    }

    [Fact]
    public void A_requester_reopens_within_fifteen_days_an_officer_at_any_time()
    {
        var late = ARequest.Completed();
        var tooLate = late.CompletedAt!.Value.AddDays(Workflow.ReopenDays).AddSeconds(1);
        Assert.Equal("request.reopen-too-late", Assert.Throws<RuleBroken>(() => late.Reopen("ยังดับ", Actor.Requester, tooLate)).Code);
        late.Reopen("ยังดับ", By, tooLate);
        var inTime = ARequest.Completed();
        inTime.Reopen("ยังดับ", Actor.Requester, inTime.CompletedAt!.Value.AddDays(Workflow.ReopenDays));

        Assert.Equal((ServiceRequestStatus.Accepted, false), (late.Status, late.IsUnread));
        Assert.Equal((ServiceRequestStatus.Accepted, true), (inTime.Status, inTime.IsUnread));
        Assert.Null(inTime.CompletedAt);
    }

    [Fact]
    public void A_clock_set_back_does_not_turn_the_story_round()
    {
        var request = ARequest.Submitted();

        request.AddNote("ก่อนเวลา", By, ARequest.Monday.AddHours(-1));

        Assert.Equal(ARequest.Monday, request.Timeline[^1].At);
    }

    [Fact]
    public void Only_what_people_did_moves_the_number_that_forms_carry()
    {
        var request = ARequest.Accepted();
        var seen = request.LastActNumber;

        request.RecordNotice(seen, "email", request.Later());
        Assert.Equal(seen, request.LastActNumber);
        request.RecordCall("", By, request.Later());

        Assert.Equal(request.Timeline.Count, request.LastActNumber);
    }
}
