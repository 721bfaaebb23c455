using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Songthang.Durability.Nodes;

/// <summary>Debian's nginx with the configuration of <c>packaging/nginx.conf</c>, in a folder of its own.</summary>
public sealed class WebServer : IAsyncDisposable
{
    const string Frame = """
        daemon off;
        @USER@
        worker_processes 2;
        pid @FOLDER@/nginx.pid;
        error_log @FOLDER@/error.log;
        events { worker_connections 1024; }
        http {
            client_body_temp_path @FOLDER@/body;
            proxy_temp_path @FOLDER@/proxy;
            fastcgi_temp_path @FOLDER@/fastcgi;
            uwsgi_temp_path @FOLDER@/uwsgi;
            scgi_temp_path @FOLDER@/scgi;
            include @FOLDER@/songthang.conf;
        }
        """;

    readonly string folder = Directory.CreateTempSubdirectory("songthang-nginx-").FullName;
    readonly Uri plain = Node.FreeAddress();
    readonly X509Certificate2 certificate;
    Process process = null!;

    WebServer()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>Where it listens, with TLS.</summary>
    public Uri Address { get; } = new UriBuilder(Node.FreeAddress()) { Scheme = "https" }.Uri;

    /// <summary>The lines of its access log.</summary>
    public string Log => File.ReadAllText(Path.Combine(folder, "songthang.log"));

    /// <summary>The configuration as it runs.</summary>
    public string Configuration => File.ReadAllText(Path.Combine(folder, "songthang.conf"));

    /// <summary>A connection with the given version of TLS and, of 1.2, none but the given ciphers.</summary>
    public async Task<SslStream> ConnectAsync(SslProtocols version, params TlsCipherSuite[] ciphers)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port, TestContext.Current.CancellationToken);
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                EnabledSslProtocols = version,
#pragma warning disable CA1416 // These tests run where Debian's nginx does.
                CipherSuitesPolicy = ciphers.Length == 0 ? null : new CipherSuitesPolicy(ciphers),
#pragma warning restore CA1416
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.Thumbprint,
            }, TestContext.Current.CancellationToken);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it before two nodes.</summary>
    public static async Task<WebServer> StartAsync(Uri first, Uri second)
    {
        var server = new WebServer();
        server.Write(first, second);
        var start = new ProcessStartInfo(File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx", ["-e", Path.Combine(server.folder, "error.log"), "-c", Path.Combine(server.folder, "nginx.conf")]);
        server.process = Process.Start(start)!;
        await server.WaitAsync();
        return server;
    }

    /// <summary>The shipped file, with the addresses of this test in the place of its examples.</summary>
    void Write(Uri first, Uri second)
    {
        var shipped = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "packaging", "nginx.conf"));
        foreach (var (example, here) in new (string, string)[]
        {
            ("10.0.0.11:5080", first.Authority), ("10.0.0.12:5080", second.Authority),
            ("listen 80;", $"listen {plain.Authority};"), ("listen 443 ", $"listen {Address.Authority} "),
            ("/etc/ssl/songthang/", folder + "/"), ("/var/log/nginx/", folder + "/"),
            ("root /usr/share/songthang;", $"root {Path.Combine(AppContext.BaseDirectory, "packaging")};"),
        })
        {
            Assert.Contains(example, shipped, StringComparison.Ordinal);
            shipped = shipped.Replace(example, here, StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(folder, "songthang.conf"), shipped);
        // As root its workers would be somebody who may not enter this folder.
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), Frame.Replace("@FOLDER@", folder, StringComparison.Ordinal)
            .Replace("@USER@", Environment.IsPrivilegedProcess ? "user root root;" : "", StringComparison.Ordinal));
    }

    async Task WaitAsync()
    {
        using var client = NewClient(IPAddress.Loopback);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            try
            {
                using var answer = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                // It does not listen yet.
            }
        }
    }

    /// <summary>Until it asks a node again that was gone: it looks after a few seconds.</summary>
    public async Task SeesAsync(Node node)
    {
        var known = Log.Length;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!Log[known..].Split('\n').Any(line => line.EndsWith(' ' + node.Address.Authority, StringComparison.Ordinal)))
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A browser that comes from an address of its own: nginx chooses the node by it.</summary>
    public HttpClient NewClient(IPAddress from) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.Thumbprint,
        },
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    })
    {
        BaseAddress = Address,
        Timeout = TimeSpan.FromMinutes(2),
    };

    public async ValueTask DisposeAsync()
    {
        // The master ends its workers; killed, it would leave them behind.
        using (var end = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await end.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
        certificate.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
