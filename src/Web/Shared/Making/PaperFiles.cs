using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Songthang.Domain.Officers;

namespace Songthang.Web.Shared.Making;

/// <summary>A file with many papers that somebody asked for.</summary>
/// <param name="Key">Names the file: 32 hexadecimal digits of 128 random bits.</param>
/// <param name="By">Who asked: nobody else gets the file, for it may hold personal data.</param>
/// <param name="Count">How many papers.</param>
public sealed record FileWanted(string Key, Actor By, int Count)
{
    /// <summary>A new one.</summary>
    public static FileWanted New(Actor by, int count) => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), by, count);
}

/// <summary>How far a file is.</summary>
/// <param name="Done">Papers that are in it.</param>
/// <param name="Of">Papers that will be in it; 0 once it is ready.</param>
/// <param name="HasFailed">It will not come; asking again may help.</param>
public sealed record FileProgress(int Done, int Of, bool HasFailed = false)
{
    /// <summary>Whether it can be downloaded.</summary>
    public bool IsReady => Of == 0;
}

/// <summary>
/// The files with many papers, kept for a day in the data folder. What is being made is known to the running program
/// only: after a restart the officer asks again.
/// </summary>
/// <param name="folder">Where they lie.</param>
public sealed class PaperFiles(string folder)
{
    /// <summary>How long a file can be downloaded.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    const string Ending = ".pdf", UnfinishedEnding = ".unfinished";

    readonly ConcurrentDictionary<string, FileProgress> making = new(StringComparer.Ordinal);

    /// <summary>Says how far a file is.</summary>
    public void Report(FileWanted wanted, FileProgress progress) => making[NameOf(wanted.Key, wanted.By)] = progress;

    /// <summary>How far this person's file is; null when there is none.</summary>
    public FileProgress? Find(string key, Actor by, DateTime now) => making.GetValueOrDefault(NameOf(key, by))
        ?? (Open(key, by, now) is { } file && Closed(file) ? new(0, 0) : null);

    /// <summary>This person's file if it is ready and not too old.</summary>
    public FileStream? Open(string key, Actor by, DateTime now)
    {
        var path = Path.Combine(folder, NameOf(key, by) + Ending);
        return key.Length == 32 && key.All(char.IsAsciiHexDigitLower) && File.Exists(path) && File.GetLastWriteTimeUtc(path) > now - Kept
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true)
            : null;
    }

    /// <summary>Makes the file: written aside, and in its place only when it is whole.</summary>
    public async Task WriteAsync(FileWanted wanted, DateTime now, Func<Stream, Task> write)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, NameOf(wanted.Key, wanted.By));
        await using (var file = new FileStream(path + UnfinishedEnding, FileMode.Create, FileAccess.ReadWrite))
            await write(file);
        File.SetLastWriteTimeUtc(path + UnfinishedEnding, now);
        File.Move(path + UnfinishedEnding, path + Ending);
    }

    /// <summary>The file is there: from now on the folder says so.</summary>
    public void Finish(FileWanted wanted) => making.TryRemove(NameOf(wanted.Key, wanted.By), out _);

    /// <summary>Removes what is too old, and what a crash left unfinished.</summary>
    public void Sweep(DateTime now)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc <= now - Kept))
            file.Delete();
    }

    static bool Closed(FileStream file)
    {
        file.Dispose();
        return true;
    }

    static string NameOf(string key, Actor by) => string.Create(CultureInfo.InvariantCulture, $"{key}-{by.OfficerId}");
}
