using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Features.Accounts.SecondFactors;

namespace Songthang.Web.Features.Accounts.Confirming;

/// <param name="Typed">A code where the account has a second factor, else the password.</param>
/// <param name="Session">Id of the session that goes on.</param>
/// <param name="From">Whose browser it is.</param>
public sealed record Confirmation(string Typed, string Session, SignInFrom From);

/// <summary>Somebody who is signed in shows again who it is. What is wrong counts like a wrong sign-in.</summary>
public sealed class ConfirmIdentity(
    AppDb db, IPasswordHasher<OfficerAccount> hasher, SignInTries tries, SecondFactorProof secondFactor, ConfirmedIdentity confirmed, AuditLog audit,
    ILogger<ConfirmIdentity> log)
{
    public async Task<bool> RunAsync(Confirmation input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(found => found.Id == by.OfficerId, cancellationToken);
        var tried = await tries.CountAsync(account.UserName!, account, input.From, now, cancellationToken);
        if (!tried.IsAllowed || !await IsRightAsync(account, input.Typed, by, now, cancellationToken))
        {
            log.LogWarning("Identity not confirmed: account {AccountId}", account.Id);
            await tries.KeepAsync(tried, now, cancellationToken);
            await audit.WriteAsync(AuditAction.SignInFailed, Actor.System, now, AuditSubject.Account(account.UserName), "confirming", cancellationToken);
            return false;
        }
        await tries.TakeBackAsync(tried, cancellationToken);
        await confirmed.KeepAsync(input.Session, by, now, cancellationToken);
        return true;
    }

    async Task<bool> IsRightAsync(OfficerAccount account, string typed, Actor by, DateTime now, CancellationToken cancellationToken) =>
        await secondFactor.IsAskedForAsync(account.Id, cancellationToken)
            ? await secondFactor.UseAsync(by, typed, now, cancellationToken)
            : typed.Length <= 4 * PasswordRules.Longest
                && hasher.VerifyHashedPassword(account, account.PasswordHash ?? "", typed) != PasswordVerificationResult.Failed;
}
