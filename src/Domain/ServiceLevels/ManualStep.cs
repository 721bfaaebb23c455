using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceLevels;

/// <summary>The seven steps of the manual for handling a street-light request; the value is the manual's number.</summary>
public enum ManualStep
{
    /// <summary>An officer opens the notification in the system.</summary>
    OpenNotification = 1,

    /// <summary>An officer checks what the requester filled in.</summary>
    CheckDetails = 2,

    /// <summary>The requester is told, or asked for what is missing.</summary>
    TellRequester = 3,

    /// <summary>The request form is printed.</summary>
    PrintForm = 4,

    /// <summary>The request is accepted, declined or forwarded.</summary>
    SetStatus = 5,

    /// <summary>The light is put right.</summary>
    DoWork = 6,

    /// <summary>The requester is told the result.</summary>
    NotifyResult = 7,
}

/// <summary>What the manual says about its steps.</summary>
public static class ManualSteps
{
    /// <summary>All seven, in the manual's order.</summary>
    public static IReadOnlyList<ManualStep> All { get; } = Enum.GetValues<ManualStep>();

    /// <summary>The step in plain words, as headings and tables show it.</summary>
    public static Phrase Name(this ManualStep step) => step switch
    {
        ManualStep.OpenNotification => new("เปิดอ่านเรื่องที่แจ้ง", "Open the report"),
        ManualStep.CheckDetails => new("ตรวจสอบรายละเอียด", "Check the details"),
        ManualStep.TellRequester => new("แจ้งผู้แจ้งหรือขอข้อมูลเพิ่มเติม", "Tell the requester or ask for more"),
        ManualStep.PrintForm => new("พิมพ์แบบคำร้อง", "Print the request form"),
        ManualStep.SetStatus => new("กำหนดสถานะ", "Set the status"),
        ManualStep.DoWork => new("ดำเนินการแก้ไข", "Do the work"),
        ManualStep.NotifyResult => new("แจ้งผลการดำเนินการ", "Tell the result"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "The manual has seven steps."),
    };

    /// <summary>What the manual allows for the step; an agency may set its own in <see cref="ServiceLevel"/>.</summary>
    public static StepAllowance StandardAllowance(this ManualStep step) => step switch
    {
        ManualStep.OpenNotification or ManualStep.CheckDetails or ManualStep.TellRequester or ManualStep.PrintForm =>
            new(TimeSpan.FromMinutes(5), KindOfTime.Office),
        ManualStep.SetStatus => new(TimeSpan.FromMinutes(10), KindOfTime.Office),
        ManualStep.DoWork => new(TimeSpan.FromDays(7), KindOfTime.CalendarDays),
        ManualStep.NotifyResult => new(TimeSpan.FromMinutes(30), KindOfTime.Office),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "The manual has seven steps."),
    };
}
