using Songthang.Domain.Officers;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Accounts;

/// <summary>What the roles are called on the screen.</summary>
static class RoleNames
{
    public static Phrase Name(this OfficerRole role) => role switch
    {
        OfficerRole.Officer => new Phrase("เจ้าหน้าที่กองช่าง", "Officer"),
        OfficerRole.Crew => new Phrase("ช่างไฟฟ้า", "Crew"),
        OfficerRole.Director => new Phrase("ผู้บริหาร", "Director"),
        OfficerRole.Administrator => new Phrase("ผู้ดูแลระบบ", "Administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>What the role may do, for whoever gives it.</summary>
    public static Phrase Duty(this OfficerRole role) => role switch
    {
        OfficerRole.Officer => new Phrase("ตรวจสอบ รับเรื่อง ตอบผู้แจ้ง", "Checks and accepts reports, answers citizens"),
        OfficerRole.Crew => new Phrase("เริ่มงานและบันทึกผลการซ่อม", "Starts work and records the result"),
        OfficerRole.Director => new Phrase("ดูเรื่องแจ้งและรายงาน", "Reads reports and figures"),
        OfficerRole.Administrator => new Phrase("ทำได้ทุกอย่างของเจ้าหน้าที่ และดูแลบัญชีผู้ใช้", "All that an officer may, and the accounts"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
