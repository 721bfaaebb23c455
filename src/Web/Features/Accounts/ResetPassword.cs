using Microsoft.AspNetCore.Identity;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <param name="UserName">Whose password.</param>
/// <param name="Password">The new one.</param>
/// <param name="MustChangePassword">Whether the owner must choose another at the next sign-in.</param>
public sealed record PasswordReset(string UserName, string Password, bool MustChangePassword);

/// <summary>Somebody who forgot the password gets a new one; all sessions end, and the account rests no longer.</summary>
public sealed class ResetPassword(
    UserManager<OfficerAccount> users, IPasswordHasher<OfficerAccount> hasher, KnownSessions sessions, SignInTries tries, Startup startup,
    AuditLog audit, ILogger<ResetPassword> log)
{
    /// <exception cref="RuleBroken">There is no such account, or the password is unfit.</exception>
    public async Task RunAsync(PasswordReset input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await users.FindByNameAsync(UserNames.Clean(input.UserName)) ?? throw AccountRules.Unknown();
        AccountRules.DemandFit(input.Password, account, startup);
        account.PasswordHash = hasher.HashPassword(account, input.Password);
        account.MustChangePassword = input.MustChangePassword;
        account.InitialPasswordUntil = input.MustChangePassword ? now + InitialPassword.Lasts : null;
        audit.Add(AuditAction.PasswordReset, by, now, AuditSubject.Account(account.UserName));
        cancellationToken.ThrowIfCancellationRequested();
        (await users.UpdateSecurityStampAsync(account)).Demand();
        await tries.ForgetAllAsync(account.UserName!, cancellationToken);
        sessions.Forget();
        log.LogInformation("Password reset: account {AccountId} by {By}", account.Id, by.OfficerId);
    }
}
