using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Officers;
using Songthang.Web.Features.Accounts.SecondFactors;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Accounts;

/// <summary>What the two pages of the sign-in share: where it goes on, and the form that waits for it.</summary>
public abstract class SignInPage(EndSession endSession, KeptForms keptForms, TimeProvider time) : PageModel, ITypedCode
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The form that was sent too late, encrypted.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>Whose password was right, encrypted; null as long as it was not.</summary>
    [BindProperty]
    public string? Ticket { get; set; }

    /// <summary>What the app shows.</summary>
    [BindProperty, AtMost(20)]
    public string? Code { get; set; }

    /// <summary>What stands on the paper, in its place.</summary>
    [BindProperty, AtMost(40)]
    public string? RecoveryCode { get; set; }

    /// <summary>The form that was sent too late, to be sent by somebody who is signed in again.</summary>
    public KeptForm? SendAgain { get; set; }

    protected KeptForms KeptForms => keptForms;

    protected DateTime Now => time.GetUtcNow().UtcDateTime;

    protected SignInFrom From => new(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", Request.Headers.UserAgent.ToString());

    protected async Task<IActionResult> LetInAsync(ClaimsPrincipal who, CancellationToken cancellationToken)
    {
        if (User.FindFirstValue(Session.IdClaim) is { } before)
            await endSession.RunAsync(before, User.ToActor(), Now, cancellationToken);
        await HttpContext.SignInAsync(who);
        SendAgain = keptForms.Unprotect(Kept, Now);
        if (SendAgain is null) return Onward(who);
        // The form on the page gets its token for the person who has just signed in.
        HttpContext.User = who;
        return Page();
    }

    protected LocalRedirectResult Onward(ClaimsPrincipal who)
    {
        var home = who.IsInRole(nameof(OfficerRole.Crew)) ? Links.Crew : Links.Inbox;
        // The officers' door is written /officer; a crew that typed it wants its own work.
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) && ReturnUrl != Links.Inbox ? ReturnUrl : home);
    }
}
