using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.Verifying;

/// <summary>Proofs that were asked for and wait for the program to find time.</summary>
public sealed class VerificationQueue
{
    readonly Channel<long> ids = Channel.CreateUnbounded<long>();

    public IAsyncEnumerable<long> ReadAsync(CancellationToken cancellationToken) => ids.Reader.ReadAllAsync(cancellationToken);

    public void Add(long id) => ids.Writer.TryWrite(id);
}

/// <summary>The director wants to know whether all timelines are as they were written.</summary>
public sealed class StartVerification(AppDb db, AuditLog audit, VerificationQueue queue)
{
    /// <returns>False when one is going on already, whose result is as good.</returns>
    public async Task<bool> RunAsync(Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var last = await db.Set<Verification>().AsNoTracking().OrderByDescending(it => it.Id).FirstOrDefaultAsync(cancellationToken);
        if (last?.IsRunning(now) == true)
            return false;
        var verification = new Verification { OfficerName = by.Name, StartedAt = now, UpdatedAt = now };
        db.Add(verification);
        audit.Add(AuditAction.TimelinesVerified, by, now, AuditSubject.None);
        await db.SaveChangesAsync(cancellationToken);
        queue.Add(verification.Id);
        return true;
    }
}
