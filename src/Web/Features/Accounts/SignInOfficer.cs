using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Features.Accounts.SecondFactors;

namespace Songthang.Web.Features.Accounts;

/// <param name="UserName">As typed.</param>
/// <param name="Password">As typed.</param>
/// <param name="From">Whose browser it is.</param>
public sealed record SignInTry(string UserName, string Password, SignInFrom From);

/// <param name="Principal">Who is signed in now; null when refused, or when a code is asked for.</param>
/// <param name="Refusal">What the person is told; the same whether or not the account exists, is locked or closed.</param>
/// <param name="Ticket">The password was right and a code is asked for: what the form with the code brings back; otherwise null.</param>
public sealed record SignInAnswer(ClaimsPrincipal? Principal, Phrase Refusal, string? Ticket = null);

/// <summary>
/// Somebody gives a user name and a password. Whoever tries learns neither from the words nor from the time taken which accounts exist,
/// and only with the right password whether a code is asked for.
/// </summary>
public sealed class SignInOfficer(
    AppDb db, IPasswordHasher<OfficerAccount> hasher, ILookupNormalizer normalizer, SignInTries tries, SecondFactorProof secondFactor,
    SignInTickets tickets, StartSession startSession, Startup startup, AuditLog audit, ILogger<SignInOfficer> log)
{
    const int LongestTried = 4 * PasswordRules.Longest;

    static readonly Phrase Wrong = new(
        "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง หากใส่ผิด 5 ครั้งติดต่อกัน บัญชีจะพักการเข้าสู่ระบบ 15 นาที",
        "The user name or the password is wrong. After 5 wrong tries in a row an account rests for 15 minutes.");

    public async Task<SignInAnswer> RunAsync(SignInTry input, DateTime now, CancellationToken cancellationToken)
    {
        if (!startup.IsDemo && PasswordRules.IsDemoPassword(input.Password))
        {
            log.LogWarning("Sign-in refused: the demo's password was tried");
            return new SignInAnswer(null, PasswordRules.DemoOnly);
        }

        var account = await FindAsync(input, cancellationToken);
        if (account is null)
        {
            SpendTheTime(input);
            log.LogWarning("Sign-in failed: no such account");
            // What was typed is not kept: it may be a password in the wrong field.
            await audit.SeeAsync(AuditAction.SignInFailed, Actor.System, now, AuditSubject.None, cancellationToken);
            return new SignInAnswer(null, Wrong);
        }

        if (!await tries.MayTryAsync(account, now, cancellationToken))
        {
            SpendTheTime(input);
            log.LogWarning("Sign-in failed: account {AccountId} is locked", account.Id);
            await audit.SeeAsync(AuditAction.SignInFailed, Actor.System, now, AuditSubject.Account(account.UserName), cancellationToken);
            return new SignInAnswer(null, Wrong);
        }

        var verified = hasher.VerifyHashedPassword(account, account.PasswordHash ?? "", input.Password);
        if (verified == PasswordVerificationResult.Failed || account.IsClosed)
        {
            log.LogWarning("Sign-in failed: account {AccountId}, {Reason}", account.Id, account.IsClosed ? "closed" : "wrong password");
            await tries.LockWhenTooOftenAsync(account.Id, now, cancellationToken);
            await audit.WriteAsync(AuditAction.SignInFailed, Actor.System, now, AuditSubject.Account(account.UserName),
                account.IsClosed ? "closed" : "wrong password", cancellationToken);
            return new SignInAnswer(null, Wrong);
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
            await StoreHashAsync(account, hasher.HashPassword(account, input.Password), cancellationToken);
        return await GoOnAsync(account, input.From, now, cancellationToken);
    }

    async Task<SignInAnswer> GoOnAsync(OfficerAccount account, SignInFrom from, DateTime now, CancellationToken cancellationToken)
    {
        if (await secondFactor.ExistsAsync(account.Id, cancellationToken))
        {
            await tries.TakeBackAsync(account.Id, cancellationToken);
            return new SignInAnswer(null, default, tickets.Issue(account, now));
        }
        var principal = await startSession.RunAsync(account, from, now, cancellationToken);
        return new SignInAnswer(principal, principal is null ? Wrong : default);
    }

    async Task<OfficerAccount?> FindAsync(SignInTry input, CancellationToken cancellationToken)
    {
        var name = UserNames.Clean(input.UserName);
        if (!UserNames.IsFit(name) || input.Password.Length > LongestTried) return null;
        var normal = normalizer.NormalizeName(name);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.NormalizedUserName == normal, cancellationToken);
    }

    Task<int> StoreHashAsync(OfficerAccount account, string hash, CancellationToken cancellationToken) => db.Users
        .Where(found => found.Id == account.Id && found.PasswordHash == account.PasswordHash)
        .ExecuteUpdateAsync(set => set.SetProperty(found => found.PasswordHash, hash), cancellationToken);

    void SpendTheTime(SignInTry input) =>
        hasher.HashPassword(new OfficerAccount(), input.Password.Length > LongestTried ? "" : input.Password);
}
