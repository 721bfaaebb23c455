using System.Net.Mime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Accounts.Passkeys;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>Takes what a passkey signed: in the place of the password, or after it in the place of the code. By itself it leads to the sign-in.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SignInPasskeyModel(
    SignInWithPasskey signIn, PasskeyProof proof, EndSession endSession, KeptForms keptForms, KnownDevices devices, TimeProvider time)
    : SignInPage(endSession, keptForms, devices, time)
{
    public IActionResult OnGet() => LocalRedirect(Links.SignIn);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) => Content(
        await proof.AskAsync(PasskeyPurpose.SignIn, accountId: null, HttpContext, Now, cancellationToken), MediaTypeNames.Application.Json);

    /// <param name="handle">Names the challenge.</param>
    /// <param name="credential">What the browser made.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostAsync(string? handle, string? credential, CancellationToken cancellationToken)
    {
        var answer = await signIn.RunAsync(new PasskeyAnswer(handle, credential, HttpContext), From, Now, cancellationToken);
        if (answer.Principal is not null) return await LetInAsync(answer.Principal, cancellationToken);
        ModelState.AddModelError("", Say.T(answer.Refusal));
        return Page();
    }
}
