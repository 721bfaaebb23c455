using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>Asks once for those who came by a link, and ends the session when told.</summary>
public sealed class SignOutModel(EndSession endSession, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await endSession.RunAsync(User.FindFirstValue(Session.IdClaim)!, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        await HttpContext.SignOutAsync();
        // Whoever uses this browser next finds nothing that it kept of our pages.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        this.ShowNext("ท่านออกจากระบบแล้ว", "You are signed out");
        return LocalRedirect(Links.SignIn);
    }
}
