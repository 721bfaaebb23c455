using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <param name="Address">Network address.</param>
/// <param name="Browser">What it calls itself.</param>
/// <param name="Device">The browser, when somebody signed in with it before.</param>
public sealed record SignInFrom(string Address, string Browser, KnownDevice? Device = null);

/// <summary>Somebody has shown everything that is asked for: the session begins, and what was tried in vain is forgotten.</summary>
public sealed class StartSession(AppDb db, SignInTries tries, KnownSessions sessions, AuditLog audit, ILogger<StartSession> log)
{
    /// <returns>Who is signed in; null when the account was closed in this very moment.</returns>
    public async Task<ClaimsPrincipal?> RunAsync(
        OfficerAccount account, SignInWay way, SignInFrom from, DateTime now, CancellationToken cancellationToken)
    {
        // Only the right password tells what was mistyped from what was guessed.
        if (way == SignInWay.Password) await tries.ForgetAsync(account, from, cancellationToken);
        await db.Users.Where(found => found.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.SignedInAt, now), cancellationToken);
        var session = new OfficerSession
        {
            Id = RandomNumberGenerator.GetHexString(32, lowercase: true),
            OfficerId = account.Id,
            SecurityStamp = account.SecurityStamp ?? "",
            StartedAt = now,
            Way = way,
            Address = from.Address,
            Browser = from.Browser.Length > 200 ? from.Browser[..200] : from.Browser,
        };
        db.OfficerSessions.Add(session);
        audit.Add(AuditAction.SignedIn, Actor.Officer(account.Id, account.DisplayName), now, AuditSubject.None, way == SignInWay.Password ? "" : way.ToString());
        await db.SaveChangesAsync(cancellationToken);
        log.LogInformation("Signed in: account {AccountId}", account.Id);
        var who = await sessions.FindAsync(session.Id, db, cancellationToken);
        return who is null ? null : Session.PrincipalOf(session.Id, who);
    }
}
