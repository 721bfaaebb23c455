using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Disk;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Backups;

/// <summary>The database as one SQLite file in a backup, made with SQLite's own online backup: what was committed at one moment.</summary>
static class SqliteCopy
{
    const string Entry = "songthang.db";

    public static async Task AddAsync(AppDb db, BackupArchive archive, string besideFile, CancellationToken cancellationToken)
    {
        var copy = besideFile + ".database";
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            // In one step: it reads one state of the file, and nobody who writes waits for it.
            await Task.Run(() => Copy((SqliteConnection)db.Database.GetDbConnection(), copy), cancellationToken);
            await archive.AddAsync(Entry, CompressionLevel.Fastest, async target =>
            {
                await using var content = new FileStream(copy, FileMode.Open, FileAccess.Read);
                await content.CopyToAsync(target, cancellationToken);
            });
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
            File.Delete(copy);
        }
    }

    static void Copy(SqliteConnection source, string path)
    {
        File.Delete(path);
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        target.Open();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        source.BackupDatabase(target);
        // One file without a log beside it.
        using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.ExecuteNonQuery();
        command.CommandText = "PRAGMA integrity_check";
        if (command.ExecuteScalar() is not "ok")
            throw new BackupUnusable("The copy of the database is damaged: check the disk, and keep the older backups.");
    }

    /// <summary>Where the file of this database lies or will lie.</summary>
    public static string PathOf(AppDb db) => Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);

    /// <summary>Puts the file in its place; it must not be there.</summary>
    public static async Task RestoreAsync(AppDb db, ZipArchive zip, CancellationToken cancellationToken)
    {
        var path = PathOf(db);
        var folder = Path.GetDirectoryName(path)!;
        DurableFolder.Make(folder);
        await BackupRestoring.PlaceAsync(zip.GetEntry(Entry) ?? throw new BackupUnusable("The backup holds no database. Use another one."), path, cancellationToken);
        DurableFile.FlushFolder(folder);
    }
}
