using System.Collections.Frozen;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// What keeps the program from its database or its disk and passes without a change of the program: a server that is restarted, a
/// disk that is full or may not be written, too many connections. Whoever asked may ask again later.
/// </summary>
public static class Interruption
{
    /// <summary>SQLite: another program holds the file (5, 6), read-only (8), the disk fails (10) or is full (13), the file is not to be had (14).</summary>
    static readonly FrozenSet<int> Sqlite = FrozenSet.ToFrozenSet([5, 6, 8, 10, 13, 14]);

    /// <summary>
    /// First two signs of a SQLSTATE: connection (08), login (28), no such database (3D), lost against another transaction (40),
    /// resources (53), not accepting connections (55), an administrator's hand (57), the server's own disk (58), internal error (XX).
    /// </summary>
    static readonly FrozenSet<string> PostgresClasses = FrozenSet.ToFrozenSet(["08", "28", "3D", "40", "53", "55", "57", "58", "XX"]);

    /// <summary>A standby takes no writes.</summary>
    const string ReadOnlyTransaction = "25006";

    /// <summary>errno of Linux: EIO, ENFILE, EMFILE, ENOSPC, EROFS, ENOTCONN, ETIMEDOUT, EHOSTDOWN, ESTALE, EDQUOT.</summary>
    static readonly FrozenSet<int> Disk = FrozenSet.ToFrozenSet([5, 23, 24, 28, 30, 107, 110, 112, 116, 122]);

    /// <summary>Whether an exception, or what caused it, is such an interruption.</summary>
    public static bool Is(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (IsOne(cause))
                return true;
        return false;
    }

    static bool IsOne(Exception cause) => cause switch
    {
        SqliteException sqlite => Sqlite.Contains(sqlite.SqliteErrorCode),
        PostgresException postgres => postgres.SqlState == ReadOnlyTransaction || PostgresClasses.Contains(postgres.SqlState[..2]),
        // Without a word of the server: it does not answer, hung up, or all connections are taken.
        NpgsqlException => true,
        IOException io => Disk.Contains(io.HResult),
        _ => false,
    };
}
