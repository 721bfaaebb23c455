using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Notifications;

/// <summary>
/// What the duty desk reads. Mail is no place for what citizens write about themselves: the words stand on the
/// officers' page that the link opens.
/// </summary>
static class DutyDeskWords
{
    static readonly Phrase OpenRequest = new("เปิดเรื่องนี้ในระบบ", "Open the request");

    public static NoticeWords For(NoticeFacts facts)
    {
        var (event_, advice) = Say(facts);
        return new NoticeWords(Subject(facts, event_), OpenRequest, event_, Danger(facts), advice);
    }

    static (Phrase Event, Phrase Advice) Say(NoticeFacts facts) => facts.Kind switch
    {
        TimelineKind.Submitted => (
            new("มีเรื่องแจ้งใหม่", "New report"),
            new("กรุณาเปิดอ่านและตรวจสอบข้อมูลในระบบ", "Please open it and check the details.")),
        TimelineKind.InformationAnswered => (
            new("ผู้แจ้งตอบคำถามแล้ว", "The reporter has answered"),
            new("กรุณาอ่านคำตอบในระบบแล้วดำเนินการต่อ ระยะเวลาดำเนินการเริ่มนับต่อแล้ว",
                "Please read the answer and go on; the clocks run again.")),
        TimelineKind.RequesterWrote => (
            new("ผู้แจ้งส่งข้อความถึงเจ้าหน้าที่", "The reporter has written"),
            new("กรุณาอ่านข้อความในระบบแล้วตอบผู้แจ้ง", "Please read the message and answer it.")),
        TimelineKind.InformationLapsed => (
            new("ครบกำหนดแล้ว ผู้แจ้งยังไม่ตอบคำถาม", "No answer came in time"),
            new("กรุณาพิจารณาจากข้อมูลที่มีอยู่ ระยะเวลาดำเนินการเริ่มนับต่อแล้ว",
                "Please decide with what is known; the clocks run again.")),
        TimelineKind.Withdrawn => (
            new("ผู้แจ้งขอยกเลิกเรื่อง", "Withdrawn by the reporter"),
            new("หากมอบหมายช่างไว้แล้ว กรุณาแจ้งช่างให้ทราบ", "If a crew is on its way, please let it know.")),
        TimelineKind.Reopened => (
            new("ผู้แจ้งขอให้ตรวจสอบอีกครั้ง", "The reporter asks for another look"),
            new("กรุณาอ่านเหตุผลในระบบ ระยะเวลาดำเนินการเริ่มนับใหม่แล้ว", "Please read why; the clock of the work runs anew.")),
        _ => throw new ArgumentOutOfRangeException(nameof(facts), facts.Kind, "The duty desk is not told of this."),
    };

    // The mark comes first: a list of mails on a phone cuts the rest off.
    static Phrase Subject(NoticeFacts facts, Phrase event_) => new(
        $"{(facts.IsUrgent ? "[ด่วน] " : "")}{event_.Thai} {facts.Reference} {facts.Fault.Thai} {facts.Place.Thai}".TrimEnd(),
        $"{(facts.IsUrgent ? "[Urgent] " : "")}{event_.English} {facts.Reference} {facts.Fault.English} {facts.Place.English}".TrimEnd());

    static Phrase Danger(NoticeFacts facts) => facts is { IsUrgent: true, Kind: not TimelineKind.Withdrawn }
        ? new("เรื่องนี้อาจเป็นอันตรายต่อประชาชน กรุณาตรวจสอบทันที", "People may come to harm: please check at once.")
        : NoticeWords.None;
}
