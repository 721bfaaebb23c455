using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
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

namespace Songthang.Web.Features.Accounts;

/// <summary>A sign-in, for its owner to recognise: whether it is the one that asks, or can be used no longer.</summary>
public sealed record SessionLine(DateTime StartedAt, string Address, string Browser, bool IsThis, bool IsOver);

/// <summary>The own account: password, and where one is signed in.</summary>
[Authorize(Policy = Policies.Staff)]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class AccountModel(AppDb db, ChangeOwnPassword changePassword, EndAllSessions endAll, TimeProvider time) : PageModel
{
    [BindProperty, DataType(DataType.Password), Needed("กรุณาระบุรหัสผ่านปัจจุบัน", "Please enter your current password")]
    public string? CurrentPassword { get; set; }

    [BindProperty, DataType(DataType.Password), Needed("กรุณาระบุรหัสผ่านใหม่", "Please enter a new password")]
    public string? NewPassword { get; set; }

    [BindProperty, DataType(DataType.Password)]
    public string? NewPasswordAgain { get; set; }

    public SignedIn Who { get; private set; } = null!;

    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public string PasswordHint => Say.T(PasswordRules.Hint);

    string SessionId => User.FindFirstValue(Session.IdClaim)!;

    // Otherwise it would be taken for what answers a method PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await ReadAsync(HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewPassword != NewPasswordAgain && !string.IsNullOrEmpty(NewPassword))
            ModelState.AddModelError(nameof(NewPasswordAgain), Say.T("รหัสผ่านใหม่ทั้งสองช่องไม่ตรงกัน", "The two new passwords differ"));
        if (!ModelState.IsValid) return Page();
        try
        {
            await changePassword.RunAsync(
                new PasswordChange(CurrentPassword!, NewPassword!, SessionId), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        }
        catch (RuleBroken rule) when (rule.Code is AccountRules.CurrentPasswordWrong or AccountRules.PasswordUnfit)
        {
            ModelState.AddModelError(
                rule.Code == AccountRules.PasswordUnfit ? nameof(NewPassword) : nameof(CurrentPassword), Say.T(rule.Sentence));
            return Page();
        }
        this.ShowNext("เปลี่ยนรหัสผ่านแล้ว และออกจากระบบในเครื่องอื่นทั้งหมด", "The password is changed, and you are signed out everywhere else");
        return LocalRedirect(Links.Account);
    }

    public async Task<IActionResult> OnPostEndAllAsync(CancellationToken cancellationToken)
    {
        await endAll.RunAsync(User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        await HttpContext.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        this.ShowNext("ท่านออกจากระบบทุกเครื่องแล้ว", "You are signed out everywhere");
        return LocalRedirect(Links.SignIn);
    }

    async Task ReadAsync(CancellationToken cancellationToken)
    {
        var id = User.ToActor().OfficerId;
        var oldest = time.GetUtcNow().UtcDateTime - Session.Longest;
        var account = await db.Users.AsNoTracking().SingleAsync(found => found.Id == id, cancellationToken);
        Who = new SignedIn(account.Id, account.UserName!, account.DisplayName, account.Role, account.CrewCode, account.MustChangePassword, default);
        Sessions = await db.OfficerSessions.AsNoTracking().Where(session => session.OfficerId == id)
            .OrderByDescending(session => session.StartedAt).Take(10)
            .Select(session => new SessionLine(
                session.StartedAt, session.Address, session.Browser, session.Id == SessionId,
                session.EndedAt != null || session.StartedAt < oldest || session.SecurityStamp != account.SecurityStamp))
            .ToListAsync(cancellationToken);
    }
}
