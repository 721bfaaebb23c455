using System.Net;
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

    /// <summary>The first server on another machine that is not asked for TLS; null when there is none.</summary>
    public static string? InClearTo(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return parts.SslMode is SslMode.Require or SslMode.VerifyCA or SslMode.VerifyFull
            ? null
            : (parts.Host ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(host => !IsNear(host));
    }

    /// <summary>A socket in a folder, or the machine itself, with or without a port.</summary>
    static bool IsNear(string host)
    {
        if (host[0] is '/' or '@')
            return true;
        var name = host.StartsWith('[') ? host[1..].Split(']')[0] : host.Count(sign => sign == ':') == 1 ? host.Split(':')[0] : host;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }
}
