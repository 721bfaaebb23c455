using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts.SecondFactors;

/// <param name="UserName">Whose second factor.</param>
/// <param name="Session">Id of the owner's own session that stays; null when somebody else takes it away: then all end.</param>
public sealed record FactorRemoval(string UserName, string? Session);

/// <summary>
/// Takes an account's second factor away (by others than its owner, its passkeys too): its owner, where none is demanded, or an administrator for somebody who lost phone and paper.
/// The owner is told by mail.
/// </summary>
public sealed class RemoveSecondFactor(
    AppDb db, UserManager<OfficerAccount> users, KnownSessions sessions, SecondFactorRule rule, AuditLog audit, FactorNews news,
    ILogger<RemoveSecondFactor> log)
{
    /// <returns>Whether there was one.</returns>
    /// <exception cref="RuleBroken">There is no such account, or its owner must have one.</exception>
    public async Task<bool> RunAsync(FactorRemoval input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await users.FindByNameAsync(UserNames.Clean(input.UserName)) ?? throw AccountRules.Unknown();
        var isOwn = account.Id == by.OfficerId;
        if (isOwn && rule.IsDemandedOf(account.Role) && !await db.Passkeys.AnyAsync(passkey => passkey.OfficerId == account.Id, cancellationToken))
        {
            throw new RuleBroken("account.factor-demanded", new Phrase(
                "บัญชีของท่านต้องใช้การยืนยันสองขั้น เปลี่ยนโทรศัพท์ได้ แต่เลิกใช้ไม่ได้",
                "Your account must have a second factor: you can change the phone, but not do without."));
        }
        await using var writing = await db.BeginAsync(cancellationToken);
        await db.RecoveryCodes.Where(code => code.OfficerId == account.Id).ExecuteDeleteAsync(cancellationToken);
        var removed = await db.SecondFactors.Where(factor => factor.OfficerId == account.Id).ExecuteDeleteAsync(cancellationToken);
        // Who lost the phone lost its passkeys too; the owner takes them away one by one.
        if (!isOwn) removed += await db.Passkeys.Where(passkey => passkey.OfficerId == account.Id).ExecuteDeleteAsync(cancellationToken);
        if (removed == 0) return false;
        audit.Add(isOwn ? AuditAction.SecondFactorRemoved : AuditAction.SecondFactorReset, by, now,
            isOwn ? AuditSubject.None : AuditSubject.Account(account.UserName));
        news.Add(account, isOwn ? FactorNews.Removed : FactorNews.Reset, now);
        (await users.UpdateSecurityStampAsync(account)).Demand();
        if (isOwn)
        {
            await db.OfficerSessions.Where(session => session.Id == input.Session && session.OfficerId == account.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecurityStamp, account.SecurityStamp!), cancellationToken);
        }
        await writing.CommitAsync(cancellationToken);
        sessions.Forget();
        log.LogInformation("Second factor taken away: account {AccountId} by {By}", account.Id, by.OfficerId);
        return true;
    }
}
