using Npgsql;

namespace Songthang.Infrastructure.Persistence;

/// <summary>Which PostgreSQL servers the program writes to.</summary>
static class PostgresServers
{
    // When a standby was promoted, the program looks again after so long who is the primary.
    const int RecheckSeconds = 2;

    /// <summary>
    /// The pool of connections. Where the connection string names several hosts, only the one that is the primary is used, whichever
    /// that is now: after a standby was promoted the program finds it by itself.
    /// </summary>
    /// <exception cref="ArgumentException">The connection string is none, or asks for a session that cannot write.</exception>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        if (parts.Host?.Contains(',', StringComparison.Ordinal) != true)
            return NpgsqlDataSource.Create(connectionString);

        // The driver wants to be asked for this, not told in the string.
        var wanted = parts.TargetSessionAttributes ?? "primary";
        parts.TargetSessionAttributes = null;
        if (!parts.ShouldSerialize("Host Recheck Seconds"))
            parts.HostRecheckSeconds = RecheckSeconds;
        return new NpgsqlDataSourceBuilder(parts.ConnectionString).BuildMultiHost().WithTargetSession(wanted.ToLowerInvariant() switch
        {
            "primary" => TargetSessionAttributes.Primary,
            "read-write" => TargetSessionAttributes.ReadWrite,
            _ => throw new ArgumentException($"Target Session Attributes must be primary or read-write, not {wanted}: the program writes.", nameof(connectionString)),
        });
    }
}
