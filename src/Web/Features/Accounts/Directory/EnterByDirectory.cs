using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Features.Accounts.SecondFactors;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>What the provider says of somebody, checked by the framework: signature, issuer, audience, nonce, times.</summary>
/// <param name="Issuer">Who says it.</param>
/// <param name="Subject">How the issuer names the person, for ever.</param>
/// <param name="Email">Their address; empty for none, or one that the issuer did not verify.</param>
/// <param name="Strength">How they were asked: values of <c>amr</c> and <c>acr</c>.</param>
/// <param name="At">When they were asked, UTC; null when it does not say.</param>
public sealed record SaidByDirectory(string Issuer, string Subject, string Email, IReadOnlyList<string> Strength, DateTimeOffset? At)
{
    public static SaidByDirectory Of(ClaimsPrincipal principal, DirectorySettings settings) => new(
        principal.FindFirstValue("iss") ?? "",
        principal.FindFirstValue("sub") ?? "",
        string.Equals(principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase) ? principal.FindFirstValue(settings.EmailClaim) ?? "" : "",
        [.. principal.FindAll("amr").Concat(principal.FindAll("acr")).Select(claim => claim.Value)],
        long.TryParse(principal.FindFirstValue("auth_time"), CultureInfo.InvariantCulture, out var at) ? DateTimeOffset.FromUnixTimeSeconds(at) : null);
}

/// <summary>
/// Somebody whom the directory knows signs in: only into an account that exists here and is linked with them. Roles are ours. Our second
/// factor is asked for unless the directory said that it asked for one, and the settings believe it.
/// </summary>
public sealed class EnterByDirectory(
    AppDb db, LinkedAccounts accounts, UserManager<OfficerAccount> users, SecondFactorProof secondFactor, SignInTickets tickets, StartSession startSession, DirectorySettings settings,
    AuditLog audit, ILogger<EnterByDirectory> log)
{
    public async Task<SignInAnswer> RunAsync(SaidByDirectory said, SignInFrom from, DateTime now, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(said, cancellationToken) ?? await LinkByEmailAsync(said, now, cancellationToken);
        if (account is null || account.IsClosed)
        {
            log.LogWarning("Sign-in failed: account {AccountId}, by the directory", account?.Id);
            await audit.SeeAsync(AuditAction.SignInFailed, Actor.System, now,
                account is null ? AuditSubject.None : AuditSubject.Account(account.UserName), cancellationToken);
            return new SignInAnswer(null, default);
        }

        var way = settings.CountsAsSecondFactor(said.Strength) ? SignInWay.DirectoryWithFactor : SignInWay.Directory;
        return way == SignInWay.Directory && await secondFactor.IsAskedForAsync(account.Id, cancellationToken)
            ? new SignInAnswer(null, default, tickets.Issue(account, now, way))
            : new SignInAnswer(await startSession.RunAsync(account, way, from, now, cancellationToken), default);
    }

    /// <summary>Addresses are written by administrators alone, so that nobody gives the own account the address of another.</summary>
    async Task<OfficerAccount?> LinkByEmailAsync(SaidByDirectory said, DateTime now, CancellationToken cancellationToken)
    {
        if (!settings.LinkByEmail || said.Email.Length == 0 || said.Subject.Length == 0) return null;
        var normal = users.NormalizeEmail(said.Email);
        var found = await db.Users.Where(account => account.NormalizedEmail == normal && !account.IsClosed
            && !db.UserLogins.Any(login => login.UserId == account.Id)).Take(2).ToListAsync(cancellationToken);
        if (found is not [var one]) return null;
        audit.Add(AuditAction.DirectoryLinked, Actor.System, now, AuditSubject.Account(one.UserName));
        (await users.AddLoginAsync(one, new UserLoginInfo(said.Issuer, said.Subject, null))).Demand();
        log.LogInformation("Account {AccountId} linked with the directory by its address", one.Id);
        return one;
    }
}
