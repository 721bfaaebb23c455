using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Web.Features.Accounts.SecondFactors;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>The second page of the sign-in takes the code. It is shown by the first; by itself it leads back there.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SignInCodeModel(
    SignInWithCode signIn, SignInTickets tickets, SecondFactorProof secondFactor, EndSession endSession, KeptForms keptForms, KnownDevices devices, TimeProvider time)
    : SignInPage(endSession, keptForms, devices, time)
{
    /// <summary>Whoever comes from the directory is led here; everybody else by the form of the first page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Ticket = SignInTickets.Carried(HttpContext);
        if (tickets.Open(Ticket, Now) is not { } ticket) return LocalRedirect(Links.SignIn);
        AsksForCode = await secondFactor.ExistsAsync(ticket.AccountId, cancellationToken);
        return Page();
    }

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
