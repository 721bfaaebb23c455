using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Accounts.SecondFactors;

/// <summary>The own second factor: set up, changed to another phone, new recovery codes, taken away.</summary>
[Authorize(Policy = Policies.Staff)]
[ConfirmFirst]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class SecondFactorModel(
    AppDb db, SetSecondFactor setFactor, CreateRecoveryCodes createCodes, RemoveSecondFactor removeFactor, FactorSecrets secrets,
    SecondFactorRule rule, TimeProvider time) : PageModel
{
    /// <summary>Under which the app lists the account: short and Latin, so that the QR code stays coarse enough for any camera.</summary>
    const string AppName = "Songthang";

    /// <summary>The app is to be put on another phone.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Replace { get; set; }

    /// <summary>What the app shows, as proof that it has the secret.</summary>
    [BindProperty, AtMost(20)]
    public string? Code { get; set; }

    /// <summary>The secret that the page showed, encrypted.</summary>
    [BindProperty]
    public string? Offer { get; set; }

    /// <summary>The one that is set up; null for none.</summary>
    public SecondFactor? Factor { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Codes that were just made, to be shown once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    /// <summary>A passkey does as well.</summary>
    public bool HasPasskey { get; private set; }

    /// <summary>The account must have one.</summary>
    public bool IsDemanded { get; private set; }

    /// <summary>The secret as it is typed into an app, and as an app reads it.</summary>
    public (string Written, string Address) Secret { get; private set; }

    int Id => User.ToActor().OfficerId!.Value;

    string UserName => User.Identity!.Name!;

    string SessionId => User.FindFirstValue(Session.IdClaim)!;

    DateTime Now => time.GetUtcNow().UtcDateTime;

    // Otherwise it would be taken for what answers a method PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await ReadAsync(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
        if (Factor is null || Replace) Show(FactorSecrets.New());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (secrets.Taken(Offer, Id) is not { } secret)
        {
            this.ShowNext("หน้านี้เปิดทิ้งไว้นานเกินไป กรุณาสแกนใหม่", "This page was open for too long. Please scan again");
            return LocalRedirect(Links.SecondFactor + (Factor is null ? "" : "?replace=true"));
        }
        try
        {
            if (ModelState.IsValid)
                NewCodes = await setFactor.RunAsync(new FactorChoice(secret, Typed, SessionId), User.ToActor(), Now, cancellationToken);
        }
        catch (RuleBroken broken) when (broken.Code == SetSecondFactor.CodeWrong)
        {
            ModelState.AddModelError(nameof(Code), Say.T(broken.Sentence));
        }
        if (NewCodes.Count == 0) Show(secret);
        return Page();
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken)
    {
        NewCodes = await createCodes.RunAsync(User.ToActor(), Now, cancellationToken);
        return NewCodes.Count > 0 ? Page() : LocalRedirect(Links.SecondFactor);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        await removeFactor.RunAsync(new FactorRemoval(UserName, SessionId), User.ToActor(), Now, cancellationToken);
        this.ShowNext("เลิกใช้การยืนยันสองขั้นแล้ว", "The second factor is taken away");
        return LocalRedirect(Links.Account);
    }

    string Typed => string.Concat((Code ?? "").Where(char.IsDigit).Select(sign => (int)char.GetNumericValue(sign)));

    void Show(byte[] secret)
    {
        Offer = secrets.Offer(secret, Id);
        Secret = (OneTimeCode.Written(secret), OneTimeCode.Address(secret, AppName, UserName));
    }

    async Task ReadAsync(CancellationToken cancellationToken)
    {
        var role = await db.Users.Where(account => account.Id == Id).Select(account => account.Role).SingleAsync(cancellationToken);
        HasPasskey = await db.Passkeys.AnyAsync(passkey => passkey.OfficerId == Id, cancellationToken);
        IsDemanded = rule.IsDemandedOf(role) && !HasPasskey;
        Factor = await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(factor => factor.OfficerId == Id, cancellationToken);
        CodesLeft = await db.RecoveryCodes.CountAsync(code => code.OfficerId == Id, cancellationToken);
    }
}
