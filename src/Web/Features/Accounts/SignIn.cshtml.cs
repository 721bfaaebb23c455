using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Domain.Officers;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Accounts;

/// <summary>The officers' door. Also shown in place of a form that was sent after the session had ended.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SignInModel(SignInOfficer signIn, EndSession endSession, KeptForms keptForms, TimeProvider time) : PageModel
{
    [BindProperty, Needed("กรุณาระบุชื่อผู้ใช้", "Please enter your user name")]
    public string? UserName { get; set; }

    [BindProperty, Needed("กรุณาระบุรหัสผ่าน", "Please enter your password"), DataType(DataType.Password)]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The form that was sent too late, encrypted.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>The form that was sent too late, to be sent by somebody who is signed in again.</summary>
    public KeptForm? SendAgain { get; set; }

    public bool IsTooLargeToKeep { get; set; }

    public IActionResult OnGet()
    {
        var late = HttpContext.Features.Get<LateForm>();
        if (User.Identity?.IsAuthenticated == true)
        {
            if (late?.Form is null) return Onward(User);
            SendAgain = late.Form;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (late is not null)
        {
            Kept = late.Form is null ? null : keptForms.Protect(late.Form);
            IsTooLargeToKeep = late.Form is null;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return Page();
        var now = time.GetUtcNow().UtcDateTime;
        var answer = await signIn.RunAsync(
            new SignInTry(UserName!, Password!, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", Request.Headers.UserAgent.ToString()),
            now, cancellationToken);
        if (answer.Principal is null)
        {
            ModelState.AddModelError("", Say.T(answer.Refusal));
            return Page();
        }
        if (User.FindFirstValue(Session.IdClaim) is { } before)
            await endSession.RunAsync(before, User.ToActor(), now, cancellationToken);
        await HttpContext.SignInAsync(answer.Principal);
        SendAgain = keptForms.Unprotect(Kept, now);
        if (SendAgain is null) return Onward(answer.Principal);
        // The form on the page gets its token for the person who has just signed in.
        HttpContext.User = answer.Principal;
        return Page();
    }

    LocalRedirectResult Onward(ClaimsPrincipal who)
    {
        var home = who.IsInRole(nameof(OfficerRole.Crew)) ? Links.Crew : Links.Inbox;
        // The officers' door is written /officer; a crew that typed it wants its own work.
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) && ReturnUrl != Links.Inbox ? ReturnUrl : home);
    }
}
