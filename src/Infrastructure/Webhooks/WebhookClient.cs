using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Infrastructure.Webhooks;

/// <summary>What came of calling a partner's server.</summary>
/// <param name="StatusCode">Of its answer; null when there was none.</param>
/// <param name="Answer">How the answer began, or why there was none.</param>
/// <param name="RetryAfter">How long the server wants to be left alone; null when it did not say.</param>
public sealed record WebhookAnswer(int? StatusCode, string Answer, TimeSpan? RetryAfter = null)
{
    /// <summary>The partner took it.</summary>
    public bool IsTaken => StatusCode is >= 200 and < 300;

    /// <summary>Nothing will be better for other messages now.</summary>
    public bool ServerIsTroubled => StatusCode is null or 408 or 429 or >= 500;
}

/// <summary>
/// Calls partners' servers, and nobody else: the name is resolved once, every address that it has must be on the open
/// internet, and the connection goes to the address that was looked at. No redirects, no proxy, no cookies, little is read.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    const int MostBytesRead = 1024;

    static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    readonly bool allowPrivate;
    readonly TimeSpan timeout;
    readonly HttpClient client;

    /// <param name="options">How partners are reached.</param>
    public WebhookClient(IOptions<WebhookOptions> options)
    {
        allowPrivate = options.Value.AllowPrivateAddresses;
        timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 16,
            MaxConnectionsPerServer = 4,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectTimeout = timeout,
            ConnectCallback = ConnectAsync,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends one message. Never throws for what a partner does.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="body">The message, UTF-8.</param>
    /// <param name="headers">What goes with it.</param>
    /// <param name="cancellationToken">Ends it because the program ends.</param>
    public async Task<WebhookAnswer> PostAsync(
        string url, byte[] body, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        try
        {
            // Looked at again: the rules may be stricter than when it was stored.
            return await PostToAsync(WebhookAddress.Read(url, allowPrivate), body, headers, cancellationToken);
        }
        catch (Domain.RuleBroken rule)
        {
            return new(null, Shortened(rule.Sentence.English));
        }
    }

    /// <summary>The same for an address whose spelling was looked at: where it leads is looked at here.</summary>
    public async Task<WebhookAnswer> PostToAsync(
        Uri url, byte[] body, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
            message.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
            foreach (var (name, value) in headers)
                message.Headers.TryAddWithoutValidation(name, value);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new((int)response.StatusCode, await BeginningAsync(response, limit.Token), RestOf(response));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, $"No answer within {timeout.TotalSeconds} s");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or SocketException or ArgumentException)
        {
            return new(null, Shortened((problem.InnerException ?? problem).Message));
        }
    }

    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        // One inner address among outer ones is a trick: none of them is called.
        if (addresses.Length == 0 || (!allowPrivate && !Array.TrueForAll(addresses, PublicNetwork.Holds)))
            throw new HttpRequestException("The address is not on the open internet.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostBytesRead];
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Shortened(Encoding.UTF8.GetString(buffer, 0, read));
    }

    static TimeSpan? RestOf(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta is { } wait && wait > TimeSpan.Zero
        ? wait < LongestRest ? wait : LongestRest
        : null;

    static string Shortened(string text)
    {
        var clean = ThaiText.Clean(text);
        return clean.Length <= WebhookDelivery.MaxAnswer ? clean : ThaiText.Clean(clean[..WebhookDelivery.MaxAnswer].TrimEnd('\ud83d'));
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();
}
