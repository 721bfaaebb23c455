using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;

namespace Songthang.Web.Features.ApiKeys;

/// <summary>A partner's program gets a key.</summary>
public sealed class CreateApiKey(AppDb db, AuditLog audit)
{
    /// <returns>The key itself, which nobody can see again, and its number in storage.</returns>
    /// <exception cref="RuleBroken">What <see cref="KeyLimits.Demanded"/> refuses.</exception>
    public async Task<(int Id, string Key)> RunAsync(KeyLimits input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var limits = input.Demanded();
        var secret = ApiKeySecret.New();
        var key = new ApiKey
        {
            Partner = limits.Partner,
            Contact = limits.Contact,
            Scopes = limits.Scopes,
            PerMinute = limits.PerMinute,
            PerDay = limits.PerDay,
            Prefix = secret[..ApiKeySecret.PrefixLength],
            Hash = ApiKeySecret.Hash(secret),
            CreatedAt = now,
            CreatedBy = by.Name,
        };
        db.ApiKeys.Add(key);
        audit.Add(AuditAction.ApiKeyCreated, by, now, AuditSubject.ApiKey(key.Prefix), $"{limits.Partner}: {limits.Scopes}");
        await db.SaveChangesAsync(cancellationToken);
        return (key.Id, secret);
    }
}
