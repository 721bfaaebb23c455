using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Songthang.Infrastructure.Partners;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Durability;

/// <summary>The real program with its data folder and database, started and ended at will.</summary>
/// <param name="connectionString">Its database.</param>
/// <param name="directory">Its data folder.</param>
public sealed class Installation(string connectionString, string directory)
{
    /// <summary>Where it listens, also when it is started again.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Its data folder.</summary>
    public string Directory => directory;

    /// <summary>Its database.</summary>
    public string ConnectionString => connectionString;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts it and returns when it serves.</summary>
    /// <param name="environment">What it finds in its environment besides.</param>
    public async Task<Process> StartAsync(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { ProgramRun.Program, "serve", "--urls", Address.ToString(), "--data", directory },
            Environment =
            {
                ["ConnectionStrings__Songthang"] = connectionString,
                // What protects the service from one sender is not what is tested.
                ["Songthang__RateLimits__Api__Permits"] = "1000000000",
            },
        };
        Unsuspicious.AddTo(start.Environment);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var program = Process.Start(start)!;
        while (await program.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (!line.StartsWith("Songthang serves", StringComparison.Ordinal))
                continue;
            // A program whose words nobody reads waits for its reader in the end.
            _ = program.StandardOutput.ReadToEndAsync(Stop);
            _ = program.StandardError.ReadToEndAsync(Stop);
            return program;
        }

        throw new InvalidOperationException(await program.StandardError.ReadToEndAsync(Stop));
    }

    /// <summary>Ends it without a word.</summary>
    public static async Task EndAsync(Process program)
    {
        program.Kill();
        await program.WaitForExitAsync(Stop);
    }

    /// <summary>A partner's key under which any number of reports is taken.</summary>
    public async Task<string> MakeKeyAsync()
    {
        var secret = ApiKeySecret.New();
        await Databases.AddKeyAsync(connectionString, secret);
        SqliteConnection.ClearAllPools();
        return secret;
    }

    /// <summary>Looks into the database, and leaves no file of it open.</summary>
    public async Task<T> WithDbAsync<T>(Func<AppDb, Task<T>> work)
    {
        var found = await Databases.WithAsync(connectionString, work);
        SqliteConnection.ClearAllPools();
        return found;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
