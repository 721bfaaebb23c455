using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Spam;

/// <summary>Counts what is sent, for all nodes together: in the database, in one statement, alike on both databases.</summary>
/// <param name="db">Inside its transaction when there is one, else in one of its own.</param>
/// <param name="seal">Keeps whom it is about unreadable.</param>
public sealed class Buckets(AppDb db, LinkSeal seal)
{
    // What stands there, moved along when the clock was set back since: nobody is shut out for as long as that.
    const string Stands = "(buckets.until - (CASE WHEN buckets.most > excluded.most THEN buckets.most - excluded.most ELSE 0 END))";

    // The later of that and of now, and what is poured in: the same words for SQLite and PostgreSQL.
    const string Later = $"(CASE WHEN {Stands} > {{0}} THEN {Stands} ELSE {{0}} END) + (excluded.until - {{0}})";

    readonly Lazy<byte[]> key = new(() => seal.KeyFor("buckets"));

    /// <summary>How full each is, by its kind: 0 is empty, 1 is full, above is more than there may be. Counts nothing.</summary>
    /// <param name="pours">Which, one of a kind.</param>
    /// <param name="overflow">How far above full they may go, as when they are poured into.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyDictionary<string, double>> LookAsync(
        IReadOnlyCollection<Pour> pours, double overflow, DateTime now, CancellationToken cancellationToken)
    {
        var (names, at) = (pours.ToDictionary(Name, StringComparer.Ordinal), Milliseconds(now));
        var wanted = names.Keys.ToList();
        var found = await db.Buckets.AsNoTracking().Where(bucket => wanted.Contains(bucket.Name)).ToListAsync(cancellationToken);
        var full = pours.ToDictionary(pour => pour.Kind, _ => 0.0, StringComparer.Ordinal);
        foreach (var bucket in found)
        {
            var window = names[bucket.Name].Size.Within.TotalMilliseconds;
            var setBack = Math.Max(0, bucket.Most - at - (long)(window * overflow));
            full[names[bucket.Name].Kind] = Math.Max(0, bucket.Until - setBack - at) / window;
        }

        return full;
    }

    /// <summary>Counts. What does not fit any more is not counted; in a transaction of its own nothing is, when <paramref name="overflow"/> is 1.</summary>
    /// <param name="pours">What, one of a kind.</param>
    /// <param name="overflow">How far above full it may go: 1 is not at all.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Kinds that were full.</returns>
    public async Task<IReadOnlyCollection<string>> PourAsync(
        IReadOnlyCollection<Pour> pours, double overflow, DateTime now, CancellationToken cancellationToken)
    {
        if (pours.Count == 0)
            return [];
        // In one order always, so that two who count the same wait for each other and never across.
        var named = pours.Select(pour => (Name: Name(pour), Pour: pour)).OrderBy(pair => pair.Name, StringComparer.Ordinal).ToList();
        var values = new List<object> { Milliseconds(now) };
        var rows = new StringBuilder();
        foreach (var (name, pour) in named)
        {
            var (window, first) = (pour.Size.Within.TotalMilliseconds, values.Count);
            var step = (long)Math.Ceiling(window * pour.Amount / pour.Size.Amount);
            rows.Append(CultureInfo.InvariantCulture, $"{(first > 1 ? "," : "")} ({{{first}}}, {{{first + 1}}}, {{{first + 2}}})");
            values.AddRange([name, Milliseconds(now) + step, Milliseconds(now) + (long)(window * overflow)]);
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.BeginAsync(cancellationToken) : null;
        var sql = $"INSERT INTO buckets (name, until, most) VALUES{rows} ON CONFLICT (name) DO UPDATE SET until = {Later}, most = excluded.most "
            + $"WHERE {Later} <= excluded.most RETURNING name AS \"Name\", until AS \"Until\"";
        var counted = await db.Database.SqlQueryRaw<Counted>(sql, [.. values]).ToListAsync(cancellationToken);
        var isWhole = counted.Count == named.Count || overflow > 1;
        if (own is not null && isWhole)
            await own.CommitAsync(cancellationToken);
        return [.. named.Where(pair => !counted.Exists(row => row.Name == pair.Name)).Select(pair => pair.Pour.Kind)];
    }

    string Name(Pour pour) => pour.Of.Length == 0 ? pour.Kind
        : $"{pour.Kind}:{Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(pour.Of)).AsSpan(0, 16))}";

    static long Milliseconds(DateTime moment) => (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <summary>What the statement answers.</summary>
    public sealed record Counted(string Name, long Until);
}
