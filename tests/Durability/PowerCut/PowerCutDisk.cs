using System.Diagnostics;
using System.Globalization;

namespace Songthang.Durability.PowerCut;

/// <summary>A disk in a machine whose power can be cut: what was not synced is gone then. See forgetful.py.</summary>
public sealed class PowerCutDisk : IAsyncDisposable
{
    readonly string root = Directory.CreateTempSubdirectory("songthang-power-").FullName;
    Process? serving;

    public PowerCutDisk()
    {
        Directory.CreateDirectory(Mount);
        Directory.CreateDirectory(Disk);
    }

    /// <summary>Where it is mounted.</summary>
    public string Mount => Path.Combine(root, "mount");

    string Disk => Path.Combine(root, "disk");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Mounts it with what survived.</summary>
    /// <param name="early">The share of pages and names that reach the disk before anybody asked for it; 0 to 1.</param>
    /// <param name="seed">Which ones.</param>
    public async Task MountAsync(double early, int seed)
    {
        serving = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("SONGTHANG_TEST_PYTHON") ?? "/usr/bin/python3")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "PowerCut", "forgetful.py"), Disk, Mount,
                "--early", early.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture),
            },
        })!;
        if (await serving.StandardOutput.ReadLineAsync(Stop) != "mounted")
            throw new InvalidOperationException("The file system could not be mounted; it needs python3-fusepy, fuse3 and /dev/fuse.");
    }

    /// <summary>
    /// Cuts the power: the program ends, and then what it did not sync is forgotten. In this order, for a program that outlived its
    /// disk would answer that something failed, which nobody hears from a machine without power.
    /// </summary>
    public void Cut(Process program)
    {
        program.Kill();
        serving!.Kill();
    }

    /// <summary>Returns when, after a cut, it is unmounted.</summary>
    public async Task GoneAsync()
    {
        await serving!.WaitForExitAsync(Stop);
        await UnmountAsync("-uz");
    }

    /// <summary>Unmounts it in good order: everything is written.</summary>
    public async Task EndAsync()
    {
        await UnmountAsync("-u");
        await serving!.WaitForExitAsync(Stop);
    }

    /// <summary>How often a file was synced since the beginning.</summary>
    /// <param name="path">Its path in the mount, from the root.</param>
    public int Syncs(string path) => File.ReadLines(Path.Combine(Disk, "syncs")).Count(line => line == path);

    async Task UnmountAsync(string how)
    {
        using var unmounting = Process.Start("fusermount3", [how, Mount]);
        await unmounting.WaitForExitAsync(CancellationToken.None);
        serving = unmounting.ExitCode == 0 ? serving : throw new InvalidOperationException($"fusermount3 ended with {unmounting.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (serving is { HasExited: false })
        {
            serving.Kill();
            await GoneAsync();
        }

        serving?.Dispose();
        Directory.Delete(root, recursive: true);
    }
}
