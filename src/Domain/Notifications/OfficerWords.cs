using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;

namespace Songthang.Domain.Notifications;

/// <summary>What one officer reads about a request that is theirs now. As for the duty desk, nothing of the citizen's is in it.</summary>
static class OfficerWords
{
    static readonly Phrase OpenRequest = new("เปิดเรื่องนี้ในระบบ", "Open the request");

    public static NoticeWords For(NoticeFacts facts) => facts.Kind switch
    {
        TimelineKind.Assigned when facts.By == ActorKind.System => Words(facts,
            new("เรื่องใหม่ในเวรของท่าน", "New while you are on duty"),
            new("ท่านเป็นเจ้าหน้าที่เวร ระบบจึงมอบหมายเรื่องนี้ให้ท่าน กรุณาเปิดอ่านและตรวจสอบข้อมูล",
                "You are on duty, so this report is yours. Please open it and check the details.")),
        TimelineKind.Assigned when Assignment.Read(facts.Detail) is { Share: AssignmentShare.First } => Words(facts,
            new("มีหลายเรื่องมอบหมายถึงท่าน", "Several requests assigned to you"),
            new("มีหลายเรื่องมอบหมายให้ท่านพร้อมกัน เรื่องนี้เป็นเรื่องแรก กรุณาดูทั้งหมดที่แท็บ “ของฉัน” ในกล่องเรื่องแจ้ง",
                "Several requests are yours now, of which this is the first. Please see them all under “Mine” in the inbox.")),
        TimelineKind.Assigned => Words(facts,
            new("มีเรื่องมอบหมายถึงท่าน", "Assigned to you"),
            new("เรื่องนี้มอบหมายให้ท่านเป็นผู้รับผิดชอบ กรุณาเปิดอ่านและดำเนินการต่อ",
                "You are to see to this request. Please open it and go on with it.")),
        _ => throw new ArgumentOutOfRangeException(nameof(facts), facts.Kind, "An officer is not told of this."),
    };

    // The mark comes first: a list of mails on a phone cuts the rest off.
    static NoticeWords Words(NoticeFacts facts, Phrase event_, Phrase advice) => new(
        new($"{(facts.IsUrgent ? "[ด่วน] " : "")}{event_.Thai} {facts.Reference} {facts.Fault.Thai} {facts.Place.Thai}".TrimEnd(),
            $"{(facts.IsUrgent ? "[Urgent] " : "")}{event_.English} {facts.Reference} {facts.Fault.English} {facts.Place.English}".TrimEnd()),
        OpenRequest,
        event_,
        facts.IsUrgent
            ? new("เรื่องนี้อาจเป็นอันตรายต่อประชาชน กรุณาตรวจสอบทันที", "People may come to harm: please check at once.")
            : NoticeWords.None,
        advice);
}
