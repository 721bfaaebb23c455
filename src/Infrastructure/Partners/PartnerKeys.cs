using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Partners;

/// <summary>Who calls.</summary>
/// <param name="KeyId">The key's number in storage.</param>
/// <param name="Name">The partner.</param>
/// <param name="Scopes">What the key may be used for.</param>
public sealed record Partner(int KeyId, string Name, PartnerScopes Scopes);

/// <summary>Why a key was not let in.</summary>
public enum KeyRefusal
{
    /// <summary>It was.</summary>
    None,

    /// <summary>No key was given.</summary>
    Missing,

    /// <summary>There is no such key.</summary>
    Unknown,

    /// <summary>It was revoked.</summary>
    Revoked,

    /// <summary>It is not for this.</summary>
    OutOfScope,

    /// <summary>Too many calls in this minute.</summary>
    TooFast,

    /// <summary>The calls of the day are used up.</summary>
    DaySpent,
}

/// <summary>What came of showing a key.</summary>
/// <param name="Partner">Who calls; null unless let in.</param>
/// <param name="Refusal">Why not.</param>
/// <param name="RetryAfter">How long to wait, when waiting helps.</param>
public readonly record struct KeyUse(Partner? Partner, KeyRefusal Refusal, TimeSpan? RetryAfter = null);

/// <summary>Lets partners' programs in by their keys, counts their calls and holds them to their limits.</summary>
/// <param name="db">Where keys and counts are kept.</param>
/// <param name="pace">Counts the calls of the present minute.</param>
public sealed class PartnerKeys(AppDb db, PartnerPace pace)
{
    /// <summary>Takes one call of a key, unless it is refused. Counted at once, outside of any transaction of the caller.</summary>
    /// <param name="shown">The key as sent; null or empty when none was.</param>
    /// <param name="scope">What the call is for; <see cref="PartnerScopes.None"/> when any key will do.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<KeyUse> UseAsync(string? shown, PartnerScopes scope, DateTime now, CancellationToken cancellationToken)
    {
        var typed = shown?.Trim() ?? "";
        if (typed.Length == 0)
            return new(null, KeyRefusal.Missing);
        if (!ApiKeySecret.IsOne(typed))
            return new(null, KeyRefusal.Unknown);
        // Found by its hash: how long that takes tells nothing of the key.
        var hash = ApiKeySecret.Hash(typed);
        if (await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Hash == hash, cancellationToken) is not { } key)
            return new(null, KeyRefusal.Unknown);
        if (key.RevokedAt is not null)
            return new(null, KeyRefusal.Revoked);
        if (!key.Scopes.HasFlag(scope))
            return new(null, KeyRefusal.OutOfScope);
        if (!pace.Take(key.Id, key.PerMinute, now))
            return new(null, KeyRefusal.TooFast, PartnerPace.UntilNextMinute(now));
        if (!await CountAsync(key, now, cancellationToken))
            return new(null, KeyRefusal.DaySpent, UntilTomorrow(now));
        return new(new Partner(key.Id, key.Partner, key.Scopes), KeyRefusal.None);
    }

    /// <summary>One statement counts and compares, so that calls at the same moment never exceed the quota together.</summary>
    async Task<bool> CountAsync(ApiKey key, DateTime now, CancellationToken cancellationToken)
    {
        var today = ThaiDates.BangkokDate(now);
        await using var turn = await db.BeginAsync(cancellationToken);
        var counted = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO api_key_days (api_key_id, day, calls, last_at) VALUES ({key.Id}, {today}, 1, {now})
             ON CONFLICT (api_key_id, day) DO UPDATE SET calls = api_key_days.calls + 1, last_at = excluded.last_at
             WHERE api_key_days.calls < {key.PerDay}
             RETURNING calls AS "Value"
             """).ToListAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return counted.Count > 0;
    }

    static TimeSpan UntilTomorrow(DateTime now) =>
        ThaiDates.FromBangkok(ThaiDates.BangkokDate(now).AddDays(1), TimeOnly.MinValue) - now;
}

/// <summary>The calls of each key in the present minute; forgotten when the program ends.</summary>
public sealed class PartnerPace
{
    readonly ConcurrentDictionary<int, (long Minute, int Calls)> taken = new();

    /// <summary>Takes one call unless the minute's are used up.</summary>
    public bool Take(int keyId, int perMinute, DateTime now)
    {
        var minute = now.Ticks / TimeSpan.TicksPerMinute;
        var after = taken.AddOrUpdate(keyId, (minute, 1), (_, before) => before.Minute == minute
            ? (minute, Math.Min(before.Calls, perMinute) + 1)
            : (minute, 1));
        return after.Calls <= perMinute;
    }

    /// <summary>How long until the next minute begins.</summary>
    public static TimeSpan UntilNextMinute(DateTime now) => TimeSpan.FromTicks(TimeSpan.TicksPerMinute - now.Ticks % TimeSpan.TicksPerMinute);
}
