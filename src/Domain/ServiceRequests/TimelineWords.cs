using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>What the timeline calls the things that happened, in the words of the requester.</summary>
public static class TimelineWords
{
    /// <summary>One line for an entry of this kind.</summary>
    public static Phrase Title(this TimelineKind kind) => kind switch
    {
        TimelineKind.Submitted => new("ได้รับเรื่องแจ้ง", "Report received"),
        TimelineKind.Opened => new("เจ้าหน้าที่เปิดอ่านเรื่อง", "Opened by an officer"),
        TimelineKind.DetailsChecked => new("เจ้าหน้าที่ตรวจสอบข้อมูลแล้ว", "Details checked by an officer"),
        TimelineKind.CheckListed => new("รายการตรวจสอบ", "Check-list"),
        TimelineKind.DetailsCorrected => new("เจ้าหน้าที่แก้ไขข้อมูลให้ถูกต้อง", "Details put right by an officer"),
        TimelineKind.CorrectionNoted => new("ข้อมูลเดิมและข้อมูลที่แก้ไข", "The details before and after"),
        TimelineKind.Accepted => new("รับเรื่องไว้ดำเนินการ", "Accepted for repair"),
        TimelineKind.InformationAsked => new("ขอข้อมูลเพิ่มเติมจากผู้แจ้ง", "The reporter was asked for more information"),
        TimelineKind.InformationAnswered => new("ผู้แจ้งส่งข้อมูลเพิ่มเติมแล้ว", "The reporter answered"),
        TimelineKind.InformationReminded => new("เตือนให้ตอบคำถามทางอีเมล", "Reminded of the question by email"),
        TimelineKind.InformationLapsed => new("ครบกำหนดแล้วยังไม่ได้รับข้อมูลเพิ่มเติม", "No answer came in time"),
        TimelineKind.WorkStarted => new("เริ่มดำเนินการซ่อม", "Work started"),
        TimelineKind.WorkPaused => new("พักงานไว้ชั่วคราว", "Work paused"),
        TimelineKind.Completed => new("ดำเนินการแล้วเสร็จ", "Repaired"),
        TimelineKind.Reopened => new("เปิดเรื่องอีกครั้งเพื่อตรวจสอบ", "Taken up again"),
        TimelineKind.Forwarded => new("ส่งต่อหน่วยงานที่รับผิดชอบ", "Forwarded to the responsible agency"),
        TimelineKind.LetterRecorded => new("หนังสือนำส่ง", "Covering letter"),
        TimelineKind.AuthorityAnswered => new("หน่วยงานที่รับเรื่องต่อแจ้งผล", "Answer of the agency"),
        TimelineKind.Declined => new("ไม่รับดำเนินการ", "Not taken on"),
        TimelineKind.Merged => new("รวมกับเรื่องเดิมของจุดเดียวกัน", "Merged with an earlier report of the same place"),
        TimelineKind.SplitOff => new("แยกออกเป็นเรื่องของตนเอง", "Split off as a report of its own"),
        TimelineKind.DuplicateAdded => new("มีเรื่องแจ้งของจุดเดียวกันรวมเข้ามา", "Another report of the same place was merged into this one"),
        TimelineKind.DuplicateRemoved => new("แยกเรื่องแจ้งที่รวมไว้ออกไป", "A merged report was split off again"),
        TimelineKind.Withdrawn => new("ผู้แจ้งขอยกเลิกเรื่อง", "Withdrawn by the reporter"),
        TimelineKind.NoticeSent => new("ส่งข้อความแจ้งผู้แจ้งแล้ว", "Message sent to the reporter"),
        TimelineKind.RequesterCalled => new("แจ้งผู้แจ้งทางโทรศัพท์แล้ว", "Reporter told by phone"),
        TimelineKind.FormPrinted => new("พิมพ์แบบคำร้องแล้ว", "Request form printed"),
        TimelineKind.ReceiveNumberGiven => new("ลงเลขรับ", "Receive number"),
        TimelineKind.NoteAdded => new("บันทึกภายใน", "Internal note"),
        TimelineKind.MessageWritten => new("ข้อความจากเจ้าหน้าที่", "Message from an officer"),
        TimelineKind.RequesterWrote => new("ข้อความจากผู้แจ้ง", "Message from the reporter"),
        TimelineKind.EvaluationAsked => new("สอบถามผู้แจ้งว่าไฟใช้ได้แล้วหรือไม่", "The reporter was asked whether the light works"),
        TimelineKind.Rated => new("ผู้แจ้งให้คะแนนการซ่อม", "The reporter rated the repair"),
        TimelineKind.WorkOrdered => new("ออกใบสั่งงาน", "Put on a work order"),
        TimelineKind.WorkOrderLeft => new("นำออกจากใบสั่งงาน", "Taken off the work order"),
        TimelineKind.Assigned => new("มอบหมายผู้รับผิดชอบ", "Assigned"),
        TimelineKind.Unassigned => new("ยกเลิกการมอบหมาย", "No longer assigned"),
        TimelineKind.RequesterCorrected => new("แก้ไขข้อมูลผู้แจ้งตามคำขอ", "Data of the reporter put right"),
        TimelineKind.PersonalDataRemoved => new("ลบข้อมูลส่วนบุคคลแล้ว", "Personal data removed"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What <see cref="TimelineEntry.Detail"/> says in words: the reason chosen, the receiving agency, the rating; null when it is for programs only.</summary>
    public static Phrase? DetailWords(this TimelineEntry entry) => entry.Kind switch
    {
        TimelineKind.Declined => DeclineReason.Find(entry.Detail)?.Sentence,
        TimelineKind.WorkPaused => PauseReason.Find(entry.Detail)?.Sentence,
        TimelineKind.Forwarded or TimelineKind.AuthorityAnswered or TimelineKind.Merged or TimelineKind.DuplicateAdded or TimelineKind.DuplicateRemoved
            => new(entry.Detail, entry.Detail),
        TimelineKind.LetterRecorded => ForwardingLetter.Read(entry.Detail).InWords(),
        TimelineKind.ReceiveNumberGiven => ReceiveStamp.Read(entry.Detail).InWords(),
        TimelineKind.CheckListed when entry.Detail.Length > 0 => CheckList.Read(entry.Detail).InWords(),
        TimelineKind.DetailsCorrected => CorrectedField.InWords(entry.Detail),
        TimelineKind.InformationAsked when WantedItem.Of(entry) is { Count: > 0 } wanted => WantedItem.InWords(wanted),
        TimelineKind.Rated => Rating(entry.Detail.Split(' ')),
        TimelineKind.WorkOrdered or TimelineKind.WorkOrderLeft => new($"ใบสั่งงาน {entry.Detail}", $"Work order {entry.Detail}"),
        _ => null,
    };

    /// <summary>The points alone come from before the requester was asked whether the light works.</summary>
    static Phrase Rating(string[] parts)
    {
        var points = new Phrase($"{parts[0]} จาก {ServiceRequest.BestSatisfaction} คะแนน", $"{parts[0]} of {ServiceRequest.BestSatisfaction}");
        return parts.ElementAtOrDefault(1) switch
        {
            ServiceRequest.FixedWord => new($"ใช้ได้แล้ว · {points.Thai}", $"It works · {points.English}"),
            ServiceRequest.NotFixedWord => new($"ยังใช้ไม่ได้ · {points.Thai}", $"Still broken · {points.English}"),
            _ => points,
        };
    }
}
