using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts.Passkeys;

/// <summary>What browsers were given to sign. Each is answered once, on whichever node, within five minutes.</summary>
public sealed class PasskeyChallenges(AppDb db)
{
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Keeps what the answer is checked with.</summary>
    /// <returns>What the form brings back with the answer.</returns>
    public async Task<string> IssueAsync(PasskeyPurpose purpose, int? officerId, string state, DateTime now, CancellationToken cancellationToken)
    {
        var handle = RandomNumberGenerator.GetHexString(32, lowercase: true);
        db.PasskeyChallenges.Add(new PasskeyChallenge { Id = Hash(handle), Purpose = purpose, OfficerId = officerId, State = state, ExpiresAt = now + Lasts });
        await db.SaveChangesAsync(cancellationToken);
        return handle;
    }

    /// <summary>The same for its first answer; null for a second one, one that is too late, and one for somebody or something else.</summary>
    public async Task<string?> TakeAsync(string? handle, PasskeyPurpose purpose, int? officerId, DateTime now, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(handle)) return null;
        var id = Hash(handle);
        var found = await db.PasskeyChallenges.AsNoTracking().SingleOrDefaultAsync(challenge => challenge.Id == id, cancellationToken);
        if (await db.PasskeyChallenges.Where(challenge => challenge.Id == id).ExecuteDeleteAsync(cancellationToken) != 1) return null;
        return found is not null && found.Purpose == purpose && found.OfficerId == officerId && found.ExpiresAt > now ? found.State : null;
    }

    static string Hash(string handle) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(handle)));
}
