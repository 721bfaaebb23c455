using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Songthang.Infrastructure.Disk;

namespace Songthang.Infrastructure.Persistence;

/// <summary>What is particular to the SQLite file: how it is opened, checked and explained.</summary>
static class SqliteFile
{
    /// <summary>SQLite's sign at the start of every database file.</summary>
    static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    public static DbConnectionInterceptor Pragmas { get; } = new PragmaInterceptor();

    public static DbCommandInterceptor Refusals { get; } = new SharedWriting.Watch();

    /// <summary>The connection string with foreign keys on, and a busy timeout unless it names one.</summary>
    public static string Complete(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (!parts.ShouldSerialize("Default Timeout"))
            parts.DefaultTimeout = 10;
        return parts.ConnectionString;
    }

    /// <summary>Makes the folder of a new file; looks at an existing one before anything writes to it.</summary>
    /// <exception cref="DatabaseUnusable">The file is no database, or cannot be read and written.</exception>
    public static async Task CheckAsync(AppDb db, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        DurableFolder.Make(Path.GetDirectoryName(path)!);
        if (Directory.Exists(path))
            throw new DatabaseUnusable($"{path} is a folder, not a database. Choose another data folder.");
        if (!File.Exists(path))
            return;
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var start = new byte[Magic.Length];
            var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
            if (read > 0 && !start.AsSpan(0, read).SequenceEqual(Magic))
                throw new DatabaseUnusable($"{path} is not a Songthang database. It was left as it is; choose another folder or restore a backup.");
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new DatabaseUnusable($"{path} cannot be read and written by this user. Give the user permission to it.", denied);
        }

        await DropStaleMigrationLockAsync(db, cancellationToken);
    }

    /// <summary>A start that was killed while migrating leaves its lock row behind, on which every later start would wait for ever.</summary>
    static async Task DropStaleMigrationLockAsync(AppDb db, CancellationToken cancellationToken)
    {
        var exists = await db.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (exists > 0)
        {
            await db.Database.ExecuteSqlRawAsync(
                "DELETE FROM __EFMigrationsLock WHERE datetime(Timestamp) < datetime('now', '-60 seconds')", cancellationToken);
        }
    }

    public static string Explain(SqliteException exception) => exception.SqliteErrorCode switch
    {
        8 => "the file is read-only.",
        10 => "the disk reports an error; check the disk and the backups.",
        11 or 26 => "the file is damaged or no database; restore a backup.",
        13 => "the disk is full; free some space and start again.",
        14 => "the file cannot be opened; check the folder and its permissions.",
        5 or 6 => "another program holds it; is Songthang running twice?",
        _ => "see the reason.",
    };

    sealed class PragmaInterceptor : DbConnectionInterceptor
    {
        // FULL: what was answered with a reference is on the disk, also after a power cut (design section 6).
        const string Sql = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; "
            // What is removed does not stay readable in the file, as far as that costs no further writing.
            + "PRAGMA secure_delete = FAST; "
            // Another program, or a statement outside a turn, holds the file for a moment: SQLite looks again within milliseconds,
            // and only after that the provider's own wait begins, which looks six times a second.
            + "PRAGMA busy_timeout = 500;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
