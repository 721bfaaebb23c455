using System.Diagnostics;

namespace Songthang.Durability.Standby;

/// <summary>Two PostgreSQL servers, one the synchronous standby of the other, and the program, which knows both.</summary>
public sealed class Pair : IAsyncDisposable
{
    readonly string root = Directory.CreateTempSubdirectory("songthang-standby-").FullName;
    Process? program;

    public Pair()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        var (a, b) = (Path.Combine(root, "a"), Path.Combine(root, "b"));
        (Primary, Standby) = (new(a), new(b));
        Installation = new($"Host={a},{b};Username=songthang;Database=songthang;Target Session Attributes=primary;Command Timeout=10", Path.Combine(root, "data"));
    }

    /// <summary>Takes the writes now.</summary>
    public PostgresServer Primary { get; private set; }

    /// <summary>Has everything that was acknowledged.</summary>
    public PostgresServer Standby { get; private set; }

    /// <summary>The program; started once, it is to find its way by itself.</summary>
    public Installation Installation { get; }

    /// <summary>Who submits.</summary>
    public Crowd Crowd { get; private set; } = null!;

    /// <summary>Starts all three.</summary>
    public async ValueTask StartAsync()
    {
        await Primary.InitAsync();
        await Primary.StartAsync();
        await Primary.ExecuteAsync("CREATE DATABASE songthang");
        await Standby.FollowAsync(Primary);
        program = await Installation.StartAsync();
        Crowd = new(Installation.Address, await Installation.MakeKeyAsync());
    }

    /// <summary>The primary is gone, and the standby takes its place.</summary>
    public async Task FailOverAsync()
    {
        Primary.Kill();
        await Standby.PromoteAsync();
        (Primary, Standby) = (Standby, Primary);
    }

    /// <summary>What was the primary comes back as the standby.</summary>
    public Task RepairAsync() => Standby.FollowAsync(Primary);

    /// <summary>Ends the program, so that what is kept can be looked at.</summary>
    public Task EndProgramAsync() => Installation.EndAsync(program!);

    public async ValueTask DisposeAsync()
    {
        if (program is { HasExited: false })
            await EndProgramAsync();
        program?.Dispose();
        Crowd?.Dispose();
        await Primary.DisposeAsync();
        await Standby.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }
}
