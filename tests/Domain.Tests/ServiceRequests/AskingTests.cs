using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Tests.ServiceRequests;

public class AskingTests
{
    static readonly Actor By = ARequest.Officer;

    [Fact]
    public void A_question_may_be_nothing_but_things_that_are_wanted()
    {
        var request = ARequest.Submitted().Then((it, now) =>
            it.AskForInformation("", now.AddDays(7), By, now, WantedItem.Of(["pole-number", "photo-pole", "nonsense"])));

        Assert.Equal("photo-pole,pole-number", request.Timeline[^1].Detail);
        Assert.Equal(["photo-pole", "pole-number"], WantedItem.Of(request.OpenQuestion!).Select(item => item.Code));
        Assert.Throws<RuleBroken>(() => ARequest.Submitted().Then((it, now) => it.AskForInformation(" ", now.AddDays(7), By, now)));
    }

    [Fact]
    public void There_are_thirty_days_to_answer_at_most()
    {
        var request = ARequest.Submitted();
        var now = request.Later();

        Assert.Equal("request.answer-by-late", Assert.Throws<RuleBroken>(
            () => request.AskForInformation("ฝั่งใด", now.AddDays(31).AddMilliseconds(1), By, now)).Code);
        request.AskForInformation("ฝั่งใด", now.AddDays(31), By, now);
    }

    // Two days before the end, but not within a day of the question, and never when it is over.
    [Theory]
    [InlineData(7, 5)]
    [InlineData(2, 1)]
    [InlineData(1, null)]
    public void The_requester_is_reminded_once_in_time(int answerDays, int? remindedAfterDays)
    {
        var request = Asked(ToldBy.Email, answerDays);
        Assert.Equal(remindedAfterDays is { } days ? request.UpdatedAt.AddDays(days) : null, request.RemindAt);
        if (request.RemindAt is not { } due)
            return;

        Assert.Equal("request.reminded", Assert.Throws<RuleBroken>(() => request.RemindOfQuestion(due.AddMilliseconds(-1))).Code);
        request.RemindOfQuestion(due);

        Assert.Throws<RuleBroken>(() => request.RemindOfQuestion(due));
        Assert.Equal([NoticeRecipient.Requester], NotificationPolicy.For(request.Timeline[^1]).Select(notice => notice.Recipient));
    }

    [Fact]
    public void Whom_no_email_reaches_is_not_said_to_have_been_reminded() =>
        Assert.All([ToldBy.OwnPage, ToldBy.Phone], toldBy => Assert.Null(Asked(toldBy, 7).RemindAt));

    [Fact]
    public void Nobody_is_reminded_of_what_was_answered_or_is_over()
    {
        var answered = Asked(ToldBy.Email, 7).Then((it, now) => it.AnswerInformation("ฝั่งซ้าย", [], Actor.Requester, now));
        var withdrawn = Asked(ToldBy.Email, 7).Then((it, now) => it.Withdraw("", Actor.Requester, now));

        Assert.Null(answered.RemindAt);
        Assert.Null(withdrawn.RemindAt);
    }

    [Fact]
    public void An_answer_taken_down_by_an_officer_is_no_news_to_officers()
    {
        var request = ARequest.AwaitingInformation(ARequest.Submitted().Then((it, now) => it.Open(By, now)));

        request.Then((it, now) => it.AnswerInformation("ฝั่งซ้าย", [], By, now));

        Assert.False(request.IsUnread);
        Assert.Empty(NotificationPolicy.For(request.Timeline[^1]));
    }

    [Fact]
    public void Documents_are_an_answer_by_themselves_and_three_at_most()
    {
        var one = new AttachedDocument("d1", "แบบ.pdf", 100);
        var request = ARequest.AwaitingInformation();
        Assert.Equal("request.documents", Assert.Throws<RuleBroken>(
            () => request.AnswerInformation("", [], Actor.Requester, request.Later(), [one, one, one, one])).Code);

        request.AnswerInformation("", [], Actor.Requester, request.Later(), [one]);

        var document = Assert.Single(request.Documents);
        Assert.Equal(("d1", "แบบ.pdf", 100), (document.Key, document.Name, document.Bytes));
        Assert.True(request.IsUnread);
    }

    [Fact]
    public void A_letter_can_be_corrected_and_belongs_to_its_forwarding()
    {
        var request = ARequest.Submitted().Then((it, now) => it.Forward("กฟภ.", "", By, now, new("อย 1/1", new DateOnly(2026, 11, 23))));
        request.Then((it, now) => it.RecordLetter(new("อย 1/2", null), By, now));
        Assert.Equal(new ForwardingLetter("อย 1/2", null), request.Letter);
        Assert.Equal("เลขที่ อย 1/1 ลงวันที่ 23 พฤศจิกายน 2569", request.Timeline[^2].DetailWords()?.Thai);

        request.Then((it, now) => it.Reopen("ไม่ใช่ของ กฟภ.", By, now)).Then((it, now) => it.Forward("เทศบาล", "", By, now));

        Assert.Null(request.Letter);
        Assert.Equal("เทศบาล", request.Forwarding?.Detail);
    }

    [Theory]
    [InlineData(true, Audience.Public)]
    [InlineData(false, Audience.Requester)]
    public void What_the_other_authority_answers_is_for_the_requester_and_maybe_for_everyone(bool isPublic, Audience audience)
    {
        var request = ARequest.Forwarded().Then((it, now) => it.RecordAuthoritysAnswer("ซ่อมแล้ว", isPublic, By, now));

        Assert.Equal((audience, "เทศบาลทดสอบ"), (request.Timeline[^1].Audience, request.Timeline[^1].Detail));
        Assert.Equal([NoticeRecipient.Requester], NotificationPolicy.For(request.Timeline[^1]).Select(notice => notice.Recipient));
    }

    [Fact]
    public void Every_reopening_is_counted_and_brings_its_photos()
    {
        var request = ARequest.Completed();
        request.Then((it, now) => it.Reopen("ยังดับ", Actor.Requester, now, ["e1"])).Then((it, now) => it.Complete("ซ่อมแล้ว", [], By, now));
        request.Then((it, now) => it.Reopen("ยังดับอีก", By, now));

        Assert.Equal(2, request.ReopenedCount);
        Assert.Equal((PhotoKind.Reopening, false), (request.Photos.Single(photo => photo.Key == "e1").Kind, request.Photos.Single(photo => photo.Key == "e1").IsPublic));
    }

    static ServiceRequest Asked(ToldBy toldBy, int answerDays) =>
        ARequest.Submitted(toldBy).Then((it, now) => it.AskForInformation("ฝั่งใด", now.AddDays(answerDays), By, now));
}
