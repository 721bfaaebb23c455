using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Songthang.Infrastructure.Disk;

/// <summary>Files that are on the disk, not merely on their way to it, when the call returns.</summary>
static class DurableFile
{
    const int CloseOnExec = 0x80000;

    /// <summary>
    /// Writes a new file under a passing name, waits until its content has reached the disk, and only then gives it
    /// its own name, so that a file under its own name is always whole. A failure leaves neither.
    /// </summary>
    public static async Task WriteAsync(string path, string unfinished, ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken)
    {
        try
        {
            await using (var file = Create(unfinished))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>The same for those who cannot await, and have little to write.</summary>
    public static void Write(string path, string unfinished, ReadOnlySpan<byte> content, bool overwrite = false)
    {
        try
        {
            using (var file = Create(unfinished))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    // Photos may show people and homes, and keys open secrets: nobody but the program itself reads the folders.
    static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <summary>
    /// Waits until the folder's list of names has reached the disk: without it a power cut can forget a rename
    /// although the file's content is safe. .NET opens no directories, hence the call to the C library.
    /// </summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return; // NTFS keeps its own journal of names.
        using var handle = new SafeFileHandle(OpenReadOnly(Encoding.UTF8.GetBytes(folder + '\0'), CloseOnExec), ownsHandle: true);
        if (handle.IsInvalid)
            throw new IOException($"Cannot open the folder {folder} (errno {Marshal.GetLastPInvokeError()}).");
        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int OpenReadOnly(byte[] path, int flags);
}
