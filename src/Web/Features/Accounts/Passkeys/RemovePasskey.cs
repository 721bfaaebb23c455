using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Features.Accounts.SecondFactors;

namespace Songthang.Web.Features.Accounts.Passkeys;

/// <param name="Id">Which passkey of the own account.</param>
/// <param name="Session">Id of the session that stays; all others end.</param>
public sealed record PasskeyRemoval(int Id, string Session);

/// <summary>An officer takes a passkey of the own account away, of a device that was lost or given on; whoever else was signed in is signed out.</summary>
public sealed class RemovePasskey(
    AppDb db, UserManager<OfficerAccount> users, KnownSessions sessions, SecondFactorRule rule, AuditLog audit, FactorNews news, ILogger<RemovePasskey> log)
{
    /// <returns>Whether there was one.</returns>
    /// <exception cref="RuleBroken">It is all that the account has besides the password, and it must have something.</exception>
    public async Task<bool> RunAsync(PasskeyRemoval input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await users.FindAsync(by.OfficerId!.Value);
        await using var writing = await db.BeginAsync(cancellationToken);
        if (await db.Passkeys.Where(passkey => passkey.Id == input.Id && passkey.OfficerId == account.Id).ExecuteDeleteAsync(cancellationToken) == 0) return false;
        if (rule.IsDemandedOf(account.Role)
            && !await db.Passkeys.AnyAsync(passkey => passkey.OfficerId == account.Id, cancellationToken)
            && !await db.SecondFactors.AnyAsync(factor => factor.OfficerId == account.Id, cancellationToken))
        {
            throw new RuleBroken("account.factor-demanded", new Phrase(
                "บัญชีของท่านต้องใช้การยืนยันสองขั้น กรุณาเพิ่มพาสคีย์อื่นหรือตั้งแอปยืนยันตัวตนก่อน",
                "Your account must have a second factor. Please add another passkey or set up an app first."));
        }

        audit.Add(AuditAction.PasskeyRemoved, by, now, AuditSubject.None);
        news.Add(account, FactorNews.PasskeyRemoved, now);
        (await users.UpdateSecurityStampAsync(account)).Demand();
        await db.OfficerSessions.Where(session => session.Id == input.Session && session.OfficerId == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecurityStamp, account.SecurityStamp!), cancellationToken);
        await writing.CommitAsync(cancellationToken);
        sessions.Forget();
        log.LogInformation("Passkey taken away: account {AccountId}", account.Id);
        return true;
    }
}
