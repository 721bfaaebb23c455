using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts.Sessions;

/// <summary>An officer ends one of the own sessions that runs elsewhere.</summary>
public sealed class EndOneSession(AppDb db, KnownSessions sessions, AuditLog audit, ILogger<EndOneSession> log)
{
    /// <returns>Whether there is such a session of the officer that could still be used.</returns>
    public async Task<bool> RunAsync(string handle, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var open = await db.OfficerSessions.Where(session => session.OfficerId == by.OfficerId && session.EndedAt == null)
            .Select(session => session.Id).ToListAsync(cancellationToken);
        if (open.Find(id => SessionLine.HandleOf(id) == handle) is not { } found) return false;
        await db.OfficerSessions.Where(session => session.Id == found).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
        sessions.Forget();
        await audit.WriteAsync(AuditAction.SessionEnded, by, now, AuditSubject.None, "", cancellationToken);
        log.LogInformation("One session ended by its owner: account {AccountId}", by.OfficerId);
        return true;
    }
}
