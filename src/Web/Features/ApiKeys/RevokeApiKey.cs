using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.ApiKeys;

/// <summary>A key stops working at once and for ever; what was handed in with it stays.</summary>
public sealed class RevokeApiKey(AppDb db, AuditLog audit)
{
    /// <summary>Revoking again changes nothing.</summary>
    public async Task RunAsync(int id, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var key = await db.ApiKeys.SingleAsync(key => key.Id == id, cancellationToken);
        if (key.RevokedAt is not null)
            return;
        (key.RevokedAt, key.RevokedBy) = (now, by.Name);
        audit.Add(AuditAction.ApiKeyRevoked, by, now, AuditSubject.ApiKey(key.Prefix), key.Partner);
        await db.SaveChangesAsync(cancellationToken);
    }
}
