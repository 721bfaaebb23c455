using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Thai;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>Says in one sentence why the directory let nobody in, and where it goes on.</summary>
[AllowAnonymous]
public sealed class DirectoryRefusedModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Why { get; set; }

    public Phrase Reason => Why switch
    {
        "unknown" => new("บัญชีของหน่วยงานนี้ยังไม่ได้เชื่อมกับบัญชีที่ใช้งานได้ในระบบ กรุณาเข้าสู่ระบบด้วยรหัสผ่านแล้วเชื่อมที่หน้า “บัญชีของฉัน” หรือติดต่อผู้ดูแลระบบ",
            "This account of the authority is not linked with an open account here. Sign in with your password and link it on “My account”, or ask an administrator."),
        "cancelled" => new("ท่านยกเลิกการเข้าสู่ระบบด้วยบัญชีของหน่วยงาน", "You cancelled the sign-in with the authority's account."),
        "link" => new("เชื่อมบัญชีไม่สำเร็จ บัญชีของหน่วยงานนี้อาจเชื่อมกับบัญชีอื่นอยู่แล้ว", "The accounts were not linked. The authority's account may be linked with another one here."),
        "confirm" => new("ยืนยันตัวตนไม่สำเร็จ กรุณายืนยันด้วยรหัสผ่านหรือรหัสจากแอป", "It was not confirmed who you are. Please use your password or the app's code."),
        _ => new("ระบบบัญชีของหน่วยงานไม่ตอบ หรือคำตอบไม่ถูกต้อง กรุณาลองอีกครั้ง หรือเข้าสู่ระบบด้วยรหัสผ่าน",
            "The authority's sign-in did not answer, or not rightly. Please try again, or sign in with your password."),
    };
}
