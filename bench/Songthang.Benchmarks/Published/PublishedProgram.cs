using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Songthang.Benchmarks.Published;

/// <summary>A program of its own on the loopback address: the published one, or a bare Kestrel beside it.</summary>
sealed class PublishedProgram : IAsyncDisposable
{
    readonly Process process;
    readonly System.Text.StringBuilder said;

    PublishedProgram(Process process, System.Text.StringBuilder said, Uri address, TimeSpan start) =>
        (this.process, this.said, Address, Start) = (process, said, address, start);

    public Uri Address { get; }

    /// <summary>From the start of the process to the first page.</summary>
    public TimeSpan Start { get; }

    /// <summary>What it wrote to its log.</summary>
    public string Said => said.ToString();

    /// <summary>What it has in memory now, MB.</summary>
    public double Resident => Of("VmRSS");

    /// <summary>The most that it had, MB.</summary>
    public double Peak => Of("VmHWM");

    public static async Task<PublishedProgram> StartAsync(string file, Func<int, IEnumerable<string>> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(file) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments(port))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var said = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        using var http = new HttpClient();
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {said}");
            try
            {
                using var first = await http.GetAsync(address);
                first.EnsureSuccessStatusCode();
                return new(process, said, address, watch.Elapsed);
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(5);
            }
        }
    }

    double Of(string name) => double.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture) * 1024 / 1e6;

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
