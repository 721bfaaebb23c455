using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Tests.Notifications;

public class NoticeTextTests
{
    static readonly DateTime Monday = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);

    public static TheoryData<TimelineKind> ToldToRequesters =>
        new(Enum.GetValues<TimelineKind>().Where(NotificationPolicy.ConcernsRequester));

    public static TheoryData<TimelineKind> ToldToTheDutyDesk => new(
        TimelineKind.Submitted, TimelineKind.InformationAnswered, TimelineKind.InformationLapsed, TimelineKind.Withdrawn, TimelineKind.Reopened);

    [Theory]
    [MemberData(nameof(ToldToRequesters))]
    public void Requesters_are_told_everything_that_concerns_them_in_both_languages(TimelineKind kind)
    {
        var facts = Facts(kind);

        AssertComplete(NoticeText.For(NoticeRecipient.Requester, facts, "th"), isThai: true);
        AssertComplete(NoticeText.For(NoticeRecipient.Requester, facts, "en"), isThai: false);
    }

    public static TheoryData<TimelineKind> ToldToOthers => new(Enum.GetValues<TimelineKind>().Where(NotificationPolicy.ConcernsOthers));

    [Theory]
    [MemberData(nameof(ToldToOthers))]
    public void Whoever_waits_for_the_same_repair_is_told_each_step_without_what_was_said_to_the_requester(TimelineKind kind)
    {
        var facts = Facts(kind) with { Text = "คุณมานะ โทรหาเราด้วย" };

        foreach (var (recipient, reference) in new[] { (NoticeRecipient.AlsoReported, (string?)"69-00007-5"), (NoticeRecipient.Follower, null) })
        {
            var letter = NoticeText.For(recipient, facts.ForOthers(Audience.Requester, reference), "th");
            AssertComplete(letter, isThai: true, reference ?? facts.Reference);
            AssertComplete(NoticeText.For(recipient, facts.ForOthers(Audience.Requester, reference), "en"), isThai: false, reference ?? facts.Reference);
            Assert.DoesNotContain(letter.Paragraphs, paragraph => paragraph.Contains("มานะ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(TimelineKind.Submitted)]
    [InlineData(TimelineKind.Withdrawn)]
    public void A_follower_is_told_of_the_beginning_and_of_a_withdrawal(TimelineKind kind)
    {
        AssertComplete(NoticeText.For(NoticeRecipient.Follower, Facts(kind), "th"), isThai: true);
        AssertComplete(NoticeText.For(NoticeRecipient.Follower, Facts(kind), "en"), isThai: false);
    }

    [Fact]
    public void A_merged_reports_letter_names_the_main_request_too() =>
        Assert.Contains(NoticeText.For(NoticeRecipient.AlsoReported, Facts(TimelineKind.Accepted).ForOthers(Audience.Requester, "69-00007-5"), "th").Paragraphs,
            paragraph => paragraph.Contains(Facts(TimelineKind.Accepted).Reference, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(ToldToTheDutyDesk))]
    public void The_duty_desk_is_told_what_citizens_did(TimelineKind kind)
    {
        var facts = Facts(kind) with { By = ActorKind.Requester, Text = "" };

        AssertComplete(NoticeText.For(NoticeRecipient.DutyDesk, facts, "th"), isThai: true);
        AssertComplete(NoticeText.For(NoticeRecipient.DutyDesk, facts, "en"), isThai: false);
    }

    [Fact]
    public void What_nobody_is_told_of_has_no_words() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NoticeText.For(NoticeRecipient.Requester, Facts(TimelineKind.NoteAdded), "th"));

    [Fact]
    public void A_dangerous_report_carries_its_mark_before_anything_else()
    {
        var facts = Facts(TimelineKind.Submitted) with { IsUrgent = true };

        Assert.StartsWith("[ด่วน] ", NoticeText.For(NoticeRecipient.DutyDesk, facts, "th").Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("ด่วน", NoticeText.For(NoticeRecipient.DutyDesk, facts with { IsUrgent = false }, "th").Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void An_accepted_report_says_by_when_unless_nobody_can_say()
    {
        var facts = Facts(TimelineKind.Accepted) with { ExpectedBy = Monday.AddDays(7) };

        Assert.Contains("คาดว่าจะแล้วเสร็จภายในวันที่ 30 พฤศจิกายน 2569", Thai(facts).Paragraphs);
        Assert.DoesNotContain(Thai(facts with { ExpectedBy = null }).Paragraphs, paragraph => paragraph.Contains("คาดว่า", StringComparison.Ordinal));
    }

    [Fact]
    public void A_repaired_light_can_be_questioned_until_a_named_day() =>
        Assert.Contains(Thai(Facts(TimelineKind.Completed)).Paragraphs,
            paragraph => paragraph.EndsWith("ภายในวันที่ 8 ธันวาคม 2569", StringComparison.Ordinal));

    [Fact]
    public void Who_is_declined_reads_the_reason_and_the_officers_words()
    {
        var paragraphs = Thai(Facts(TimelineKind.Declined) with { Detail = "private", Text = "อยู่ในหมู่บ้านจัดสรร" }).Paragraphs;

        Assert.Contains("เหตุผล: อยู่ในพื้นที่เอกชน อบจ. เข้าดำเนินการไม่ได้", paragraphs);
        Assert.Contains("อยู่ในหมู่บ้านจัดสรร", paragraphs);
        Assert.DoesNotContain(Thai(Facts(TimelineKind.Declined) with { Detail = "other" }).Paragraphs,
            paragraph => paragraph.StartsWith("เหตุผล", StringComparison.Ordinal));
    }

    [Fact]
    public void A_forwarded_report_names_whom_to_ask()
    {
        var text = Thai(Facts(TimelineKind.Forwarded) with { Detail = "แขวงทางหลวงทดสอบ", Text = "โทร 1586" });

        Assert.Contains("แขวงทางหลวงทดสอบ", text.Subject, StringComparison.Ordinal);
        Assert.Contains(text.Paragraphs, paragraph => paragraph.Contains("โทร 1586", StringComparison.Ordinal));
        Assert.Contains(text.Paragraphs, paragraph => paragraph.Contains("ท่านสอบถามความคืบหน้าได้ที่หน่วยงานนั้น", StringComparison.Ordinal));
    }

    static NoticeText Thai(NoticeFacts facts) => NoticeText.For(NoticeRecipient.Requester, facts, "th");

    static NoticeFacts Facts(TimelineKind kind) => new()
    {
        Kind = kind,
        By = ActorKind.Officer,
        At = Monday,
        Text = "1234",
        Detail = "69-00001-4",
        Reference = "69-00123-4",
        Fault = new Phrase("ไฟดับ 1 ดวง", "One lamp out"),
        Place = new Phrase("ถนนทดสอบ", "Test Road"),
        AnswerBy = Monday.AddDays(7),
        ExpectedBy = Monday.AddDays(7),
    };

    static void AssertComplete(NoticeText text, bool isThai, string reference = "69-00123-4")
    {
        Assert.Contains(reference, text.Subject, StringComparison.Ordinal);
        Assert.Contains(reference, text.About, StringComparison.Ordinal);
        Assert.NotEmpty(text.Paragraphs);
        Assert.All(text.Paragraphs, paragraph => Assert.NotEmpty(paragraph));
        string[] all = [text.Subject, text.About, text.LinkWords, .. text.Paragraphs.Where(paragraph => paragraph != "1234")];
        Assert.All(all, words =>
        {
            Assert.Equal(isThai, words.Any(letter => letter is >= '\u0e00' and <= '\u0e7f'));
            Assert.DoesNotContain("ปฏิเสธ", words, StringComparison.Ordinal);
            Assert.DoesNotContain("!", words, StringComparison.Ordinal);
        });
    }
}
