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
using Songthang.Web.Features.Accounts.Directory;
using Songthang.Web.Features.Accounts.Sessions;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Accounts;

/// <summary>The own account: password, and where one is signed in.</summary>
[Authorize(Policy = Policies.Staff)]
[ConfirmFirst(Acts = ["End", "EndOthers", "EndAll", "Unlink"])]
[EnableRateLimiting(RateLimits.SignInPolicy)]
public sealed class AccountModel(
    AppDb db, ChangeOwnPassword changePassword, EndOneSession endOne, EndOtherSessions endOthers, EndAllSessions endAll,
    UnlinkDirectory unlink, DirectorySettings directory, DirectoryTokens tokens, TimeProvider time) : PageModel
{
    [BindProperty, DataType(DataType.Password), Needed("กรุณาระบุรหัสผ่านปัจจุบัน", "Please enter your current password")]
    public string? CurrentPassword { get; set; }

    [BindProperty, DataType(DataType.Password), Needed("กรุณาระบุรหัสผ่านใหม่", "Please enter a new password")]
    public string? NewPassword { get; set; }

    [BindProperty, DataType(DataType.Password)]
    public string? NewPasswordAgain { get; set; }

    const int MostShown = 100, FewestShown = 10;

    public SignedIn Who { get; private set; } = null!;

    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public DirectorySettings Directory => directory;

    /// <summary>With somebody of the authority's directory.</summary>
    public bool IsLinked { get; private set; }

    /// <summary>Leads to the directory for this very session.</summary>
    public string LinkAddress => Links.DirectoryStart + QueryString.Create("token", tokens.Issue(DirectoryEvents.LinkItem, SessionId));

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

    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken cancellationToken)
    {
        var by = User.ToActor();
        await unlink.RunAsync(by.OfficerId!.Value, by, time.GetUtcNow().UtcDateTime, cancellationToken);
        return LocalRedirect(Links.Account);
    }

    /// <param name="handle">Of the session that ends.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostEndAsync(string? handle, CancellationToken cancellationToken)
    {
        if (await endOne.RunAsync(handle ?? "", User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken))
            this.ShowNext("ออกจากระบบเครื่องนั้นแล้ว", "That session has ended");
        return LocalRedirect(Links.Account);
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken)
    {
        await endOthers.RunAsync(SessionId, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("ออกจากระบบเครื่องอื่นทั้งหมดแล้ว", "You are signed out everywhere else");
        return LocalRedirect(Links.Account);
    }

    async Task ReadAsync(CancellationToken cancellationToken)
    {
        var id = User.ToActor().OfficerId;
        var now = time.GetUtcNow().UtcDateTime;
        var account = await db.Users.AsNoTracking().SingleAsync(found => found.Id == id, cancellationToken);
        var hasFactor = await db.SecondFactors.AnyAsync(factor => factor.OfficerId == id, cancellationToken)
            || await db.Passkeys.AnyAsync(passkey => passkey.OfficerId == id, cancellationToken);
        Who = new SignedIn(
            account.Id, account.UserName!, account.DisplayName, account.Role, account.CrewCode, account.MustChangePassword, hasFactor, false, default, default, default);
        IsLinked = await db.UserLogins.AnyAsync(login => login.UserId == id, cancellationToken);
        var latest = await db.OfficerSessions.AsNoTracking().Where(session => session.OfficerId == id)
            .OrderByDescending(session => session.StartedAt).Take(MostShown).ToListAsync(cancellationToken);
        // Those that can still be used first: they are what somebody may want to end.
        Sessions = [.. latest.Select(session => SessionLine.Of(session, account, SessionId, now))
            .OrderByDescending(line => line.IsThis).ThenBy(line => line.IsOver).Where((line, index) => !line.IsOver || index < FewestShown)];
    }
}
