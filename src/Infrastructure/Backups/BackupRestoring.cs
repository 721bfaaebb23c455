using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Disk;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Backups;

/// <summary>Puts a backup into an empty place. The database comes last: where there is one, everything is there.</summary>
public static class BackupRestoring
{
    /// <summary>Refuses a place that is not empty, before anything is made there.</summary>
    /// <param name="dataDirectory">The folder to restore into.</param>
    /// <exception cref="BackupUnusable">There is something in it.</exception>
    public static void RequireEmpty(string dataDirectory)
    {
        if (File.Exists(dataDirectory) || (Directory.Exists(dataDirectory) && Directory.EnumerateFileSystemEntries(dataDirectory).Any()))
            throw new BackupUnusable($"{dataDirectory} is not empty. Restore into an empty folder: nothing that is there is ever replaced.");
    }

    /// <summary>Verifies the backup, then restores it.</summary>
    /// <param name="db">The database, not there yet (SQLite) or without any table (PostgreSQL).</param>
    /// <param name="dataDirectory">An empty folder.</param>
    /// <param name="path">The backup.</param>
    /// <param name="report">Is told how far it is.</param>
    /// <param name="cancellationToken">Ends the work; what was restored so far stays and must be removed.</param>
    /// <exception cref="BackupUnusable">The backup is damaged, of the other kind of database or of a newer program, or the database is not empty.</exception>
    public static async Task<BackupManifest> RestoreAsync(
        AppDb db, string dataDirectory, string path, IProgress<BackupProgress>? report, CancellationToken cancellationToken)
    {
        var manifest = await BackupArchive.VerifyAsync(path, report, cancellationToken);
        await RequireFitAsync(db, manifest, cancellationToken);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        foreach (var folder in BackupManifest.Folders)
            await PlaceFolderAsync(zip, manifest, dataDirectory, folder, report, cancellationToken);
        report?.Report(new("database", 0, 1));
        if (db is PostgresAppDb)
            await PostgresCopy.RestoreAsync(db, zip, manifest, cancellationToken);
        else
            await SqliteCopy.RestoreAsync(db, zip, cancellationToken);
        report?.Report(new("database", 1, 1));
        return manifest;
    }

    static async Task RequireFitAsync(AppDb db, BackupManifest manifest, CancellationToken cancellationToken)
    {
        var kind = db is PostgresAppDb ? BackupManifest.Postgres : BackupManifest.Sqlite;
        if (manifest.Database != kind)
        {
            throw new BackupUnusable(manifest.Database == BackupManifest.Postgres
                ? "The backup is of a PostgreSQL database: name an empty one in ConnectionStrings__Songthang."
                : "The backup is of a SQLite file: restore without a connection string to a server.");
        }

        var unknown = manifest.Migrations.Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
            throw new BackupUnusable($"The backup was made by a newer version of Songthang (it has {string.Join(", ", unknown)}). Restore it with that version.");
        if (db is PostgresAppDb ? !await PostgresCopy.IsEmptyAsync(db, cancellationToken) : File.Exists(SqliteCopy.PathOf(db)))
            throw new BackupUnusable("The database is not empty. Restore into an empty one: nothing that is there is ever replaced.");
    }

    static async Task PlaceFolderAsync(
        ZipArchive zip, BackupManifest manifest, string dataDirectory, string folder, IProgress<BackupProgress>? report, CancellationToken cancellationToken)
    {
        var files = manifest.Files.Where(entry => entry.Path.StartsWith(folder + '/', StringComparison.Ordinal)).ToList();
        if (files.Count == 0)
            return;
        var directory = Path.Combine(dataDirectory, folder);
        DurableFolder.Make(directory);
        for (var number = 0; number < files.Count; number++)
        {
            // A name is a name, not a way out of the folder, whoever made the file.
            var name = files[number].Path[(folder.Length + 1)..];
            if (name != Path.GetFileName(name) || name is "" or "." or "..")
                throw new BackupUnusable($"{files[number].Path} is no name that a backup has. Use another one.");
            await PlaceAsync(zip.GetEntry(files[number].Path)!, Path.Combine(directory, name), cancellationToken);
            report?.Report(new(folder, number + 1, files.Count));
        }

        DurableFile.FlushFolder(directory);
    }

    internal static async Task PlaceAsync(ZipArchiveEntry entry, string path, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var content = entry.Open();
        await using var file = new FileStream(path, options);
        await content.CopyToAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
    }
}
