using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Songthang.Domain.Officers;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>Forms that somebody asked for in one file.</summary>
/// <param name="Key">Names the file: 32 hexadecimal digits of 128 random bits.</param>
/// <param name="By">Who asked: nobody else gets the file, for it holds personal data.</param>
/// <param name="References">Whose forms, in this order.</param>
public sealed record FormsWanted(string Key, Actor By, IReadOnlyList<string> References)
{
    /// <summary>A new one.</summary>
    public static FormsWanted New(Actor by, IReadOnlyList<string> references) =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), by, references);
}

/// <summary>How far a file is.</summary>
/// <param name="Done">Forms that are in it.</param>
/// <param name="Of">Forms that will be in it; 0 once it is ready.</param>
/// <param name="HasFailed">It will not come; asking again may help.</param>
public sealed record FormsProgress(int Done, int Of, bool HasFailed = false)
{
    /// <summary>Whether it can be downloaded.</summary>
    public bool IsReady => Of == 0;
}

/// <summary>
/// The files with many forms, kept for a day in the data folder. What is being made is known to the running program
/// only: after a restart the officer asks again.
/// </summary>
/// <param name="folder">Where they lie.</param>
public sealed class FormFiles(string folder)
{
    /// <summary>How long a file can be downloaded.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    const string Ending = ".pdf", UnfinishedEnding = ".unfinished";

    readonly ConcurrentDictionary<string, FormsProgress> making = new(StringComparer.Ordinal);

    /// <summary>Says how far a file is.</summary>
    public void Report(FormsWanted wanted, FormsProgress progress) => making[NameOf(wanted.Key, wanted.By)] = progress;

    /// <summary>How far this person's file is; null when there is none.</summary>
    public FormsProgress? Find(string key, Actor by, DateTime now) => making.GetValueOrDefault(NameOf(key, by))
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
    public async Task WriteAsync(FormsWanted wanted, DateTime now, Func<Stream, Task> write)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, NameOf(wanted.Key, wanted.By));
        await using (var file = new FileStream(path + UnfinishedEnding, FileMode.Create, FileAccess.ReadWrite))
            await write(file);
        File.SetLastWriteTimeUtc(path + UnfinishedEnding, now);
        File.Move(path + UnfinishedEnding, path + Ending);
    }

    /// <summary>The file is there: from now on the folder says so.</summary>
    public void Finish(FormsWanted wanted) => making.TryRemove(NameOf(wanted.Key, wanted.By), out _);

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
