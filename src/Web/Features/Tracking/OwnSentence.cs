using Songthang.Domain.ServiceLevels;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using Songthang.Infrastructure;

namespace Songthang.Web.Features.Tracking;

/// <summary>Where a report stands, as one would tell its requester on the telephone.</summary>
/// <param name="Meaning">What the status means.</param>
/// <param name="Next">What happens next and by when; null when nothing more does.</param>
public sealed record OwnSentence(Phrase Meaning, Phrase? Next)
{
    public static OwnSentence Of(ServiceRequest request, ServiceLevel level, Agency agency, DateTime now)
    {
        var (thai, english) = (agency.Division.Thai, agency.Division.Phrase.English);
        var expected = Expected(StepClocks.ExpectedCompletion(request.Moments(), level), now);
        return request.Status switch
        {
            ServiceRequestStatus.Submitted => new(new($"{thai}ได้รับเรื่องของท่านแล้ว กำลังรอเจ้าหน้าที่ตรวจสอบข้อมูล",
                $"The {english} has received your report; an officer will check it."), expected),
            ServiceRequestStatus.AwaitingInformation => new(new("เจ้าหน้าที่ต้องการข้อมูลเพิ่มเติมจากท่านก่อนดำเนินการต่อ",
                "The officers need more information from you before they can go on."), AnswerBy(request)),
            ServiceRequestStatus.Accepted when LastChange(request).Kind == TimelineKind.WorkPaused => new(
                new("ช่างพักงานนี้ไว้ชั่วคราว", "The work had to rest for a while."), expected),
            ServiceRequestStatus.Accepted when LastChange(request).Kind == TimelineKind.Reopened => new(
                new($"{thai}เปิดเรื่องของท่านอีกครั้งเพื่อตรวจสอบ", $"The {english} looks at your report again."), expected),
            ServiceRequestStatus.Accepted => new(new($"{thai}รับเรื่องของท่านไว้ซ่อมแล้ว",
                $"The {english} has accepted your report for repair."), expected),
            ServiceRequestStatus.InProgress => new(new("ช่างกำลังดำเนินการซ่อม", "A crew is working on the repair."), expected),
            ServiceRequestStatus.Completed => new(new("ดำเนินการซ่อมเรียบร้อยแล้ว", "The light has been repaired."), ReopenUntil(request, now)),
            ServiceRequestStatus.Forwarded => Forwarded(LastChange(request).Detail),
            ServiceRequestStatus.Declined => new(new("เรื่องนี้ไม่ได้รับไว้ดำเนินการ เหตุผลอยู่ด้านล่าง",
                "Your report was not taken on; the reason stands below."), null),
            ServiceRequestStatus.Duplicate => new(new("มีผู้แจ้งจุดเดียวกันไว้ก่อนแล้ว จึงดำเนินการร่วมกับเรื่องเดิม",
                "The same place was reported before; both reports are handled together."), null),
            ServiceRequestStatus.Withdrawn => new(new("ยกเลิกเรื่องนี้ตามที่ท่านขอแล้ว", "The report was withdrawn as you asked."), null),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
    }

    static TimelineEntry LastChange(ServiceRequest request) => request.Timeline.Last(entry => entry.From != entry.To || entry.Number == 1);

    static Phrase? Expected(DateTime? by, DateTime now) => by switch
    {
        null => null,
        { } late when late < now => new(
            $"ขออภัย งานล่าช้ากว่าวันที่ {ThaiDates.LongDate(late)} ที่คาดไว้ เจ้าหน้าที่ยังดูแลเรื่องของท่านอยู่",
            $"We are sorry: this takes longer than {ThaiDates.LongDate(late, "en")}, as was expected. It is still being worked on."),
        { } day => new(
            $"คาดว่าจะดำเนินการแล้วเสร็จภายในวันที่ {ThaiDates.LongDate(day)}",
            $"It should be done by {ThaiDates.LongDate(day, "en")}."),
    };

    static Phrase? AnswerBy(ServiceRequest request) => request.AnswerBy is { } by
        ? new($"กรุณาตอบภายในวันที่ {ThaiDates.LongDateAndTime(by)}", $"Please answer by {ThaiDates.LongDateAndTime(by, "en")}.")
        : null;

    static Phrase? ReopenUntil(ServiceRequest request, DateTime now) => OwnChoices.Of(request, now) is { MayReopen: true, ReopenUntil: { } until }
        ? new($"หากยังไม่เรียบร้อย ขอให้ตรวจสอบอีกครั้งได้ถึงวันที่ {ThaiDates.LongDate(until)}",
            $"If something is still wrong, you can ask for another look until {ThaiDates.LongDate(until, "en")}.")
        : null;

    static OwnSentence Forwarded(string receiver) => new(
        new($"โคมไฟจุดนี้อยู่ในความรับผิดชอบของ{receiver} จึงส่งเรื่องต่อให้แล้ว", $"This light belongs to {receiver}; your report was passed on to them."),
        new($"{receiver}จะเป็นผู้ดำเนินการ กรุณาสอบถามความคืบหน้าจากหน่วยงานนั้น", $"{receiver} will see to it; please ask them how it goes."));
}
