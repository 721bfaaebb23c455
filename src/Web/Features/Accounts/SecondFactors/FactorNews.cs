using Songthang.Infrastructure.Outbox;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts.SecondFactors;

/// <summary>Tells an account's owner by mail that something about the second factor changed: whoever did not do it notices.</summary>
public sealed class FactorNews(StaffPost post)
{
    public const string Set = "มีการตั้งการยืนยันสองขั้นให้บัญชีของท่าน หรือเปลี่ยนไปใช้แอปในเครื่องใหม่";
    public const string NewCodes = "มีการออกรหัสสำรองชุดใหม่ของบัญชีของท่าน รหัสชุดเดิมใช้ไม่ได้แล้ว";
    public const string Removed = "มีการเลิกใช้การยืนยันสองขั้นของบัญชีของท่าน";
    public const string PasskeyAdded = "มีการเพิ่มพาสคีย์ให้บัญชีของท่าน";
    public const string PasskeyRemoved = "มีการลบพาสคีย์ของบัญชีของท่าน";
    public const string DirectoryLinked = "มีการเชื่อมบัญชีของท่านกับบัญชีของหน่วยงาน เพื่อใช้เข้าสู่ระบบ";
    public const string Reset = "ผู้ดูแลระบบยกเลิกการยืนยันสองขั้นของบัญชีของท่าน และออกจากระบบทุกเครื่องแล้ว กรุณาเข้าสู่ระบบและตั้งใหม่";

    /// <summary>Adds the letter, which is stored with whatever the caller saves next; nothing when the account has no address.</summary>
    public void Add(OfficerAccount account, string what, DateTime now)
    {
        if (string.IsNullOrEmpty(account.Email)) return;
        post.Add(new StaffLetter("แจ้งการเปลี่ยนแปลงบัญชีของท่าน",
            [$"{what} ({account.UserName})", "หากท่านไม่ได้ทำหรือไม่ได้ขอ กรุณาแจ้งผู้ดูแลระบบทันที และเปลี่ยนรหัสผ่าน"],
            Links.Account, "บัญชีของฉัน"), [account.Id], alsoToDutyDesk: false, now);
    }
}
