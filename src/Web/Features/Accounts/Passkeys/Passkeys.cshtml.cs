using System.Net.Mime;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Accounts.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
public sealed record PasskeyLine(int Id, string Name, DateTime CreatedAt, DateTime? UsedAt, bool IsBackedUp);

/// <summary>The passkeys of the own account: added, named, taken away.</summary>
[Authorize(Policy = Policies.Staff)]
[ConfirmFirst]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class PasskeysModel(AppDb db, NewPasskeys asking, AddPasskey add, RemovePasskey remove, TimeProvider time) : PageModel, IShowAgain
{
    [BindProperty, AtMost(100)]
    public string? Name { get; set; }

    public IReadOnlyList<PasskeyLine> Passkeys { get; private set; } = [];

    DateTime Now => time.GetUtcNow().UtcDateTime;

    string SessionId => User.FindFirstValue(Session.IdClaim)!;

    // Otherwise it would be taken for what answers a method PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await ShowAgainAsync(HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) =>
        Content(await asking.AskAsync(User.ToActor(), HttpContext, Now, cancellationToken), MediaTypeNames.Application.Json);

    /// <param name="handle">Names the challenge.</param>
    /// <param name="credential">What the browser made.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostAddAsync(string? handle, string? credential, CancellationToken cancellationToken)
    {
        try
        {
            if (!ModelState.IsValid) return Page();
            await add.RunAsync(new NewPasskey(Name, new PasskeyAnswer(handle, credential, HttpContext), SessionId), User.ToActor(), Now, cancellationToken);
        }
        catch (RuleBroken rule) when (rule.Code == "account.passkey-refused")
        {
            ModelState.AddModelError("", Say.T(rule.Sentence));
            return Page();
        }
        this.ShowNext("เพิ่มพาสคีย์แล้ว ครั้งต่อไปกด “ใช้พาสคีย์” ที่หน้าเข้าสู่ระบบได้เลย", "The passkey is added. Next time press “Use a passkey” at the sign-in");
        return LocalRedirect(Links.Passkeys);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancellationToken)
    {
        if (await remove.RunAsync(new PasskeyRemoval(id, SessionId), User.ToActor(), Now, cancellationToken))
            this.ShowNext("ลบพาสคีย์แล้ว และออกจากระบบในเครื่องอื่นทั้งหมด", "The passkey is taken away, and you are signed out everywhere else");
        return LocalRedirect(Links.Passkeys);
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        var id = User.ToActor().OfficerId;
        Passkeys = await db.Passkeys.Where(passkey => passkey.OfficerId == id).OrderBy(passkey => passkey.Id)
            .Select(passkey => new PasskeyLine(passkey.Id, passkey.Name, passkey.CreatedAt, passkey.UsedAt, passkey.IsBackedUp)).ToListAsync(cancellationToken);
    }
}
