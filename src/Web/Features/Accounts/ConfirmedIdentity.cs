using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Accounts;

/// <summary>Writes down that somebody who is signed in has shown again who it is, by whatever means: it holds for a while.</summary>
public sealed class ConfirmedIdentity(AppDb db, KnownSessions sessions, AuditLog audit)
{
    public async Task KeepAsync(string session, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await db.OfficerSessions.Where(found => found.Id == session && found.OfficerId == by.OfficerId)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.ConfirmedAt, now), cancellationToken);
        sessions.Forget();
        await audit.WriteAsync(AuditAction.IdentityConfirmed, by, now, AuditSubject.None, "", cancellationToken);
    }
}
