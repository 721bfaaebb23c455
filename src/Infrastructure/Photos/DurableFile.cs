using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Songthang.Infrastructure.Photos;

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
        // Photos may show people and homes: nobody but the program itself reads the folder.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            await using (var file = new FileStream(unfinished, options))
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
