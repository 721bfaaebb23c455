using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Songthang.Web.Tests.Webhooks;

/// <summary>A message as a partner's server got it.</summary>
sealed record Received(string Head, string Body)
{
    public string Header(string name) => Head.Split("\r\n").First(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Split(':', 2)[1].Trim();
}

/// <summary>A partner's server on a real port, which answers what a test tells it to.</summary>
sealed class Receiver : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource end = new();
    readonly Task loop;

    public Receiver()
    {
        listener.Start();
        loop = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}/hook";

    public ConcurrentQueue<Received> Got { get; } = new();

    public int Connections { get; private set; }

    /// <summary>What is answered, head and all; null never answers.</summary>
    public Func<Received, string?> Answer { get; set; } = _ => Say(200);

    public static string Say(int status, string extra = "", string body = "") =>
        $"HTTP/1.1 {status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{extra}\r\n{body}";

    async Task AcceptAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(end.Token);
                Connections++;
                _ = ServeAsync(client);
            }
            catch (Exception problem) when (problem is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var received = await ReadAsync(stream);
                Got.Enqueue(received);
                if (Answer(received) is { } answer)
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), end.Token);
                else
                    await Task.Delay(Timeout.Infinite, end.Token);
            }
            catch (Exception problem) when (problem is OperationCanceledException or IOException or SocketException)
            {
                // The caller hung up, or the test is over.
            }
        }
    }

    async Task<Received> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[8192];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, end.Token);
            bytes.AddRange(buffer[..read]);
            var text = Encoding.UTF8.GetString([.. bytes]);
            var cut = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (read == 0)
                return new(text, "");
            if (cut < 0)
                continue;
            var received = new Received(text[..cut], text[(cut + 4)..]);
            if (Encoding.UTF8.GetByteCount(received.Body) >= int.Parse(received.Header("Content-Length"), System.Globalization.CultureInfo.InvariantCulture))
                return received;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A test may close it before its end.
        await end.CancelAsync();
        listener.Dispose();
        await loop;
    }
}
