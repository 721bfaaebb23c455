using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Accounts;

/// <summary>The officers' door. Also shown in place of a form that was sent after the session had ended.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SignInModel(SignInOfficer signIn, EndSession endSession, KeptForms keptForms, KnownDevices devices, TimeProvider time)
    : SignInPage(endSession, keptForms, devices, time)
{
    [BindProperty, Needed("กรุณาระบุชื่อผู้ใช้", "Please enter your user name")]
    public string? UserName { get; set; }

    [BindProperty, Needed("กรุณาระบุรหัสผ่าน", "Please enter your password"), DataType(DataType.Password)]
    public string? Password { get; set; }

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
            Kept = late.Form is null ? null : KeptForms.Protect(late.Form);
            IsTooLargeToKeep = late.Form is null;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return Page();
        var answer = await signIn.RunAsync(new SignInTry(UserName!, Password!, From), Now, cancellationToken);
        if (answer.Principal is not null) return await LetInAsync(answer.Principal, cancellationToken);
        (Ticket, AsksForCode) = (answer.Ticket, answer.AsksForCode);
        if (Ticket is null) ModelState.AddModelError("", Say.T(answer.Refusal));
        return Page();
    }
}
