using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Songthang.Durability.Standby;

/// <summary>A PostgreSQL server in a folder of the test's own, that listens on a socket there and on no port.</summary>
/// <param name="folder">Folder of its data and its socket.</param>
public sealed class PostgresServer(string folder) : IAsyncDisposable
{
    const string User = "songthang";

    static readonly string Programs = FindPrograms();
    static readonly bool IsRoot = Environment.UserName == "root";

    Process? server;

    /// <summary>Where it is found; PostgreSQL's socket lies here.</summary>
    public string Folder => folder;

    string Data => Path.Combine(folder, "data");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Makes it, with nothing in it.</summary>
    public async Task InitAsync()
    {
        await MakeFolderAsync();
        await RunAsync("initdb", "-D", Data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await ConfigureAsync();
    }

    /// <summary>Makes it anew as a standby of another one, which runs.</summary>
    public async Task FollowAsync(PostgresServer primary)
    {
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
        await MakeFolderAsync();
        await RunAsync("pg_basebackup", "-D", Data, "-h", primary.Folder, "-U", User, "--write-recovery-conf", "--checkpoint=fast", "--no-sync");
        await ConfigureAsync();
        await StartAsync();
        await primary.ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await primary.ExecuteAsync("SELECT pg_reload_conf()");
        await primary.UntilAsync("SELECT EXISTS (SELECT FROM pg_stat_replication WHERE sync_state = 'sync') AND current_setting('synchronous_standby_names') = '*'");
    }

    /// <summary>Starts it; it takes connections when this returns.</summary>
    public async Task StartAsync()
    {
        server = Start("postgres", ["-D", Data]);
        server.ErrorDataReceived += (_, _) => { };
        server.OutputDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        await UntilAsync("SELECT true");
    }

    /// <summary>Ends it with all its processes at once, as a machine that is gone.</summary>
    public void Kill() => server!.Kill(entireProcessTree: true);

    /// <summary>Makes it the primary; it takes writes when this returns, and waits for no standby.</summary>
    public Task PromoteAsync() => RunAsync("pg_ctl", "promote", "-D", Data, "--wait");

    /// <summary>Runs a statement.</summary>
    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"Host={folder};Username={User};Database=postgres;Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Stop);
    }

    /// <summary>Returns when a question is answered with yes.</summary>
    public async Task UntilAsync(string question)
    {
        while (true)
        {
            try
            {
                if (await ExecuteAsync(question) is true)
                    return;
            }
            catch (NpgsqlException) when (server is { HasExited: false })
            {
                // It starts.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), Stop);
        }
    }

    async Task MakeFolderAsync()
    {
        Directory.CreateDirectory(folder);
        if (IsRoot)
            await EndAsync(Process.Start("chown", ["postgres", folder]));
    }

    /// <summary>A standby has its own: it must not wait for one when it is promoted.</summary>
    Task ConfigureAsync() => File.WriteAllTextAsync(Path.Combine(Data, "postgresql.auto.conf"), string.Create(CultureInfo.InvariantCulture, $"""
        {(File.Exists(Path.Combine(Data, "standby.signal")) ? PrimaryConnInfo() : "")}
        listen_addresses = ''
        unix_socket_directories = '{folder}'
        max_connections = 60
        shared_buffers = 32MB
        wal_keep_size = 64MB
        wal_receiver_timeout = 5s
        wal_retrieve_retry_interval = 200ms

        """), Stop);

    string PrimaryConnInfo() => File.ReadLines(Path.Combine(Data, "postgresql.auto.conf"))
        .Last(line => line.StartsWith("primary_conninfo", StringComparison.Ordinal));

    static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(IsRoot ? "setpriv" : Path.Combine(Programs, program))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        // PostgreSQL refuses to run as root.
        if (IsRoot)
            foreach (var argument in (string[])["--reuid=postgres", "--regid=postgres", "--init-groups", Path.Combine(Programs, program)])
                start.ArgumentList.Add(argument);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var said = process.StandardOutput.ReadToEndAsync(Stop);
        var errors = process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await said} {await errors}");
    }

    static async Task EndAsync(Process process)
    {
        using (process)
            await process.WaitForExitAsync(Stop);
    }

    /// <summary>Debian keeps the server's programs out of the path.</summary>
    static string FindPrograms() => Environment.GetEnvironmentVariable("SONGTHANG_TEST_POSTGRES_PROGRAMS")
        ?? Directory.GetDirectories("/usr/lib/postgresql").OrderBy(name => name, StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).Last();

    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
            Kill();
        if (server is not null)
            await server.WaitForExitAsync(CancellationToken.None);
        server?.Dispose();
    }
}
