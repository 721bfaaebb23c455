using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Where <see cref="LinkSeal"/> is at work: the two columns with secrets of links are written and compared sealed.</summary>
static class SealedLinks
{
    const int AtOnce = 1_000;

    public static void Map(ModelBuilder builder, LinkSeal seal)
    {
        builder.Entity<ServiceRequest>().Property(request => request.Secret).HasConversion(secret => seal.Seal(secret), stored => seal.Open(stored));
        builder.Entity<Follower>().Property(follower => follower.Secret).HasConversion(secret => seal.Seal(secret), stored => seal.Open(stored));
    }

    // Sealed ones begin with a sign that sorts behind all others, so that an index knows at once when nothing is left; PostgreSQL only
    // knows it when it compares bytes.
    static readonly (string Read, string Write)[] OnSqlite = [Statements("service_requests", ""), Statements("followers", "")];

    static readonly (string Read, string Write)[] OnPostgres =
        [Statements("service_requests", " COLLATE \"C\""), Statements("followers", " COLLATE \"C\"")];

    static (string Read, string Write) Statements(string table, string compared) => (
        $"SELECT id AS \"Id\", secret AS \"Secret\" FROM {table} WHERE secret{compared} < '~' AND length(secret) = 22 LIMIT {AtOnce}",
        $"UPDATE {table} SET secret = {{0}} WHERE id = {{1}} AND secret = {{2}}");

    /// <summary>Seals what an older version of the program stored in clear. A stop in the middle loses nothing, and two at once do no harm.</summary>
    public static async Task SealOldLinksAsync(this AppDb db, CancellationToken cancellationToken)
    {
        if (!db.Seal.IsOn)
            return;
        db.Seal.Demand();
        foreach (var (read, write) in db is PostgresAppDb ? OnPostgres : OnSqlite)
        {
            var tried = new HashSet<long>();
            while (await db.Database.SqlQueryRaw<StoredLink>(read).ToListAsync(cancellationToken) is { Count: > 0 } clear)
            {
                await using var writing = await db.BeginLongAsync(cancellationToken);
                foreach (var link in clear)
                    await db.Database.ExecuteSqlRawAsync(write, [db.Seal.Seal(link.Secret), link.Id, link.Secret], cancellationToken);
                await writing.CommitAsync(cancellationToken);
                // What has the length of a secret and is none stays as it is, and must not be met again and again.
                if (!clear.Exists(link => tried.Add(link.Id)))
                    break;
            }
        }
    }

    sealed record StoredLink(long Id, string Secret);
}

/// <summary>A model of the tables carries the seal of its program: another seal is another model.</summary>
sealed class SealedModels : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, (context as AppDb)?.Seal);
}
