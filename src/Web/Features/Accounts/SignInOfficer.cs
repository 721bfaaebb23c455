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
/// <param name="AsksForCode">Whether a code is among what is asked for; a passkey alone otherwise.</param>
public sealed record SignInAnswer(ClaimsPrincipal? Principal, Phrase Refusal, string? Ticket = null, bool AsksForCode = true);

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
        "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง หากใส่ผิด 5 ครั้งติดต่อกัน ต้องรอ 15 นาที",
        "The user name or the password is wrong. After 5 wrong tries in a row you must wait for 15 minutes.");

    public async Task<SignInAnswer> RunAsync(SignInTry input, DateTime now, CancellationToken cancellationToken)
    {
        if (!startup.IsDemo && PasswordRules.IsDemoPassword(input.Password))
        {
            log.LogWarning("Sign-in refused: the demo's password was tried");
            return new SignInAnswer(null, PasswordRules.DemoOnly);
        }

        var name = UserNames.Clean(input.UserName);
        var account = await FindAsync(name, input.Password, cancellationToken);
        var tried = await tries.CountAsync(Cut(name), account, input.From, now, cancellationToken);
        // One hash, one count, one entry, whatever the reason: none is told from another by the time it takes.
        var verified = account is not null && tried.IsAllowed
            ? hasher.VerifyHashedPassword(account, account.PasswordHash ?? "", input.Password)
            : SpendTheTime(input);
        if (account is null)
            return await RefuseAsync(tried, null, "no such account", now, cancellationToken);
        if (!tried.IsAllowed)
            return await RefuseAsync(tried, account, "resting", now, cancellationToken);
        if (verified == PasswordVerificationResult.Failed || account.IsClosed)
            return await RefuseAsync(tried, account, account.IsClosed ? "closed" : "wrong password", now, cancellationToken);
        if (account.InitialPasswordUntil < now)
            return await RefuseAsync(tried, account, "initial password run out", now, cancellationToken);

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
            await StoreHashAsync(account, hasher.HashPassword(account, input.Password), cancellationToken);
        return await GoOnAsync(account, tried, input.From, now, cancellationToken);
    }

    async Task<SignInAnswer> RefuseAsync(CountedTry tried, OfficerAccount? account, string reason, DateTime now, CancellationToken cancellationToken)
    {
        log.LogWarning("Sign-in failed: account {AccountId}, {Reason}", account?.Id, reason);
        await using var writing = await db.BeginAsync(cancellationToken);
        await tries.KeepAsync(tried, now, cancellationToken);
        // What was typed is not kept: it may be a password in the wrong field.
        if (account is null || !tried.IsAllowed)
            await audit.SeeAsync(AuditAction.SignInFailed, Actor.System, now, account is null ? AuditSubject.None : AuditSubject.Account(account.UserName), cancellationToken);
        else
            await audit.WriteAsync(AuditAction.SignInFailed, Actor.System, now, AuditSubject.Account(account.UserName), reason, cancellationToken);
        await writing.CommitAsync(cancellationToken);
        return new SignInAnswer(null, Wrong);
    }

    async Task<SignInAnswer> GoOnAsync(OfficerAccount account, CountedTry tried, SignInFrom from, DateTime now, CancellationToken cancellationToken)
    {
        if (await secondFactor.IsAskedForAsync(account.Id, cancellationToken))
        {
            await tries.TakeBackAsync(tried, cancellationToken);
            return new SignInAnswer(null, default, tickets.Issue(account, now), await secondFactor.ExistsAsync(account.Id, cancellationToken));
        }
        var principal = await startSession.RunAsync(account, SignInWay.Password, from, now, cancellationToken);
        return new SignInAnswer(principal, principal is null ? Wrong : default);
    }

    async Task<OfficerAccount?> FindAsync(string name, string password, CancellationToken cancellationToken)
    {
        // Asked for in any case: what cannot be a name takes as long.
        var normal = UserNames.IsFit(name) && password.Length <= LongestTried ? normalizer.NormalizeName(name) : "";
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.NormalizedUserName == normal, cancellationToken);
    }

    Task<int> StoreHashAsync(OfficerAccount account, string hash, CancellationToken cancellationToken) => db.Users
        .Where(found => found.Id == account.Id && found.PasswordHash == account.PasswordHash)
        .ExecuteUpdateAsync(set => set.SetProperty(found => found.PasswordHash, hash), cancellationToken);

    static string Cut(string name) => name.Length <= LongestTried ? name : name[..LongestTried];

    PasswordVerificationResult SpendTheTime(SignInTry input)
    {
        hasher.HashPassword(new OfficerAccount(), input.Password.Length > LongestTried ? "" : input.Password);
        return PasswordVerificationResult.Failed;
    }
}
