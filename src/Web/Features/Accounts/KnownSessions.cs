using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Accounts.SecondFactors;

namespace Songthang.Web.Features.Accounts;

/// <summary>
/// Asks the database whether a session still holds, at most once a second for each session. What this process changes
/// itself holds at once; what another one changes, within that second.
/// </summary>
public sealed class KnownSessions(TimeProvider time, SecondFactorRule rule)
{
    const int Most = 1000;
    static readonly TimeSpan TrustedFor = TimeSpan.FromSeconds(1);
    readonly ConcurrentDictionary<string, (long At, SignedIn? Who)> known = new(StringComparer.Ordinal);

    /// <summary>Whose session it is; null when it was ended, or its account was closed or signed out everywhere.</summary>
    public async ValueTask<SignedIn?> FindAsync(string id, AppDb db, CancellationToken cancellationToken)
    {
        // Not by the clock on the wall: set back by an hour, it would have an ended session trusted for as long.
        var now = time.GetTimestamp();
        if (known.TryGetValue(id, out var found) && time.GetElapsedTime(found.At, now) < TrustedFor) return found.Who;
        if (known.Count >= Most) known.Clear();
        var who = await db.OfficerSessions.AsNoTracking()
            .Where(session => session.Id == id && session.EndedAt == null)
            .Join(db.Users, session => session.OfficerId, account => account.Id, (session, account) => new { session, account })
            .Where(both => !both.account.IsClosed && both.account.SecurityStamp == both.session.SecurityStamp)
            .Select(both => new SignedIn(
                both.account.Id, both.account.UserName!, both.account.DisplayName, both.account.Role,
                both.account.CrewCode, both.account.MustChangePassword,
                db.SecondFactors.Any(factor => factor.OfficerId == both.account.Id) || db.Passkeys.Any(passkey => passkey.OfficerId == both.account.Id), false,
                both.session.StartedAt, both.session.ConfirmedAt ?? both.session.StartedAt, both.session.Way))
            .SingleOrDefaultAsync(cancellationToken);
        if (who is { HasSecondFactor: false, Way: not SignInWay.DirectoryWithFactor } && rule.IsDemandedOf(who.Role)) who = who with { MustSetSecondFactor = true };
        // Whom the directory let in did not use the password that somebody else knows.
        if (who is { MustChangePassword: true, Way: SignInWay.Directory or SignInWay.DirectoryWithFactor }) who = who with { MustChangePassword = false };
        known[id] = (now, who);
        return who;
    }

    /// <summary>An account or session changed: everybody is looked up again.</summary>
    public void Forget() => known.Clear();
}
