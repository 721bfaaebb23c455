namespace Songthang.Infrastructure.Backups;

/// <summary>What a backup says about itself: the last entry of its file, so that a backup that was cut off has none.</summary>
/// <param name="Format">Of the file; this program writes and reads <see cref="CurrentFormat"/>.</param>
/// <param name="MadeAt">When the database was looked at, UTC.</param>
/// <param name="Database"><see cref="Sqlite"/> or <see cref="Postgres"/>.</param>
/// <param name="Migrations">Which the database had, oldest first: a program that does not know them all cannot read it.</param>
/// <param name="Files">All other entries.</param>
public sealed record BackupManifest(int Format, DateTime MadeAt, string Database, IReadOnlyList<string> Migrations, IReadOnlyList<BackupEntry> Files)
{
    /// <summary>The only format so far.</summary>
    public const int CurrentFormat = 1;

    /// <summary>A database that is one file.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>A database on a server.</summary>
    public const string Postgres = "postgres";

    /// <summary>Name of its entry.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Folders of the data folder that belong to a backup; everything else there can be made again.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["photos", "documents", "keys"];
}

/// <summary>A file in a backup.</summary>
/// <param name="Path">With slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record BackupEntry(string Path, long Bytes, string Sha256);

/// <summary>How far it is.</summary>
/// <param name="Part">What is being done: <c>database</c>, <c>photos</c>, <c>documents</c>, <c>keys</c> or <c>checking</c>.</param>
/// <param name="Done">Files done.</param>
/// <param name="Total">Of so many.</param>
public sealed record BackupProgress(string Part, int Done, int Total);

/// <summary>A backup cannot be made, read or restored; the message says why and what to do.</summary>
public sealed class BackupUnusable(string message, Exception? inner = null) : Exception(message, inner);
