using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <summary>An officer signs out of one browser: a copy of its cookie is worth nothing from now on.</summary>
public sealed class EndSession(AppDb db, KnownSessions sessions, AuditLog audit, ILogger<EndSession> log)
{
    public async Task RunAsync(string session, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await db.OfficerSessions.Where(found => found.Id == session && found.OfficerId == by.OfficerId && found.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.EndedAt, now), cancellationToken);
        sessions.Forget();
        await audit.WriteAsync(AuditAction.SignedOut, by, now, AuditSubject.None, "", cancellationToken);
        log.LogInformation("Signed out: account {AccountId}", by.OfficerId);
    }
}
