using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Features.Accounts.SecondFactors;

namespace Songthang.Web.Features.Accounts.Confirming;

/// <param name="Typed">A code where the account has a second factor, else the password.</param>
/// <param name="Session">Id of the session that goes on.</param>
public sealed record Confirmation(string Typed, string Session);

/// <summary>Somebody who is signed in shows again who it is. What is wrong counts like a wrong sign-in.</summary>
public sealed class ConfirmIdentity(
    AppDb db, IPasswordHasher<OfficerAccount> hasher, SignInTries tries, SecondFactorProof secondFactor, KnownSessions sessions, AuditLog audit,
    ILogger<ConfirmIdentity> log)
{
    public async Task<bool> RunAsync(Confirmation input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(found => found.Id == by.OfficerId, cancellationToken);
        if (!await tries.MayTryAsync(account, now, cancellationToken)) return false;
        if (!await IsRightAsync(account, input.Typed, by, now, cancellationToken))
        {
            log.LogWarning("Identity not confirmed: account {AccountId}", account.Id);
            await tries.LockWhenTooOftenAsync(account.Id, now, cancellationToken);
            await audit.WriteAsync(AuditAction.SignInFailed, Actor.System, now, AuditSubject.Account(account.UserName), "confirming", cancellationToken);
            return false;
        }
        await tries.TakeBackAsync(account.Id, cancellationToken);
        await db.OfficerSessions.Where(session => session.Id == input.Session && session.OfficerId == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.ConfirmedAt, now), cancellationToken);
        sessions.Forget();
        await audit.WriteAsync(AuditAction.IdentityConfirmed, by, now, AuditSubject.None, "", cancellationToken);
        return true;
    }

    async Task<bool> IsRightAsync(OfficerAccount account, string typed, Actor by, DateTime now, CancellationToken cancellationToken) =>
        await secondFactor.ExistsAsync(account.Id, cancellationToken)
            ? await secondFactor.UseAsync(by, typed, now, cancellationToken)
            : typed.Length <= 4 * PasswordRules.Longest
                && hasher.VerifyHashedPassword(account, account.PasswordHash ?? "", typed) != PasswordVerificationResult.Failed;
}
