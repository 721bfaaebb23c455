using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Thai;
using Songthang.Web.Features.Accounts.Directory;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>Asks once for those who came by a link, and ends the session when told.</summary>
public sealed class SignOutModel(EndSession endSession, DirectorySettings directory, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await endSession.RunAsync(User.FindFirstValue(Session.IdClaim)!, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        await HttpContext.SignOutAsync();
        // Whoever uses this browser next finds nothing that it kept of our pages.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        if (directory.IsOn && User.HasClaim(claim => claim.Type == Session.DirectoryClaim))
        {
            this.ShowNext("ท่านออกจากระบบแล้ว แต่ยังอยู่ในระบบบัญชีของหน่วยงาน", "You are signed out here, but not of the authority's account",
                Links.DirectorySignOut, new Phrase("ออกจากบัญชีของหน่วยงานด้วย", "Sign out of it too"));
            return LocalRedirect(Links.SignIn);
        }
        this.ShowNext("ท่านออกจากระบบแล้ว", "You are signed out");
        return LocalRedirect(Links.SignIn);
    }
}
