using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <param name="Current">The password until now.</param>
/// <param name="Chosen">The new one.</param>
/// <param name="Session">Id of the session that stays; all others end.</param>
public sealed record PasswordChange(string Current, string Chosen, string Session);

/// <summary>An officer chooses another password; whoever else was signed in with the old one is signed out.</summary>
public sealed class ChangeOwnPassword(
    AppDb db, UserManager<OfficerAccount> users, KnownSessions sessions, Startup startup, AuditLog audit,
    ILogger<ChangeOwnPassword> log)
{
    /// <exception cref="RuleBroken">The current password is wrong or the new one unfit.</exception>
    public async Task RunAsync(PasswordChange input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await users.FindAsync(by.OfficerId!.Value);
        if (input.Current.Length > 4 * PasswordRules.Longest || !await users.CheckPasswordAsync(account, input.Current))
        {
            log.LogWarning("Password not changed: account {AccountId}, wrong current password", account.Id);
            throw new RuleBroken(AccountRules.CurrentPasswordWrong, new Phrase("รหัสผ่านปัจจุบันไม่ถูกต้อง", "The current password is wrong."));
        }
        AccountRules.DemandFit(input.Chosen, account, startup);
        if (await users.CheckPasswordAsync(account, input.Chosen))
            throw new RuleBroken(AccountRules.PasswordUnfit, new Phrase("รหัสผ่านใหม่ต้องไม่ซ้ำกับรหัสผ่านปัจจุบัน", "The new password must differ from the current one."));

        audit.Add(AuditAction.PasswordChanged, by, now, AuditSubject.None);
        account.MustChangePassword = false;
        account.InitialPasswordUntil = null;
        (await users.ChangePasswordAsync(account, input.Current, input.Chosen)).Demand();
        await db.OfficerSessions.Where(session => session.Id == input.Session && session.OfficerId == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecurityStamp, account.SecurityStamp!), cancellationToken);
        sessions.Forget();
        log.LogInformation("Password changed: account {AccountId}", account.Id);
    }
}
