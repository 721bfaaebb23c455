using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <param name="UserName">As typed.</param>
/// <param name="Password">As typed.</param>
/// <param name="Address">Network address of the browser.</param>
/// <param name="Browser">What the browser calls itself.</param>
public sealed record SignInTry(string UserName, string Password, string Address, string Browser);

/// <param name="Principal">Who is signed in now; null when refused.</param>
/// <param name="Refusal">What the person is told; the same whether or not the account exists, is locked or closed.</param>
public sealed record SignInAnswer(ClaimsPrincipal? Principal, Phrase Refusal);

/// <summary>
/// Somebody gives a user name and a password. After five wrong ones in a row the account rests for a quarter of an
/// hour. Whoever tries learns neither from the words nor from the time taken which accounts exist.
/// </summary>
public sealed class SignInOfficer(
    AppDb db, IPasswordHasher<OfficerAccount> hasher, ILookupNormalizer normalizer, KnownSessions sessions, Startup startup,
    AuditLog audit, ILogger<SignInOfficer> log)
{
    const int MostFailures = 5;
    const int LongestTried = 4 * PasswordRules.Longest;
    static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

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

        if (!await MayTryAsync(account, now, cancellationToken))
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
            await LockWhenTooOftenAsync(account.Id, now, cancellationToken);
            await audit.WriteAsync(AuditAction.SignInFailed, Actor.System, now, AuditSubject.Account(account.UserName),
                account.IsClosed ? "closed" : "wrong password", cancellationToken);
            return new SignInAnswer(null, Wrong);
        }

        var session = await StartAsync(account, input, now, cancellationToken);
        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
            await StoreHashAsync(account, hasher.HashPassword(account, input.Password), cancellationToken);
        log.LogInformation("Signed in: account {AccountId}", account.Id);
        var who = await sessions.FindAsync(session, db, cancellationToken);
        // Nobody, when the account was closed in this very moment.
        return who is null ? new SignInAnswer(null, Wrong) : new SignInAnswer(Session.PrincipalOf(session, who), default);
    }

    async Task<OfficerAccount?> FindAsync(SignInTry input, CancellationToken cancellationToken)
    {
        var name = UserNames.Clean(input.UserName);
        if (!UserNames.IsFit(name) || input.Password.Length > LongestTried) return null;
        var normal = normalizer.NormalizeName(name);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.NormalizedUserName == normal, cancellationToken);
    }

    /// <summary>Each try is counted before the password is looked at, so that many at once cannot slip through.</summary>
    async Task<bool> MayTryAsync(OfficerAccount account, DateTime now, CancellationToken cancellationToken)
    {
        if (account.LockoutEnd > new DateTimeOffset(now)) return false;
        if (await db.Users.Where(found => found.Id == account.Id && found.AccessFailedCount < MostFailures).ExecuteUpdateAsync(
            set => set.SetProperty(found => found.AccessFailedCount, found => found.AccessFailedCount + 1), cancellationToken) == 1)
        {
            return true;
        }
        await LockWhenTooOftenAsync(account.Id, now, cancellationToken);
        return false;
    }

    Task<int> LockWhenTooOftenAsync(int accountId, DateTime now, CancellationToken cancellationToken) => db.Users
        .Where(found => found.Id == accountId && found.AccessFailedCount >= MostFailures)
        .ExecuteUpdateAsync(
            set => set.SetProperty(found => found.AccessFailedCount, 0)
                .SetProperty(found => found.LockoutEnd, new DateTimeOffset(now + LockedFor)),
            cancellationToken);

    async Task<string> StartAsync(OfficerAccount account, SignInTry input, DateTime now, CancellationToken cancellationToken)
    {
        await db.Users.Where(found => found.Id == account.Id).ExecuteUpdateAsync(
            set => set.SetProperty(found => found.AccessFailedCount, 0)
                .SetProperty(found => found.LockoutEnd, (DateTimeOffset?)null)
                .SetProperty(found => found.SignedInAt, now),
            cancellationToken);
        var session = new OfficerSession
        {
            Id = RandomNumberGenerator.GetHexString(32, lowercase: true),
            OfficerId = account.Id,
            SecurityStamp = account.SecurityStamp ?? "",
            StartedAt = now,
            Address = input.Address,
            Browser = input.Browser.Length > 200 ? input.Browser[..200] : input.Browser,
        };
        db.OfficerSessions.Add(session);
        audit.Add(AuditAction.SignedIn, Actor.Officer(account.Id, account.DisplayName), now, AuditSubject.None);
        await db.SaveChangesAsync(cancellationToken);
        return session.Id;
    }

    Task<int> StoreHashAsync(OfficerAccount account, string hash, CancellationToken cancellationToken) => db.Users
        .Where(found => found.Id == account.Id && found.PasswordHash == account.PasswordHash)
        .ExecuteUpdateAsync(set => set.SetProperty(found => found.PasswordHash, hash), cancellationToken);

    void SpendTheTime(SignInTry input) =>
        hasher.HashPassword(new OfficerAccount(), input.Password.Length > LongestTried ? "" : input.Password);
}
