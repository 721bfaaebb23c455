using System.ComponentModel.DataAnnotations;
using System.Net.Mime;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Accounts.Directory;
using Songthang.Web.Features.Accounts.Passkeys;
using Songthang.Web.Features.Accounts.SecondFactors;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Accounts.Confirming;

/// <summary>Asks somebody who is signed in once more, and leads to where the person was going. Also shown in place of a form that came too late for it.</summary>
[Authorize(Policy = Policies.Staff)]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class ConfirmModel(ConfirmIdentity confirm, ConfirmedIdentity confirmed, SecondFactorProof secondFactor, PasskeyProof passkeys, DirectorySettings directory, DirectoryTokens tokens,
    KeptForms keptForms, KnownDevices devices, TimeProvider time) : PageModel, ITypedCode
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What is returned to is a file.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public bool IsFile { get; set; }

    [BindProperty, DataType(DataType.Password)]
    public string? Password { get; set; }

    [BindProperty, AtMost(20)]
    public string? Code { get; set; }

    [BindProperty, AtMost(40)]
    public string? RecoveryCode { get; set; }

    /// <summary>The form that came too late, encrypted.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    public KeptForm? SendAgain { get; private set; }

    /// <summary>The form was too large to be kept, so it is in the browser only.</summary>
    public bool IsTooLargeToKeep { get; private set; }

    public bool AsksForCode { get; private set; }

    /// <summary>A passkey does as well; where there is no app it is the only way.</summary>
    public bool HasPasskey { get; private set; }

    /// <summary>Whom the directory let in may ask it again; a form that waits needs a way that keeps it.</summary>
    public string? DirectoryAddress => directory.IsOn && !IsFile && Kept is null && User.HasClaim(claim => claim.Type == Session.DirectoryClaim)
        ? Links.DirectoryStart + QueryString.Create("returnUrl", ReturnUrl ?? "").Add("token", tokens.Issue(DirectoryEvents.ConfirmItem, User.FindFirstValue(Session.IdClaim)!))
        : null;

    public bool IsDone { get; private set; }

    DateTime Now => time.GetUtcNow().UtcDateTime;

    // Otherwise it would be taken for what answers a method PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = User.ToActor().OfficerId!.Value;
        AsksForCode = await secondFactor.ExistsAsync(id, HttpContext.RequestAborted);
        HasPasskey = await passkeys.ExistsAsync(id, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
        if (HttpContext.Features.Get<LateForm>() is not { } late) return;
        Kept = late.Form is null ? null : keptForms.Protect(late.Form);
        IsTooLargeToKeep = late.Form is null;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (field, typed) = !AsksForCode ? (nameof(Password), Password)
            : string.IsNullOrWhiteSpace(Code) && !string.IsNullOrWhiteSpace(RecoveryCode) ? (nameof(RecoveryCode), RecoveryCode) : (nameof(Code), Code);
        if (string.IsNullOrEmpty(typed))
            ModelState.AddModelError(field, AsksForCode ? Say.T("กรุณาใส่รหัส", "Please enter the code") : Say.T("กรุณาระบุรหัสผ่าน", "Please enter your password"));
        if (!ModelState.IsValid) return Page();
        if (!await confirm.RunAsync(new Confirmation(typed!, User.FindFirstValue(Session.IdClaim)!, devices.From(HttpContext)), User.ToActor(), Now, cancellationToken))
        {
            ModelState.AddModelError(field, AsksForCode
                ? Say.T("รหัสไม่ถูกต้องหรือใช้ไปแล้ว หากใส่ผิด 5 ครั้งติดต่อกัน ต้องรอ 15 นาที", "The code is wrong or was used. After 5 wrong tries in a row you must wait for 15 minutes.")
                : Say.T("รหัสผ่านไม่ถูกต้อง หากใส่ผิด 5 ครั้งติดต่อกัน ต้องรอ 15 นาที", "The password is wrong. After 5 wrong tries in a row you must wait for 15 minutes."));
            return Page();
        }
        return GoOn();
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) => Content(
        await passkeys.AskAsync(PasskeyPurpose.Confirm, User.ToActor().OfficerId, HttpContext, Now, cancellationToken), MediaTypeNames.Application.Json);

    /// <param name="handle">Names the challenge.</param>
    /// <param name="credential">What the browser made.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostPasskeyAsync(string? handle, string? credential, CancellationToken cancellationToken)
    {
        if (await passkeys.UseAsync(PasskeyPurpose.Confirm, User.ToActor().OfficerId, new PasskeyAnswer(handle, credential, HttpContext), Now, cancellationToken) is null)
        {
            ModelState.AddModelError("", Say.T("พาสคีย์นี้ใช้ไม่ได้ กรุณาลองอีกครั้ง", "This passkey does not work here. Please try again."));
            return Page();
        }
        await confirmed.KeepAsync(User.FindFirstValue(Session.IdClaim)!, User.ToActor(), Now, cancellationToken);
        return GoOn();
    }

    IActionResult GoOn()
    {
        SendAgain = keptForms.Unprotect(Kept, Now);
        if (!Links.IsLocal(ReturnUrl)) ReturnUrl = Links.Account;
        IsDone = SendAgain is null && IsFile;
        return SendAgain is not null || IsDone ? Page() : LocalRedirect(ReturnUrl!);
    }
}
