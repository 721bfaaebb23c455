using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Domain.Thai;
using static Songthang.Domain.Notifications.NoticeWords;

namespace Songthang.Domain.Notifications;

/// <summary>What the requester reads: what was done, what happens next and by when, what can be done about it.</summary>
static class RequesterWords
{
    static readonly Phrase SeeRequest = new("ดูเรื่องของท่าน", "See your report");

    static readonly Phrase ToldWhenDone = new(
        "เมื่อดำเนินการแล้วเสร็จ เราจะแจ้งผลให้ท่านทราบ", "We will tell you when it is done.");

    public static NoticeWords For(NoticeFacts facts)
    {
        var words = OwnWords(facts);
        return facts.Main.Length == 0 ? words : words with { Paragraphs = [.. words.Paragraphs, Together(facts)] };
    }

    static NoticeWords OwnWords(NoticeFacts facts) => facts.Kind switch
    {
        TimelineKind.Submitted => Submitted(facts),
        TimelineKind.Accepted => Accepted(facts),
        TimelineKind.InformationAsked => Asked(facts),
        TimelineKind.InformationReminded => Reminded(facts),
        TimelineKind.InformationLapsed => Lapsed(facts),
        TimelineKind.WorkStarted => Started(facts),
        TimelineKind.WorkPaused => Paused(facts),
        TimelineKind.Completed => Completed(facts),
        TimelineKind.Reopened => Reopened(facts),
        TimelineKind.Forwarded => Forwarded(facts),
        TimelineKind.AuthorityAnswered => AuthorityAnswered(facts),
        TimelineKind.Declined => Declined(facts),
        TimelineKind.Merged => Merged(facts),
        TimelineKind.SplitOff => SplitOff(facts),
        TimelineKind.Withdrawn => Withdrawn(facts),
        TimelineKind.MessageWritten => Message(facts),
        TimelineKind.EvaluationAsked => EvaluationAsked(facts),
        _ => throw new ArgumentOutOfRangeException(nameof(facts), facts.Kind, "The requester is not told of this."),
    };

    static NoticeWords Submitted(NoticeFacts facts) => new(
        new($"ได้รับเรื่องของท่านแล้ว เลขที่ {facts.Reference}", $"We have received your report {facts.Reference}"),
        new("ติดตามเรื่องของท่าน", "Follow your report"),
        new($"ได้รับเรื่องแจ้งไฟฟ้าสาธารณะขัดข้องของท่านแล้ว กรุณาเก็บเลขที่เรื่อง {facts.Reference} ไว้ติดตามเรื่อง",
            $"We have received your report of a street-light fault. Please keep the reference {facts.Reference}."),
        new("เจ้าหน้าที่จะตรวจสอบในวันและเวลาราชการ แล้วแจ้งให้ท่านทราบว่ารับเรื่องไว้ดำเนินการ หรือต้องการข้อมูลเพิ่มเติม",
            "In office hours an officer will check it and tell you whether it is accepted or what is missing."),
        new($"โดยทั่วไปจะดำเนินการแล้วเสร็จภายในประมาณ {facts.WorkDays} วันหลังเจ้าหน้าที่ยืนยันรับเรื่อง",
            $"The work is usually done within about {facts.WorkDays} days after an officer has accepted the report."),
        facts.IsUrgent
            ? new("เพื่อความปลอดภัย กรุณาอย่าเข้าใกล้เสา สายไฟ หรือตู้ควบคุมที่ชำรุด", "For your safety, please keep away from the damaged pole, cable or cabinet.")
            : None);

    static NoticeWords Accepted(NoticeFacts facts) => new(
        new($"รับเรื่อง {facts.Reference} ไว้ดำเนินการแล้ว", $"Your report {facts.Reference} has been accepted"),
        SeeRequest,
        new("เจ้าหน้าที่ตรวจสอบข้อมูลแล้ว และรับเรื่องของท่านไว้ดำเนินการ", "An officer has checked your report and accepted it for repair."),
        Expected(facts), OfficerSays(facts), ToldWhenDone);

    static NoticeWords Asked(NoticeFacts facts) => new(
        new($"ขอข้อมูลเพิ่มเติมสำหรับเรื่อง {facts.Reference}", $"A question about your report {facts.Reference}"),
        facts.AnswerBy is null ? SeeRequest : new("ตอบคำถาม", "Answer the question"),
        new("เจ้าหน้าที่ขอข้อมูลเพิ่มเติมจากท่านเพื่อดำเนินการต่อ ดังนี้", "To go on, an officer needs to know the following."),
        AsWritten(facts.Text),
        Wanted(facts),
        facts.AnswerBy is { } by
            ? new($"กรุณาตอบภายในวันที่ {ThaiDates.LongDateAndTime(by)} ระหว่างรอคำตอบ ระยะเวลาดำเนินการจะหยุดนับไว้ก่อน",
                $"Please answer by {ThaiDates.LongDateAndTime(by, "en")}. The time for the work stands still until then.")
            : None);

    static NoticeWords Reminded(NoticeFacts facts) => new(
        new($"ขอเตือนให้ตอบคำถามของเรื่อง {facts.Reference}", $"Please remember the question about your report {facts.Reference}"),
        facts.AnswerBy is null ? SeeRequest : new("ตอบคำถาม", "Answer the question"),
        facts.AnswerBy is { } by
            ? new($"เจ้าหน้าที่ยังรอข้อมูลเพิ่มเติมจากท่าน กรุณาตอบภายในวันที่ {ThaiDates.LongDateAndTime(by)}",
                $"An officer is still waiting for your answer. Please answer by {ThaiDates.LongDateAndTime(by, "en")}.")
            : new("หากท่านตอบคำถามแล้ว ไม่ต้องดำเนินการใดเพิ่มเติม ขอบคุณ", "If you have answered already, nothing more is needed. Thank you."),
        facts.AnswerBy is null ? None : AsWritten(facts.Text),
        facts.AnswerBy is null ? None : Wanted(facts));

    static Phrase Wanted(NoticeFacts facts) => WantedItem.InWords(WantedItem.Read(facts.Detail)) is { Thai.Length: > 0 } items
        ? new($"สิ่งที่ขอให้ส่ง: {items.Thai}", $"Please send: {items.English}")
        : None;

    static NoticeWords Lapsed(NoticeFacts facts) => new(
        new($"ครบกำหนดตอบคำถามของเรื่อง {facts.Reference}", $"The time to answer about {facts.Reference} is over"),
        SeeRequest,
        new("ครบกำหนดแล้ว แต่ยังไม่ได้รับข้อมูลเพิ่มเติมจากท่าน", "The time is over and we have not received your answer."),
        new("เจ้าหน้าที่จะพิจารณาเรื่องของท่านจากข้อมูลที่มีอยู่ แล้วแจ้งให้ท่านทราบ", "An officer will go on with what is known and tell you."));

    static NoticeWords Started(NoticeFacts facts) => new(
        new($"เริ่มดำเนินการเรื่อง {facts.Reference} แล้ว", $"Work on {facts.Reference} has started"),
        SeeRequest,
        new("ช่างเริ่มดำเนินการซ่อมตามที่ท่านแจ้งแล้ว", "A crew has started to work on what you reported."),
        Expected(facts), OfficerSays(facts), ToldWhenDone);

    static NoticeWords Paused(NoticeFacts facts)
    {
        var reason = facts.Detail == "other" ? null : PauseReason.Find(facts.Detail);
        return new(
            new($"พักงานเรื่อง {facts.Reference} ไว้ชั่วคราว", $"Work on {facts.Reference} is paused"),
            SeeRequest,
            new("มีเหตุให้ต้องพักงานซ่อมไว้ชั่วคราว", "The work had to be paused."),
            reason is null ? None : new($"เหตุผล: {reason.Sentence.Thai}", $"Reason: {reason.Sentence.English}"),
            OfficerSays(facts), Expected(facts),
            new("เรื่องของท่านยังอยู่ระหว่างดำเนินการ เมื่อเริ่มงานอีกครั้ง เราจะแจ้งให้ท่านทราบ", "Your report stays open. We will tell you when the work goes on."));
    }

    static NoticeWords Completed(NoticeFacts facts)
    {
        var until = facts.At.AddDays(Workflow.ReopenDays);
        return new(
            new($"ดำเนินการเรื่อง {facts.Reference} เสร็จแล้ว", $"Your report {facts.Reference}: the work is done"),
            new("ดูผลการดำเนินการ", "See the result"),
            new("ดำเนินการตามที่ท่านแจ้งเสร็จแล้ว ผลการดำเนินการมีดังนี้", "What you reported has been dealt with. This is what was done."),
            AsWritten(facts.Text),
            new($"หากไฟยังขัดข้อง ท่านขอให้ตรวจสอบอีกครั้งได้จากหน้าเรื่องของท่าน ภายในวันที่ {ThaiDates.LongDate(until)}",
                $"If the light still does not work, you can ask for another look on the page of your report until {ThaiDates.LongDate(until, "en")}."),
            new("กรุณาบอกเราว่าใช้ได้แล้วหรือไม่ และให้คะแนนการซ่อมที่หน้าเรื่องของท่าน ใช้เวลาไม่ถึงหนึ่งนาที",
                "Please tell us on the page of your report whether it works, and rate the repair; it takes less than a minute."),
            new("ขอบคุณที่ช่วยดูแลไฟฟ้าสาธารณะ", "Thank you for your help."));
    }

    static NoticeWords Reopened(NoticeFacts facts) => new(
        new($"เปิดเรื่อง {facts.Reference} อีกครั้งแล้ว", $"Your report {facts.Reference} has been taken up again"),
        SeeRequest,
        facts.By == ActorKind.Requester && (facts.Main.Length > 0 || facts.Detail.Length > 0)
            ? new("มีผู้แจ้งว่าไฟยังขัดข้อง จึงเปิดเรื่องอีกครั้งเพื่อตรวจสอบและดำเนินการต่อ", "Somebody said that the light is still out of order, so the report has been taken up again.")
            : facts.By == ActorKind.Requester
            ? new("เปิดเรื่องอีกครั้งตามที่ท่านขอแล้ว เจ้าหน้าที่จะตรวจสอบและดำเนินการต่อ", "As you asked, your report has been taken up again. An officer will look into it.")
            : new("เจ้าหน้าที่เปิดเรื่องของท่านอีกครั้งเพื่อดำเนินการต่อ", "An officer has taken your report up again."),
        OfficerSays(facts), Expected(facts), ToldWhenDone);

    static NoticeWords Forwarded(NoticeFacts facts) => new(
        new($"ส่งต่อเรื่อง {facts.Reference} ไปยัง{facts.Detail}", $"Your report {facts.Reference} has been forwarded to {facts.Detail}"),
        SeeRequest,
        new($"จุดที่ท่านแจ้งอยู่ในความรับผิดชอบของ{facts.Detail} เราจึงส่งเรื่องของท่านต่อไปแล้ว",
            $"The light is in the care of {facts.Detail}, to whom we have forwarded your report."),
        OfficerSays(facts),
        new($"{facts.Detail} จะเป็นผู้ดำเนินการต่อ ท่านสอบถามความคืบหน้าได้ที่หน่วยงานนั้นโดยตรง",
            $"{facts.Detail} will deal with it from here; please ask them how far it is."));

    static NoticeWords AuthorityAnswered(NoticeFacts facts) => new(
        new($"ความคืบหน้าเรื่อง {facts.Reference} จากหน่วยงานที่รับเรื่องต่อ", $"News of your report {facts.Reference} from the agency in charge"),
        SeeRequest,
        new($"{facts.Detail}แจ้งมาดังนี้", $"{facts.Detail} told us:"),
        AsWritten(facts.Text));

    static NoticeWords Declined(NoticeFacts facts)
    {
        // "Another reason" says nothing: then the officer's own words are the reason.
        var reason = facts.Detail == "other" ? null : DeclineReason.Find(facts.Detail);
        return new(
            new($"ผลการพิจารณาเรื่อง {facts.Reference}", $"The decision on your report {facts.Reference}"),
            SeeRequest,
            new("เจ้าหน้าที่ตรวจสอบแล้ว ขออภัยที่ไม่สามารถรับเรื่องของท่านไว้ดำเนินการได้", "An officer has checked your report. We are sorry that it cannot be taken on."),
            reason is null ? None : new($"เหตุผล: {reason.Sentence.Thai}", $"Reason: {reason.Sentence.English}"),
            AsWritten(facts.Text),
            new("หากมีข้อมูลเพิ่มเติม หรือเหตุเปลี่ยนไป ท่านแจ้งเหตุใหม่ได้ตลอดเวลา", "If you know more, or things change, you can send a new report at any time."));
    }

    static NoticeWords Merged(NoticeFacts facts) => new(
        new($"รวมเรื่อง {facts.Reference} กับเรื่อง {facts.Detail}", $"Your report {facts.Reference} has been merged with {facts.Detail}"),
        SeeRequest,
        new($"มีผู้แจ้งเหตุของจุดเดียวกันไว้ก่อนแล้ว จึงรวมเรื่องของท่านเข้ากับเรื่อง {facts.Detail} เพื่อดำเนินการไปพร้อมกัน",
            $"The same fault had been reported before, so your report goes on together with {facts.Detail}."),
        new("ท่านติดตามผลได้จากหน้าเรื่องของท่านเช่นเดิม", "You can follow it on the page of your report as before."));

    static NoticeWords SplitOff(NoticeFacts facts) => new(
        new($"แยกเรื่อง {facts.Reference} ออกมาดำเนินการต่างหาก", $"Your report {facts.Reference} goes on by itself"),
        SeeRequest,
        facts.By == ActorKind.System
            ? new("เรื่องที่รวมไว้ถูกยกเลิกโดยผู้แจ้งเรื่องนั้น เรื่องของท่านจึงดำเนินการต่อเป็นเรื่องของตนเอง",
                "The report that yours was merged with was withdrawn by its reporter, so your report goes on by itself.")
            : new("เจ้าหน้าที่ตรวจสอบแล้วพบว่าเป็นคนละจุดกับเรื่องที่รวมไว้ จึงแยกเรื่องของท่านออกมาดำเนินการต่างหาก",
                "An officer found that it is not the same fault after all, so your report goes on by itself."),
        OfficerSays(facts), ToldWhenDone);

    static NoticeWords Withdrawn(NoticeFacts facts) => new(
        new($"ยกเลิกเรื่อง {facts.Reference} แล้ว", $"Your report {facts.Reference} has been withdrawn"),
        SeeRequest,
        new("ยกเลิกเรื่องตามที่ท่านขอแล้ว และจะไม่มีการดำเนินการต่อ", "As you asked, your report has been withdrawn and nothing more will be done."),
        new("หากไฟยังขัดข้อง ท่านแจ้งเหตุใหม่ได้ตลอดเวลา", "If the light still does not work, you can send a new report at any time."));

    static NoticeWords EvaluationAsked(NoticeFacts facts) => new(
        new($"ไฟติดเรียบร้อยหรือไม่ เรื่อง {facts.Reference}", $"Does the light work? Your report {facts.Reference}"),
        new("ตอบและให้คะแนน", "Answer and rate"),
        new("วันนี้ช่างซ่อมไฟตามที่ท่านแจ้งเสร็จแล้ว ขณะนี้ฟ้ามืดแล้ว กรุณาดูว่าไฟติดเรียบร้อยหรือไม่ แล้วบอกเราที่หน้าเรื่องของท่าน",
            "The light that you reported was repaired today. Now that it is dark, please see whether it works and tell us on the page of your report."),
        new("หากไฟยังไม่ติด ท่านขอให้ตรวจสอบอีกครั้งได้จากหน้าเดียวกัน", "If it does not, you can ask for another look on the same page."));

    static NoticeWords Message(NoticeFacts facts) => new(
        new($"ข้อความจากเจ้าหน้าที่เรื่อง {facts.Reference}", $"A message about your report {facts.Reference}"),
        SeeRequest,
        new("เจ้าหน้าที่มีข้อความถึงท่าน ดังนี้", "An officer writes to you:"),
        AsWritten(facts.Text));

    static Phrase Together(NoticeFacts facts) => new(
        $"เรื่องของท่านดำเนินการร่วมกับเรื่อง {facts.Main} ซึ่งแจ้งจุดเดียวกัน",
        $"Your report goes on together with {facts.Main}, which is about the same place.");

    static Phrase Expected(NoticeFacts facts) => facts.ExpectedBy is { } by
        ? new($"คาดว่าจะแล้วเสร็จภายในวันที่ {ThaiDates.LongDate(by)}", $"We expect it to be done by {ThaiDates.LongDate(by, "en")}.")
        : None;

    static Phrase OfficerSays(NoticeFacts facts) => facts.Text.Length == 0
        ? None
        : new($"ข้อความจากเจ้าหน้าที่: {facts.Text}", $"An officer writes: {facts.Text}");
}
