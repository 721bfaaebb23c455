using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using Songthang.Web.Tests.Host;

namespace Songthang.Durability.Nodes;

/// <summary>The web server that is shipped and the program, together: who may speak to them how, and where a request ends.</summary>
public sealed class WebServerTests : IAsyncLifetime
{
    readonly string directory = Directory.CreateTempSubdirectory("songthang-web-server-").FullName;
    string database = "";
    Node node = null!;
    WebServer server = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Each tells the end of its body in a way that one of two readers might understand otherwise.
    static readonly string[] Ambiguous =
    [
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 4\r\nContent-Length: 5\r\n", "Content-Length: +4\r\n", "Content-Length: 4, 4\r\n",
        "Transfer-Encoding: chunked, identity\r\n", "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding : chunked\r\n", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        "X-Folded: one\r\n Transfer-Encoding: chunked\r\n", "Content-Length: 4\r\nHost: elsewhere\r\n", "Content-Length\u0000: 4\r\n",
    ];

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(directory);
        node = await Node.StartAsync(database, directory, Node.FreeAddress());
        server = await WebServer.StartAsync(node.Address, node.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        node.Dispose();
        await TestDatabase.DropAsync(database);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Whoever_speaks_an_old_tls_or_a_cipher_that_can_be_read_later_is_not_heard_and_a_request_with_two_ends_is_refused()
    {
        await using (var newest = await server.ConnectAsync(SslProtocols.Tls13))
            Assert.Equal(SslProtocols.Tls13, newest.SslProtocol);
        await using (var usual = await server.ConnectAsync(SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256))
            Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, usual.NegotiatedCipherSuite);
        foreach (var weak in (TlsCipherSuite[])[TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384])
            await Assert.ThrowsAnyAsync<Exception>(() => server.ConnectAsync(SslProtocols.Tls12, weak));
        Assert.DoesNotContain("TLSv1.1", server.Configuration, StringComparison.Ordinal);

        foreach (var ends in Ambiguous)
        {
            var answer = await SendAsync($"POST /track HTTP/1.1\r\nHost: localhost\r\n{ends}\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Assert.True(answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 501", StringComparison.Ordinal), $"{ends}: {answer}");
            Assert.Equal(1, answer.Split("HTTP/1.1 ").Length - 1);
        }

        Assert.DoesNotContain("smuggled", server.Log, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    async Task<string> SendAsync(string request)
    {
        await using var stream = await server.ConnectAsync(SslProtocols.Tls12);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Stop);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(Stop);
    }
}
