using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <param name="Address">Network address.</param>
/// <param name="Browser">What it calls itself.</param>
public sealed record SignInFrom(string Address, string Browser);

/// <summary>Somebody has shown everything that is asked for: the session begins, and what was tried in vain is forgotten.</summary>
public sealed class StartSession(AppDb db, KnownSessions sessions, AuditLog audit, ILogger<StartSession> log)
{
    /// <returns>Who is signed in; null when the account was closed in this very moment.</returns>
    public async Task<ClaimsPrincipal?> RunAsync(OfficerAccount account, SignInFrom from, DateTime now, CancellationToken cancellationToken)
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
            Address = from.Address,
            Browser = from.Browser.Length > 200 ? from.Browser[..200] : from.Browser,
        };
        db.OfficerSessions.Add(session);
        audit.Add(AuditAction.SignedIn, Actor.Officer(account.Id, account.DisplayName), now, AuditSubject.None);
        await db.SaveChangesAsync(cancellationToken);
        log.LogInformation("Signed in: account {AccountId}", account.Id);
        var who = await sessions.FindAsync(session.Id, db, cancellationToken);
        return who is null ? null : Session.PrincipalOf(session.Id, who);
    }
}
