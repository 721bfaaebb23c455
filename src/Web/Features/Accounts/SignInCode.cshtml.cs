using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>The second page of the sign-in takes the code. It is shown by the first; by itself it leads back there.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SignInCodeModel(SignInWithCode signIn, EndSession endSession, KeptForms keptForms, TimeProvider time)
    : SignInPage(endSession, keptForms, time)
{
    public IActionResult OnGet() => LocalRedirect(Links.SignIn);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var typed = string.IsNullOrWhiteSpace(Code) ? RecoveryCode : Code;
        if (string.IsNullOrWhiteSpace(typed))
            ModelState.AddModelError(nameof(Code), Say.T("กรุณาใส่รหัส", "Please enter the code"));
        if (!ModelState.IsValid) return Page();
        var answer = await signIn.RunAsync(new CodeTry(Ticket, typed!, From), Now, cancellationToken);
        if (answer.Principal is not null) return await LetInAsync(answer.Principal, cancellationToken);
        if (answer.Ticket is null)
        {
            this.ShowNext("หมดเวลาใส่รหัส กรุณาเข้าสู่ระบบอีกครั้ง", "The time for the code is over. Please sign in again");
            return LocalRedirect(Links.SignIn + QueryString.Create("returnUrl", ReturnUrl ?? ""));
        }
        ModelState.AddModelError(Code == typed ? nameof(Code) : nameof(RecoveryCode), Say.T(answer.Refusal));
        return Page();
    }
}
