using Microsoft.EntityFrameworkCore;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.ApiKeys;

/// <param name="Id">Of the key.</param>
/// <param name="Limits">What it may do from now on.</param>
public sealed record ChangedApiKey(int Id, KeyLimits Limits);

/// <summary>An administrator names a key's partner anew, or changes what the key may do.</summary>
public sealed class ChangeApiKey(AppDb db, AuditLog audit)
{
    /// <exception cref="RuleBroken"><c>api-key.revoked</c>, or what <see cref="KeyLimits.Demanded"/> refuses.</exception>
    public async Task RunAsync(ChangedApiKey input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var limits = input.Limits.Demanded();
        var key = await db.ApiKeys.SingleAsync(key => key.Id == input.Id, cancellationToken);
        if (key.RevokedAt is not null)
            throw new RuleBroken("api-key.revoked", new("กุญแจนี้ถูกเพิกถอนแล้ว", "This key was revoked."));
        (key.Partner, key.Contact, key.Scopes, key.PerMinute, key.PerDay) =
            (limits.Partner, limits.Contact, limits.Scopes, limits.PerMinute, limits.PerDay);
        if (!db.ChangeTracker.HasChanges())
            return;
        audit.Add(AuditAction.ApiKeyChanged, by, now, AuditSubject.ApiKey(key.Prefix),
            $"{limits.Partner}: {limits.Scopes}, {limits.PerMinute}/min, {limits.PerDay}/day");
        await db.SaveChangesAsync(cancellationToken);
    }
}
