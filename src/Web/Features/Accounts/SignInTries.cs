using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts;

/// <summary>A try that is being looked at, or is refused unseen.</summary>
/// <param name="IsAllowed">Whether it may be looked at.</param>
/// <param name="Places">How often the name was tried from each place that counts for this try.</param>
public sealed record CountedTry(bool IsAllowed, IReadOnlyList<CountedPlace> Places);

/// <param name="Key">Of the count.</param>
/// <param name="Most">So many in vain are let through in a row.</param>
/// <param name="Tries">With this one.</param>
/// <param name="Rests">How often in a row it has rested.</param>
public sealed record CountedPlace(string Key, int Most, int Tries, int Rests);

/// <summary>
/// How often a name was tried in vain, with passwords and with codes together. Five from one network: then that network waits, for a
/// quarter of an hour, and twice as long each time it goes on. A hundred from everywhere: then all wait but browsers that the
/// account's owner signed in with before, each of which has five tries of its own. So whoever guesses holds nobody up but other strangers.
/// Names without an account are counted just so.
/// </summary>
public sealed class SignInTries(AppDb db, LinkSeal seal)
{
    const int MostFromOnePlace = 5, MostFromEverywhere = 100, MostDoublings = 4;
    static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(15);
    static readonly TimeSpan RememberedFor = TimeSpan.FromDays(1);

    readonly Lazy<byte[]> key = new(() => seal.KeyFor("sign-in.names"));

    /// <summary>Each try is counted before it is looked at, so that many at once cannot slip through.</summary>
    /// <param name="name">The user name, as it was typed and cleaned; there need be no such account.</param>
    /// <param name="account">Whose name it is; null for nobody's.</param>
    /// <param name="from">Where the try comes from.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CountedTry> CountAsync(string name, OfficerAccount? account, SignInFrom from, DateTime now, CancellationToken cancellationToken)
    {
        var hash = Hash("name", name);
        var longAgo = now - RememberedFor;
        var places = new List<(CountedPlace Place, bool IsResting)>();
        await using var writing = await db.BeginAsync(cancellationToken);
        foreach (var (place, most) in Keys(name, account, from))
        {
            var counted = await db.Database.SqlQuery<Counted>(
                $"""
                 INSERT INTO guess_counts (key, name, tries, rests, since, rests_until) VALUES ({place}, {hash}, 1, 0, {now}, {now})
                 ON CONFLICT (key) DO UPDATE SET
                     tries = CASE WHEN guess_counts.rests_until > {now} THEN guess_counts.tries
                                  WHEN guess_counts.since < {longAgo} THEN 1 ELSE guess_counts.tries + 1 END,
                     rests = CASE WHEN guess_counts.rests_until < {longAgo} THEN 0 ELSE guess_counts.rests END,
                     since = CASE WHEN guess_counts.since < {longAgo} AND guess_counts.rests_until <= {now} THEN {now} ELSE guess_counts.since END
                 RETURNING tries AS "Tries", rests AS "Rests", CASE WHEN rests_until > {now} THEN 1 ELSE 0 END AS "Resting"
                 """).ToListAsync(cancellationToken);
            places.Add((new CountedPlace(place, most, counted[0].Tries, counted[0].Rests), counted[0].Resting == 1));
            // What nobody looks at is no guess: a single network that goes on does not make all others wait.
            if (counted[0].Resting == 1 || counted[0].Tries > most) break;
        }
        await writing.CommitAsync(cancellationToken);
        return new CountedTry(
            places.TrueForAll(counted => !counted.IsResting && counted.Place.Tries <= counted.Place.Most), [.. places.Select(counted => counted.Place)]);
    }

    /// <summary>The try was in vain, or refused unseen. Writes whether or not anything begins to rest: the time of the answer must not tell.</summary>
    public async Task KeepAsync(CountedTry tried, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var place in tried.Places)
        {
            var until = now + (FirstRest * (1 << Math.Min(place.Rests, MostDoublings)));
            var rests = place.Rests + 1;
            await db.GuessCounts.Where(count => count.Key == place.Key).ExecuteUpdateAsync(
                set => set.SetProperty(count => count.RestsUntil, count => count.Tries >= place.Most && count.RestsUntil <= now ? until : count.RestsUntil)
                    .SetProperty(count => count.Rests, count => count.Tries >= place.Most && count.RestsUntil <= now ? rests : count.Rests)
                    .SetProperty(count => count.Tries, count => count.Tries >= place.Most ? 0 : count.Tries),
                cancellationToken);
        }
    }

    /// <summary>This try was right, but those before it still count: whoever knows the password only must not try codes without end.</summary>
    public Task<int> TakeBackAsync(CountedTry tried, CancellationToken cancellationToken)
    {
        var keys = tried.Places.Select(place => place.Key).ToList();
        return db.GuessCounts.Where(count => keys.Contains(count.Key) && count.Tries > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(count => count.Tries, count => count.Tries - 1), cancellationToken);
    }

    /// <summary>Somebody signed in: what was mistyped at this place is forgotten; what strangers tried elsewhere is not.</summary>
    public async Task ForgetAsync(OfficerAccount account, SignInFrom from, CancellationToken cancellationToken)
    {
        var places = Keys(account.UserName!, account, from).ConvertAll(place => place.Key);
        var mine = places[0];
        await db.GuessCounts.Where(count => count.Key == mine).ExecuteDeleteAsync(cancellationToken);
        // Its own try was no guess.
        await db.GuessCounts.Where(count => places.Contains(count.Key) && count.Tries > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(count => count.Tries, count => count.Tries - 1), cancellationToken);
    }

    /// <summary>Everything that was tried in vain with the name is forgotten.</summary>
    public Task<int> ForgetAllAsync(string userName, CancellationToken cancellationToken)
    {
        var hash = Hash("name", userName);
        return db.GuessCounts.Where(count => count.Name == hash).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Which of the names rest anywhere.</summary>
    public async Task<IReadOnlySet<string>> RestingAsync(IEnumerable<string> userNames, DateTime now, CancellationToken cancellationToken)
    {
        var resting = await db.GuessCounts.Where(count => count.RestsUntil > now).Select(count => count.Name).Distinct().ToListAsync(cancellationToken);
        return userNames.Where(name => resting.Contains(Hash("name", name))).ToHashSet(StringComparer.Ordinal);
    }

    List<(string Key, int Most)> Keys(string name, OfficerAccount? account, SignInFrom from) =>
        account is not null && from.Device is { } device && device.Knows(account)
            ? [(Hash("device", $"{device.Id} {name}"), MostFromOnePlace)]
            : [(Network(name, from), MostFromOnePlace), (Hash("everywhere", name), MostFromEverywhere)];

    string Network(string name, SignInFrom from) =>
        Hash("network", $"{RateLimitsSetup.Sender(IPAddress.TryParse(from.Address, out var address) ? address : null)} {name}");

    string Hash(string kind, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{kind} {text}")));

    sealed record Counted(int Tries, int Rests, int Resting);
}
