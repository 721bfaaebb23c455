using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Songthang.Infrastructure.Attachments;

/// <summary>Where a virus scanner listens, if there is one.</summary>
public sealed class VirusScannerOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Songthang:VirusScanner";

    /// <summary>Of ClamAV's clamd: <c>unix:/run/clamav/clamd.ctl</c> or <c>host:port</c>. Empty: nothing is scanned.</summary>
    public string Address { get; init; } = "";

    /// <summary>How long one file may take.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>Whether it can be used.</summary>
    public bool IsSound => TimeoutSeconds is >= 1 and <= 120 && (Address.Length == 0 || EndPoint is not null);

    internal EndPoint? EndPoint
    {
        get
        {
            if (Address.StartsWith("unix:/", StringComparison.Ordinal))
                return new UnixDomainSocketEndPoint(Address["unix:".Length..]);
            var colon = Address.LastIndexOf(':');
            return colon > 0 && ushort.TryParse(Address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? new DnsEndPoint(Address[..colon].Trim('[', ']'), port) : null;
        }
    }
}

/// <summary>What a scanner says of a file.</summary>
public enum ScanOutcome
{
    /// <summary>There is no scanner.</summary>
    NotAsked,

    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>Something was found.</summary>
    Infected,

    /// <summary>The scanner did not answer, or could not look.</summary>
    Away,
}

/// <summary>Has ClamAV look at files: its command INSTREAM, over a socket, without any program or file in between.</summary>
/// <param name="options">Where it listens.</param>
/// <param name="log">Takes down what it found, and when it is away.</param>
public sealed class VirusScanner(IOptions<VirusScannerOptions> options, ILogger<VirusScanner> log)
{
    const int LongestAnswer = 1024;

    /// <summary>Has a file looked at.</summary>
    /// <param name="file">Read to its end. Not disposed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ScanOutcome> ScanAsync(Stream file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (options.Value.EndPoint is not { } there)
            return ScanOutcome.NotAsked;
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        tooLong.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        try
        {
            var answer = await AskAsync(there, file, tooLong.Token);
            if (answer.EndsWith("OK", StringComparison.Ordinal))
                return ScanOutcome.Clean;
            if (answer.EndsWith("FOUND", StringComparison.Ordinal))
            {
                log.LogWarning("The virus scanner found something in a document");
                return ScanOutcome.Infected;
            }

            log.LogWarning("The virus scanner could not look at a document");
        }
        catch (Exception problem) when (problem is SocketException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(problem, "The virus scanner does not answer");
        }

        return ScanOutcome.Away;
    }

    static async Task<string> AskAsync(EndPoint there, Stream file, CancellationToken cancellationToken)
    {
        using var socket = there is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(there, cancellationToken);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var chunk = new byte[sizeof(int) + (64 * 1024)];
        for (int read; (read = await file.ReadAsync(chunk.AsMemory(sizeof(int)), cancellationToken)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await stream.WriteAsync(chunk.AsMemory(0, sizeof(int) + read), cancellationToken);
        }

        await stream.WriteAsync(new byte[sizeof(int)], cancellationToken);
        var answer = new byte[LongestAnswer];
        var length = 0;
        for (int read; length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), cancellationToken)) > 0;)
            length += read;
        return Encoding.ASCII.GetString(answer, 0, length).TrimEnd('\0', '\n', '\r', ' ');
    }
}
