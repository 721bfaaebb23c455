using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using static Songthang.Domain.Notifications.NoticeWords;

namespace Songthang.Domain.Notifications;

/// <summary>What somebody reads who follows a report of others: what everyone may know, and how to stop.</summary>
static class FollowerWords
{
    static readonly Phrase SeeReport = new("ดูความคืบหน้าหรือหยุดติดตาม", "See how it goes on, or stop following");

    static readonly Phrase Stop = new(
        "ท่านได้รับข้อความนี้เพราะมีผู้ขอติดตามเรื่องนี้ด้วยอีเมลนี้ หยุดติดตามได้ทุกเมื่อจากลิงก์ในข้อความ",
        "You receive this because somebody asked to follow the report with this address. The link leads to where you can stop.");

    public static NoticeWords For(NoticeFacts facts) => facts.Kind switch
    {
        TimelineKind.Submitted => Say(
            new($"ท่านติดตามเรื่อง {facts.Reference} แล้ว", $"You follow the report {facts.Reference}"),
            new Phrase("เราจะแจ้งให้ท่านทราบทุกขั้นตอน จนกว่าเรื่องนี้จะเสร็จสิ้น", "We will tell you of each step until it is settled.")),
        TimelineKind.Accepted => Say(
            new($"เรื่อง {facts.Reference} ที่ท่านติดตาม: รับไว้ดำเนินการแล้ว", $"The report {facts.Reference} that you follow was accepted"),
            new("เจ้าหน้าที่ตรวจสอบข้อมูลแล้ว และรับเรื่องไว้ดำเนินการ", "An officer has checked the report and accepted it for repair."), Expected(facts)),
        TimelineKind.WorkStarted => Say(
            new($"เรื่อง {facts.Reference} ที่ท่านติดตาม: เริ่มดำเนินการแล้ว", $"Work on {facts.Reference}, which you follow, has started"),
            new("ช่างเริ่มดำเนินการซ่อมแล้ว", "A crew has started the work."), Expected(facts)),
        TimelineKind.WorkPaused => Say(
            new($"เรื่อง {facts.Reference} ที่ท่านติดตาม: พักงานไว้ชั่วคราว", $"Work on {facts.Reference}, which you follow, is paused"),
            new("มีเหตุให้ต้องพักงานซ่อมไว้ชั่วคราว", "The work had to be paused."), Reason(PauseReason.Find(facts.Detail)?.Sentence, facts.Detail)),
        TimelineKind.Completed => Say(
            new($"เรื่อง {facts.Reference} ที่ท่านติดตาม: ดำเนินการเสร็จแล้ว", $"The report {facts.Reference} that you follow: the work is done"),
            new("ดำเนินการเสร็จแล้ว ผลการดำเนินการมีดังนี้", "The work is done. This is what was done."), AsWritten(facts.Text),
            new("หากไฟยังขัดข้อง กรุณาแจ้งเหตุใหม่", "If the light still does not work, please send a report.")),
        TimelineKind.Reopened => Say(
            new($"เรื่อง {facts.Reference} ที่ท่านติดตาม: เปิดเรื่องอีกครั้งแล้ว", $"The report {facts.Reference} that you follow was taken up again"),
            new("เปิดเรื่องอีกครั้งเพื่อตรวจสอบและดำเนินการต่อ", "It was taken up again and will be looked into."), Expected(facts)),
        TimelineKind.Forwarded => Say(
            new($"เรื่อง {facts.Reference} ที่ท่านติดตาม: ส่งต่อไปยัง{facts.Detail}", $"The report {facts.Reference} that you follow was forwarded to {facts.Detail}"),
            new($"จุดนี้อยู่ในความรับผิดชอบของ{facts.Detail} ซึ่งจะเป็นผู้ดำเนินการต่อ", $"The light is in the care of {facts.Detail}, who will deal with it from here."),
            AsWritten(facts.Text)),
        TimelineKind.Declined => Say(
            new($"เรื่อง {facts.Reference} ที่ท่านติดตาม: ผลการพิจารณา", $"The report {facts.Reference} that you follow: the decision"),
            new("เจ้าหน้าที่ตรวจสอบแล้ว ขออภัยที่ไม่สามารถรับเรื่องนี้ไว้ดำเนินการได้", "An officer has checked the report. We are sorry that it cannot be taken on."),
            Reason(DeclineReason.Find(facts.Detail)?.Sentence, facts.Detail)),
        TimelineKind.Withdrawn => Say(
            new($"เรื่อง {facts.Reference} ที่ท่านติดตาม: ผู้แจ้งขอยกเลิก", $"The report {facts.Reference} that you follow was withdrawn"),
            new Phrase("ผู้แจ้งขอยกเลิกเรื่องนี้ จึงไม่มีการดำเนินการต่อ หากไฟยังขัดข้อง กรุณาแจ้งเหตุใหม่",
                "Its reporter took it back, so nothing more will be done. If the light still does not work, please send a report.")),
        _ => throw new ArgumentOutOfRangeException(nameof(facts), facts.Kind, "Followers are not told of this."),
    };

    static NoticeWords Say(Phrase subject, params IReadOnlyList<Phrase> paragraphs) => new(subject, SeeReport, [.. paragraphs, Stop]);

    static Phrase Expected(NoticeFacts facts) => facts.ExpectedBy is { } by
        ? new($"คาดว่าจะแล้วเสร็จภายในวันที่ {ThaiDates.LongDate(by)}", $"We expect it to be done by {ThaiDates.LongDate(by, "en")}.")
        : None;

    // "Another reason" says nothing.
    static Phrase Reason(Phrase? sentence, string code) => sentence is { } reason && code != "other"
        ? new($"เหตุผล: {reason.Thai}", $"Reason: {reason.English}")
        : None;
}
