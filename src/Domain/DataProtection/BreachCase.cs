using Songthang.Domain.Officers;
using Songthang.Domain.Thai;

namespace Songthang.Domain.DataProtection;

/// <summary>
/// Personal data got lost, or into the wrong hands: the Office of the Personal Data Protection Committee has to be told within 72 hours of
/// the moment at which the authority knew, unless there is no risk to anybody (PDPA s. 37(4) and the notification of the Committee of 2565).
/// </summary>
public sealed class BreachCase
{
    /// <summary>Hours to tell the Office.</summary>
    public const int HoursToReport = 72;

    /// <summary>Longest words, in text elements; no personal data belongs in them.</summary>
    public const int MaxWords = 4000;

    BreachCase() { }

    /// <summary>Key in storage and its number.</summary>
    public int Id { get; private set; }

    /// <summary>What happened, in short.</summary>
    public string What { get; private set; } = "";

    /// <summary>When the authority got to know, UTC: the clock runs from here.</summary>
    public DateTime KnownAt { get; private set; }

    /// <summary>Until when the Office has to be told, UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Who opened the case.</summary>
    public string StartedByName { get; private set; } = "";

    /// <summary>Codes of the <see cref="BreachStep"/>s that are done, separated by commas.</summary>
    public string Done { get; private set; } = "";

    /// <summary>What was found and done.</summary>
    public string Findings { get; private set; } = "";

    /// <summary>When the Office was told, UTC: stops the clock; null before.</summary>
    public DateTime? ReportedAt { get; private set; }

    /// <summary>When the case was closed, UTC; null while it is open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Who closed it.</summary>
    public string ClosedByName { get; private set; } = "";

    /// <summary>Raised by every change; two changes of the same version conflict.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a step is done.</summary>
    public bool IsDone(BreachStep step) => Done.Split(',').Contains(step.Code);

    /// <summary>Time left to tell the Office, negative when it is over; null when the clock stands.</summary>
    public TimeSpan? Left(DateTime now) => ReportedAt is null && ClosedAt is null ? DueAt - now : null;

    /// <summary>Opens a case.</summary>
    /// <param name="what">What happened, without personal data.</param>
    /// <param name="knownAt">When the authority got to know, UTC; not in the future.</param>
    /// <param name="by">The director or an administrator.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken"><c>breach.what-missing</c>, <c>breach.known-in-future</c>, or the text is too long.</exception>
    public static BreachCase Start(string what, DateTime knownAt, Actor by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(what))
            throw new RuleBroken("breach.what-missing", new("กรุณาระบุว่าเกิดอะไรขึ้น", "Please say what happened."));
        RequireLength(what);
        if (knownAt > now)
            throw new RuleBroken("breach.known-in-future", new("เวลาที่ทราบเหตุต้องไม่เป็นเวลาในอนาคต", "The time cannot be in the future."));
        return new() { What = what, KnownAt = knownAt, DueAt = knownAt.AddHours(HoursToReport), StartedByName = by.Name };
    }

    /// <summary>Notes how far it is.</summary>
    /// <param name="done">Codes of the steps that are done.</param>
    /// <param name="findings">What was found and done.</param>
    /// <param name="now">UTC; taken as the time of telling the Office when that is ticked for the first time.</param>
    /// <exception cref="RuleBroken"><c>breach.closed</c>.</exception>
    public void Note(IReadOnlyCollection<string> done, string findings, DateTime now)
    {
        RequireOpen();
        RequireLength(findings);
        Done = string.Join(',', BreachStep.All.Select(step => step.Code).Where(done.Contains));
        Findings = findings;
        ReportedAt = IsDone(BreachStep.Reported) ? ReportedAt ?? now : null;
        Version++;
    }

    /// <summary>Nothing is left to do.</summary>
    /// <exception cref="RuleBroken"><c>breach.closed</c>; <c>breach.findings-missing</c>: why the Office was not told must be said.</exception>
    public void Close(Actor by, DateTime now)
    {
        RequireOpen();
        if (ReportedAt is null && string.IsNullOrWhiteSpace(Findings))
        {
            throw new RuleBroken("breach.findings-missing", new(
                "ยังไม่ได้แจ้งสำนักงาน กรุณาบันทึกเหตุผลที่ไม่ต้องแจ้งก่อนปิด", "The Office was not told: please note why that was not needed before you close the case."));
        }

        (ClosedAt, ClosedByName) = (now, by.Name);
        Version++;
    }

    void RequireOpen()
    {
        if (ClosedAt is not null)
            throw new RuleBroken("breach.closed", new("ปิดเหตุนี้แล้ว", "This case was closed."));
    }

    static void RequireLength(string text)
    {
        if (ThaiText.Length(text) > MaxWords)
            throw new RuleBroken("request.text-too-long", new($"ข้อความยาวเกิน {MaxWords} ตัวอักษร", $"The text is longer than {MaxWords} characters."));
    }
}

/// <summary>Something that the law asks for after a breach.</summary>
/// <param name="Code">Stable code in storage.</param>
/// <param name="Words">What is to be done.</param>
public sealed record BreachStep(string Code, Phrase Words)
{
    /// <summary>The Office was told: stops the clock.</summary>
    public static BreachStep Reported { get; } = new("reported", new(
        "แจ้งสำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคล ภายใน 72 ชั่วโมง เว้นแต่ไม่มีความเสี่ยง", "Tell the Office of the Personal Data Protection Committee, within 72 hours unless there is no risk"));

    /// <summary>All, in the order in which they are best done.</summary>
    public static IReadOnlyList<BreachStep> All { get; } =
    [
        new("stopped", new("หยุดการรั่วไหล: ปิดบัญชี เพิกถอนกุญแจ API เปลี่ยนรหัสผ่าน", "Stop it: close accounts, revoke API keys, change passwords")),
        new("evidence", new("เก็บหลักฐาน: สำเนาฐานข้อมูล บันทึกการใช้งาน และบันทึกของเว็บเซิร์ฟเวอร์", "Keep evidence: a copy of the database, the audit record, the web server's log")),
        new("scope", new("ระบุว่าเป็นข้อมูลใด ของใคร กี่คน ตั้งแต่เมื่อใด", "Find out which data, whose, how many people, since when")),
        new("risk", new("ประเมินความเสี่ยงต่อสิทธิและเสรีภาพของบุคคล", "Judge the risk to people's rights and freedoms")),
        Reported,
        new("people", new("แจ้งเจ้าของข้อมูลและแนวทางเยียวยาโดยไม่ชักช้า หากความเสี่ยงสูง", "Tell the people concerned, and what helps them, without delay if the risk is high")),
        new("prevent", new("แก้ไขช่องโหว่และบันทึกมาตรการป้องกันไม่ให้เกิดซ้ำ", "Close the gap, and note what keeps it from happening again")),
    ];
}
