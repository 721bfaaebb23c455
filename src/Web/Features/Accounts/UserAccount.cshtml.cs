using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Features.Accounts.Directory;
using Songthang.Web.Features.Accounts.SecondFactors;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Accounts;

/// <summary>One account, for an administrator to steer.</summary>
[Authorize(Policy = Policies.Administrators)]
[ConfirmFirst]
public sealed class UserAccountModel(
    AppDb db, ChangeAccount changeAccount, UnlockAccount unlockAccount, ResetPassword resetPassword,
    RemoveSecondFactor removeFactor, UnlinkDirectory unlink, SignInTries tries, CurrentSettings settings,
    AuditLog audit, TimeProvider time) : PageModel, IShowAgain
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty, AtMost(100)]
    public string? DisplayName { get; set; }

    [BindProperty, AtMost(254)]
    public string? Email { get; set; }

    [BindProperty]
    public OfficerRole Role { get; set; }

    /// <summary>Only matters for the role of a crew.</summary>
    [BindProperty]
    public string? CrewCode { get; set; }

    public AccountLine Account { get; private set; } = null!;

    public bool HasSecondFactor { get; private set; }

    /// <summary>Whether somebody comes in by the authority's own directory.</summary>
    public bool IsLinked { get; private set; }

    public bool IsOwn => Id == User.ToActor().OfficerId;

    /// <summary>What to tell the account's owner, once.</summary>
    public (string UserName, string Password)? Initial { get; private set; }

    /// <summary>Open requests that the account sees to: they are handed over before or after it is closed.</summary>
    public int OpenWork { get; private set; }

    DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        await audit.SeeAsync(AuditAction.AccountsSeen, User.ToActor(), Now, AuditSubject.Account(Account.UserName), cancellationToken);
        (DisplayName, Email, Role, CrewCode) = (Account.DisplayName, Account.Email, Account.Role, Account.CrewCode);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        if (string.IsNullOrWhiteSpace(DisplayName))
            ModelState.AddModelError(nameof(DisplayName), Say.T("กรุณาระบุชื่อ", "Please enter the name"));
        if (!Enum.IsDefined(Role) || !CrewChoice.IsKnown(settings, CrewCode)) return BadRequest();
        if (!ModelState.IsValid) return Page();
        try
        {
            return await ChangeAsync(
                new AccountChange(Id, DisplayName!, Role, Account.IsClosed, Email ?? "", CrewCode ?? ""), cancellationToken);
        }
        catch (RuleBroken rule) when (AccountFields.Of(rule) is { } field)
        {
            ModelState.AddModelError(field, Say.T(rule.Sentence));
            return Page();
        }
    }

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) => SetClosedAsync(true, cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken) => SetClosedAsync(false, cancellationToken);

    public async Task<IActionResult> OnPostUnlockAsync(CancellationToken cancellationToken)
    {
        await unlockAccount.RunAsync(Id, User.ToActor(), Now, cancellationToken);
        return Done();
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        // The own password is changed where the current one is asked for.
        if (IsOwn) return LocalRedirect(Links.Account);
        var password = InitialPassword.Create();
        await resetPassword.RunAsync(
            new PasswordReset(Account.UserName, password, MustChangePassword: true), User.ToActor(), Now, cancellationToken);
        Initial = (Account.UserName, password);
        return Page();
    }

    /// <summary>For somebody who lost phone and paper; the own one is seen to on the own page.</summary>
    public async Task<IActionResult> OnPostResetFactorAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        if (IsOwn) return LocalRedirect(Links.SecondFactor);
        await removeFactor.RunAsync(new FactorRemoval(Account.UserName, Session: null), User.ToActor(), Now, cancellationToken);
        return Done();
    }

    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        if (IsOwn) return LocalRedirect(Links.Account);
        await unlink.RunAsync(Id, User.ToActor(), Now, cancellationToken);
        return Done();
    }

    public Task ShowAgainAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    async Task<IActionResult> SetClosedAsync(bool isClosed, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        (DisplayName, Role, CrewCode) = (Account.DisplayName, Account.Role, Account.CrewCode);
        return await ChangeAsync(new AccountChange(Id, Account.DisplayName, Account.Role, isClosed, Account.CrewCode), cancellationToken);
    }

    async Task<IActionResult> ChangeAsync(AccountChange change, CancellationToken cancellationToken)
    {
        await changeAccount.RunAsync(change, User.ToActor(), Now, cancellationToken);
        return Done();
    }

    LocalRedirectResult Done()
    {
        this.ShowNext("บันทึกแล้ว", "Saved");
        return LocalRedirect($"{Links.Users}/{Id}");
    }

    async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == Id, cancellationToken);
        if (account is null) return false;
        Account = AccountLine.Of(account, await tries.RestingAsync([account.UserName!], Now, cancellationToken));
        HasSecondFactor = await db.SecondFactors.AnyAsync(factor => factor.OfficerId == Id, cancellationToken)
            || await db.Passkeys.AnyAsync(passkey => passkey.OfficerId == Id, cancellationToken);
        IsLinked = await db.UserLogins.AnyAsync(login => login.UserId == Id, cancellationToken);
        OpenWork = await db.OpenWorkOf(Id).CountAsync(cancellationToken);
        return true;
    }
}
