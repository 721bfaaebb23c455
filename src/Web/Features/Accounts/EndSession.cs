using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <summary>An officer signs out of one browser: a copy of its cookie is worth nothing from now on.</summary>
public sealed class EndSession(AppDb db, KnownSessions sessions, ILogger<EndSession> log)
{
    public async Task RunAsync(string session, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await db.OfficerSessions.Where(found => found.Id == session && found.OfficerId == by.OfficerId && found.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.EndedAt, now), cancellationToken);
        sessions.Forget();
        log.LogInformation("Signed out: account {AccountId}", by.OfficerId);
    }
}
