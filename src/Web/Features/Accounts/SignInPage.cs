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
public abstract class SignInPage(EndSession endSession, KeptForms keptForms, KnownDevices devices, TimeProvider time) : PageModel, ITypedCode
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The form that was sent too late, encrypted.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>Whose password was right, encrypted; null as long as it was not.</summary>
    [BindProperty]
    public string? Ticket { get; set; }

    /// <summary>The account has an app; else it has a passkey alone.</summary>
    public bool AsksForCode { get; protected set; } = true;

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

    protected SignInFrom From => devices.From(HttpContext);

    protected async Task<IActionResult> LetInAsync(ClaimsPrincipal who, CancellationToken cancellationToken)
    {
        if (User.FindFirstValue(Session.IdClaim) is { } before)
            await endSession.RunAsync(before, User.ToActor(), Now, cancellationToken);
        await HttpContext.SignInAsync(who);
        devices.Remember(HttpContext, who.ToActor().OfficerId!.Value);
        SendAgain = keptForms.Unprotect(Kept, Now);
        if (SendAgain is null) return Onward(who);
        // The form on the page gets its token for the person who has just signed in.
        HttpContext.User = who;
        return Page();
    }

    protected LocalRedirectResult Onward(ClaimsPrincipal who)
    {
        return LocalRedirect(HomeOf(who, Links.IsLocal(ReturnUrl) ? ReturnUrl : null));
    }

    /// <summary>Where somebody goes on: to what was asked for, else to where the work of the role is.</summary>
    internal static string HomeOf(ClaimsPrincipal who, string? asked)
    {
        var home = who.IsInRole(nameof(OfficerRole.Crew)) ? Links.Crew : Links.Inbox;
        // The officers' door is written /officer; a crew that typed it wants its own work.
        return asked is not null && asked != Links.Inbox ? asked : home;
    }
}
