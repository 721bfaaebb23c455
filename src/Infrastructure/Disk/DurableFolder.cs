namespace Songthang.Infrastructure.Disk;

/// <summary>Folders that are on the disk when the call returns.</summary>
public static class DurableFolder
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Makes a folder that nobody but its owner enters, with all above it that is missing. Each name is on the disk: a power cut
    /// could otherwise take a whole new data folder back although every file in it was synced.
    /// </summary>
    /// <returns>Whether it was missing.</returns>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static bool Make(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var missing = new Stack<string>();
        for (var at = path; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
            missing.Push(at);
        if (missing.Count == 0)
            return false;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly);
        foreach (var made in missing)
            DurableFile.FlushFolder(Path.GetDirectoryName(made)!);
        return true;
    }
}
