using Songthang.Domain.Thai;
using static Songthang.Domain.ServiceRequests.ServiceRequestStatus;

namespace Songthang.Domain.ServiceRequests;

/// <summary>What an officer or a crew can do to a request; each is one verb of <see cref="ServiceRequest"/>.</summary>
public enum Act
{
    /// <summary>Check the details (manual step 2).</summary>
    Check,

    /// <summary>Put details right that were checked before.</summary>
    Correct,

    /// <summary>Take it on (step 5).</summary>
    Accept,

    /// <summary>Ask the requester for what is missing (step 3).</summary>
    Ask,

    /// <summary>Take down an answer that came by phone.</summary>
    Answer,

    /// <summary>Begin the work.</summary>
    Start,

    /// <summary>Let the work rest.</summary>
    Pause,

    /// <summary>Say that it is repaired (step 6).</summary>
    Complete,

    /// <summary>Not take it on.</summary>
    Decline,

    /// <summary>Hand it to the authority that owns the lamp.</summary>
    Forward,

    /// <summary>Let it go on together with an earlier request of the same fault.</summary>
    Merge,

    /// <summary>Let other requests of the same fault go on together with this one.</summary>
    Gather,

    /// <summary>Let a merged request go on by itself again.</summary>
    Split,

    /// <summary>Record what the authority answered to which it was forwarded.</summary>
    Reply,

    /// <summary>Record or correct the letter with which it was forwarded.</summary>
    Letter,

    /// <summary>Take it up again.</summary>
    Reopen,

    /// <summary>Take it back because the requester said so.</summary>
    Withdraw,

    /// <summary>Write to the requester outside the other acts.</summary>
    Write,

    /// <summary>Say who sees to it.</summary>
    Assign,

    /// <summary>Record that the requester was told by phone (steps 3 and 7).</summary>
    Call,

    /// <summary>Write an internal note.</summary>
    Note,

    /// <summary>Print the request form (step 4).</summary>
    Print,
}

/// <summary>Which acts fit a request as it stands; the verbs refuse the same ones.</summary>
public static class Acts
{
    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<Act> All { get; } = Enum.GetValues<Act>();

    /// <summary>Whether a request in this state, whose details were checked or not, allows the act.</summary>
    public static bool IsAllowed(this Act act, ServiceRequestStatus status, bool isChecked) => act switch
    {
        Act.Check => status.IsOpen(),
        Act.Correct => isChecked,
        Act.Accept => status == Submitted && isChecked,
        Act.Ask => Workflow.Allows(status, AwaitingInformation),
        Act.Answer => status == AwaitingInformation,
        Act.Start => status == Accepted,
        Act.Pause => status == InProgress,
        Act.Complete => Workflow.Allows(status, Completed),
        Act.Decline => Workflow.Allows(status, Declined),
        Act.Forward => Workflow.Allows(status, Forwarded),
        Act.Merge => Workflow.Allows(status, Duplicate),
        Act.Gather => status.IsOpen(),
        Act.Split => status == Duplicate,
        Act.Reply or Act.Letter => status == Forwarded,
        Act.Reopen => status is Completed or Forwarded or Declined,
        Act.Withdraw => Workflow.Allows(status, Withdrawn),
        Act.Assign => status.IsOpen(),
        // For how long after the end is the verb's to say.
        Act.Write or Act.Call or Act.Note or Act.Print => true,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>The one act that brings the request on; null when it waits for somebody else or is settled.</summary>
    /// <param name="status">Where it stands.</param>
    /// <param name="isChecked">Whether the details were checked.</param>
    /// <param name="isResultTold">Whether the requester knows the result.</param>
    public static Act? Next(ServiceRequestStatus status, bool isChecked, bool isResultTold) => status switch
    {
        Submitted => isChecked ? Act.Accept : Act.Check,
        Accepted => Act.Start,
        InProgress => Act.Complete,
        Completed when !isResultTold => Act.Call,
        _ => null,
    };

    /// <summary>The act in one word for addresses, such as <c>accept</c>.</summary>
    public static string Slug(this Act act) => act.ToString().ToLowerInvariant();

    /// <summary>The words of the button.</summary>
    public static Phrase Name(this Act act) => act switch
    {
        Act.Check => new("ตรวจสอบข้อมูล", "Check the details"),
        Act.Correct => new("แก้ไขข้อมูล", "Correct the details"),
        Act.Accept => new("รับเรื่อง", "Accept"),
        Act.Ask => new("ขอข้อมูลเพิ่มเติม", "Ask for information"),
        Act.Answer => new("บันทึกคำตอบทางโทรศัพท์", "Answer by phone"),
        Act.Start => new("เริ่มดำเนินการ", "Start the work"),
        Act.Pause => new("พักงาน", "Pause the work"),
        Act.Complete => new("ดำเนินการแล้วเสร็จ", "Work completed"),
        Act.Decline => new("ไม่รับดำเนินการ", "Do not take on"),
        Act.Forward => new("ส่งต่อหน่วยงาน", "Forward to another agency"),
        Act.Merge => new("รวมกับเรื่องเดิม", "Merge with an earlier report"),
        Act.Gather => new("รวมเรื่องอื่นเข้ากับเรื่องนี้", "Merge others into this one"),
        Act.Split => new("แยกออกเป็นเรื่องของตนเอง", "Split off again"),
        Act.Reply => new("บันทึกคำตอบจากหน่วยงาน", "Answer of the agency"),
        Act.Letter => new("บันทึกเลขที่หนังสือ", "Covering letter"),
        Act.Reopen => new("เปิดเรื่องใหม่", "Take up again"),
        Act.Withdraw => new("ยกเลิกตามที่ผู้แจ้งขอ", "Withdraw for the reporter"),
        Act.Write => new("เขียนถึงผู้แจ้ง", "Write to the reporter"),
        Act.Assign => new("มอบหมายงาน", "Assign"),
        Act.Call => new("แจ้งทางโทรศัพท์แล้ว", "Told by phone"),
        Act.Note => new("บันทึกภายใน", "Internal note"),
        Act.Print => new("พิมพ์แบบคำร้อง", "Print the request form"),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}
