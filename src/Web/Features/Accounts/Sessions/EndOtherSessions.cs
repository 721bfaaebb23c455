using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts.Sessions;

/// <summary>An officer ends all of the own sessions but the one that asks.</summary>
public sealed class EndOtherSessions(AppDb db, KnownSessions sessions, AuditLog audit, ILogger<EndOtherSessions> log)
{
    public async Task RunAsync(string session, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var ended = await db.OfficerSessions.Where(found => found.OfficerId == by.OfficerId && found.EndedAt == null && found.Id != session)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.EndedAt, now), cancellationToken);
        sessions.Forget();
        await audit.WriteAsync(AuditAction.SessionEnded, by, now, AuditSubject.None, $"{ended}", cancellationToken);
        log.LogInformation("{Ended} other sessions ended by their owner: account {AccountId}", ended, by.OfficerId);
    }
}
