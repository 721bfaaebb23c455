using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Disk;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Backups;

/// <summary>Makes a backup while the program runs: database, photos, documents and keys in one file, compared with what was read.</summary>
public static class BackupWriting
{
    const string Unfinished = ".unfinished";

    /// <summary>Writes the file, reads it back, and only then gives it its name.</summary>
    /// <param name="db">The database.</param>
    /// <param name="dataDirectory">Folder of photos, documents and keys.</param>
    /// <param name="path">The file; must not be there.</param>
    /// <param name="now">UTC.</param>
    /// <param name="report">Is told how far it is.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left then.</param>
    /// <exception cref="BackupUnusable">There is such a file, its folder cannot be written, or what was read back is not what was written.</exception>
    public static async Task<BackupManifest> WriteAsync(
        AppDb db, string dataDirectory, string path, DateTime now, IProgress<BackupProgress>? report, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        if (File.Exists(path) || Directory.Exists(path))
            throw new BackupUnusable($"{path} is there already. Choose another name: a backup never replaces another one.");
        var unfinished = path + Unfinished;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await WriteFileAsync(db, dataDirectory, unfinished, now, report, cancellationToken);
            var manifest = await BackupArchive.VerifyAsync(unfinished, report, cancellationToken);
            File.Move(unfinished, path);
            DurableFile.FlushFolder(Path.GetDirectoryName(path)!);
            return manifest;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupUnusable($"{path} cannot be written: {problem.Message}", problem);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    static async Task WriteFileAsync(
        AppDb db, string dataDirectory, string unfinished, DateTime now, IProgress<BackupProgress>? report, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        // It holds everything that the data folder protects.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(unfinished, options);
        using (var archive = new BackupArchive(file))
        {
            var isPostgres = db is PostgresAppDb;
            var migrations = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
            report?.Report(new("database", 0, 1));
            // First the database: files are written before the rows that name them, so what it names is there.
            if (isPostgres)
                await PostgresCopy.AddAsync(db, archive, cancellationToken);
            else
                await SqliteCopy.AddAsync(db, archive, unfinished, cancellationToken);
            report?.Report(new("database", 1, 1));
            foreach (var folder in BackupManifest.Folders)
                await AddFolderAsync(archive, dataDirectory, folder, report, cancellationToken);
            await archive.AddManifestAsync(new(
                BackupManifest.CurrentFormat, now, isPostgres ? BackupManifest.Postgres : BackupManifest.Sqlite, migrations, archive.Entries));
        }

        file.Flush(flushToDisk: true);
    }

    static async Task AddFolderAsync(
        BackupArchive archive, string dataDirectory, string folder, IProgress<BackupProgress>? report, CancellationToken cancellationToken)
    {
        var directory = new DirectoryInfo(Path.Combine(dataDirectory, folder));
        if (!directory.Exists)
            return;
        var files = directory.GetFiles().Where(file => !file.Name.EndsWith(Unfinished, StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        for (var number = 0; number < files.Count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Open(files[number]) is { } content)
            {
                await using (content)
                    await archive.AddAsync($"{folder}/{files[number].Name}", CompressionLevel.NoCompression, target => content.CopyToAsync(target, cancellationToken));
            }

            report?.Report(new(folder, number + 1, files.Count));
        }
    }

    /// <summary>Null when it was swept meanwhile.</summary>
    static FileStream? Open(FileInfo file)
    {
        try
        {
            return new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
