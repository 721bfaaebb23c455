using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Auditing;

/// <summary>What the record calls the things that were done.</summary>
static class AuditWords
{
    public static Phrase Name(this AuditAction action) => action switch
    {
        AuditAction.RequestSeen => new("เปิดดูเรื่อง", "Looked at a request"),
        AuditAction.DocumentOpened => new("เปิดเอกสารของผู้แจ้ง", "Opened a document of a requester"),
        AuditAction.FormSeen => new("เปิดดูแบบคำร้อง", "Looked at a request form"),
        AuditAction.FormPrinted => new("พิมพ์แบบคำร้อง", "Printed a request form"),
        AuditAction.ListExported => new("ส่งออกรายการเรื่อง", "Exported the list of requests"),
        AuditAction.EvaluationsExported => new("ส่งออกผลประเมิน", "Exported the evaluations"),
        AuditAction.FiguresExported => new("ส่งออกสถิติ", "Exported figures"),
        AuditAction.AuditExported => new("ส่งออกบันทึกการใช้งาน", "Exported this record"),
        AuditAction.AccountsSeen => new("เปิดดูบัญชีผู้ใช้", "Looked at accounts"),
        AuditAction.AccountCreated => new("เพิ่มบัญชีผู้ใช้", "Created an account"),
        AuditAction.AccountChanged => new("แก้ไขบัญชีผู้ใช้", "Changed an account"),
        AuditAction.AccountClosed => new("ปิดบัญชีผู้ใช้", "Closed an account"),
        AuditAction.AccountReopened => new("เปิดบัญชีผู้ใช้อีกครั้ง", "Reopened an account"),
        AuditAction.AccountUnlocked => new("ให้บัญชีเข้าสู่ระบบได้ทันที", "Unlocked an account"),
        AuditAction.PasswordReset => new("ตั้งรหัสผ่านใหม่ให้ผู้อื่น", "Reset a password"),
        AuditAction.PasswordChanged => new("เปลี่ยนรหัสผ่านของตนเอง", "Changed the own password"),
        AuditAction.SignedIn => new("เข้าสู่ระบบ", "Signed in"),
        AuditAction.SignInFailed => new("เข้าสู่ระบบไม่สำเร็จ", "Failed to sign in"),
        AuditAction.SignedOut => new("ออกจากระบบ", "Signed out"),
        AuditAction.SignedOutEverywhere => new("ออกจากระบบทุกเครื่อง", "Signed out everywhere"),
        AuditAction.SettingChanged => new("แก้ไขการตั้งค่า", "Changed a setting"),
        AuditAction.SettingUndone => new("ยกเลิกการแก้ไขการตั้งค่า", "Undid the change of a setting"),
        AuditAction.BackupMade => new("สำรองข้อมูลแล้ว", "Backed up"),
        AuditAction.BackupFailed => new("สำรองข้อมูลไม่สำเร็จ", "Backup failed"),
        AuditAction.TimelinesVerified => new("ตรวจความถูกต้องของประวัติ", "Verified the timelines"),
        AuditAction.LetterWritten => new("เขียนหนังสือส่งต่อ", "Worded a forwarding letter"),
        AuditAction.ReceiveNumberGiven => new("ลงเลขรับ", "Gave a receive number"),
        AuditAction.NextReceiveNumberSet => new("กำหนดเลขรับถัดไป", "Set the next receive number"),
        AuditAction.OutageDecided => new("บันทึกผลตรวจไฟดับเป็นกลุ่ม", "Decided on an outage"),
        AuditAction.MessagesSentAgain => new("ส่งข้อความอีกครั้ง", "Sent messages again"),
        AuditAction.ApiKeyCreated => new("ออกกุญแจ API ให้หน่วยงานภายนอก", "Made an API key"),
        AuditAction.ApiKeyChanged => new("แก้ไขกุญแจ API", "Changed an API key"),
        AuditAction.ApiKeyRevoked => new("เพิกถอนกุญแจ API", "Revoked an API key"),
        AuditAction.AnnouncementWritten => new("เขียนประกาศ", "Wrote an announcement"),
        AuditAction.AnnouncementChanged => new("แก้ไขประกาศ", "Changed an announcement"),
        AuditAction.AnnouncementPublished => new("เผยแพร่ประกาศ", "Published an announcement"),
        AuditAction.AnnouncementEnded => new("สิ้นสุดประกาศ", "Ended an announcement"),
        AuditAction.WebhookCreated => new("เพิ่มการแจ้งระบบภายนอก", "Added a webhook"),
        AuditAction.WebhookChanged => new("พักหรือเปิดการแจ้งระบบภายนอก", "Paused or resumed a webhook"),
        AuditAction.WebhookDeleted => new("ลบการแจ้งระบบภายนอก", "Deleted a webhook"),
        AuditAction.PoleRegistered => new("ขึ้นทะเบียนเสาไฟ", "Registered a pole"),
        AuditAction.PoleCorrected => new("แก้ไขทะเบียนเสาไฟ", "Corrected a pole"),
        AuditAction.PoleRetired => new("เลิกใช้เสาไฟ", "Retired a pole"),
        AuditAction.PoleReturned => new("นำเสาไฟกลับมาใช้", "Took a pole into use again"),
        AuditAction.PolesImported => new("นำเข้าทะเบียนเสาไฟ", "Imported poles"),
        AuditAction.PolesExported => new("ส่งออกทะเบียนเสาไฟ", "Exported the poles"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };
}
