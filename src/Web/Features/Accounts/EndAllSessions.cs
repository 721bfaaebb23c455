using Microsoft.AspNetCore.Identity;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <summary>An officer signs out everywhere: a new security stamp, which no session of before carries.</summary>
public sealed class EndAllSessions(
    UserManager<OfficerAccount> users, KnownSessions sessions, AuditLog audit, ILogger<EndAllSessions> log)
{
    public async Task RunAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var account = await users.FindAsync(by.OfficerId!.Value);
        audit.Add(AuditAction.SignedOutEverywhere, by, now, AuditSubject.None);
        cancellationToken.ThrowIfCancellationRequested();
        (await users.UpdateSecurityStampAsync(account)).Demand();
        sessions.Forget();
        log.LogInformation("Signed out everywhere: account {AccountId}", account.Id);
    }
}
