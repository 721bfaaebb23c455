using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Songthang.Web.Tests.Host;

namespace Songthang.Durability;

/// <summary>The real program as a process of its own.</summary>
public sealed class Node : IDisposable
{
    readonly Process process;

    Node(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it; it serves when this returns.</summary>
    public static async Task<Node> StartAsync(string connectionString, string directory, Uri address)
    {
        var process = ProgramRun.Start(connectionString, "serve", "--urls", address.ToString(), "--data", directory);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (!line.StartsWith("Songthang serves", StringComparison.Ordinal))
                continue;
            // A program whose words nobody reads waits for its reader in the end.
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            return new(process, address);
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Ends it with SIGKILL, as a machine that is gone.</summary>
    public void Kill() => process.Kill();

    /// <summary>An address on this machine that is free.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
