using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Documents;

public class VirusScannerTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_scanner_finds_is_refused_and_what_it_could_not_see_waits_for_it()
    {
        using var scanner = new Clamd();
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:VirusScanner:Address"] = $"127.0.0.1:{scanner.Port}" });
        var request = await Given.ARequestAsync(app, it => it.Asked());
        using var citizen = app.NewVisitor();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var bad = TestPdfs.Plain(more: $"({Clamd.Virus})");
        var form = await citizen.GetAsync($"/r/{request.Secret}/answer");

        var refused = await citizen.SubmitAsync(form, "main form", [("Text", "ตามเอกสาร")], [new("Documents.Files", "bad.pdf", bad, "application/pdf")]);
        Assert.Contains("โปรแกรมตรวจไวรัสพบสิ่งผิดปกติ", refused.Words, StringComparison.Ordinal);
        Assert.Equal(bad, scanner.Seen[^1]);

        // Away, it costs nobody the answer; the file is kept.
        scanner.IsAway = true;
        Assert.Equal(HttpStatusCode.Found, (await citizen.SubmitAsync(refused, "main form", [("Text", "ตามเอกสาร")], [new("Documents.Files", "good.pdf", TestPdfs.Plain(), "application/pdf")])).Status);
        var key = await app.WithDbAsync(db => db.Documents.Select(document => document.Key).SingleAsync(Stop));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await officer.OpenAsync($"/officer/documents/{key}.pdf")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await citizen.GetAsync($"/r/{request.Secret}/documents/{key}.pdf")).Status);

        scanner.IsAway = false;
        var file = await officer.OpenAsync($"/officer/documents/{key}.pdf");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.StartsWith("%PDF", file.Text, StringComparison.Ordinal);
        Assert.Equal(ServiceRequestStatus.Submitted, await app.WithDbAsync(db => db.ServiceRequests.Select(it => it.Status).SingleAsync(Stop)));
    }

    /// <summary>Speaks as much of clamd's protocol as is needed: INSTREAM, and finds one word.</summary>
    sealed class Clamd : IDisposable
    {
        public const string Virus = "THIS-IS-A-VIRUS";

        readonly TcpListener listener = new(IPAddress.Loopback, 0);
        readonly CancellationTokenSource over = new();

        public Clamd()
        {
            listener.Start();
            _ = Task.Run(RunAsync);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public bool IsAway { get; set; }

        public List<byte[]> Seen { get; } = [];

        async Task RunAsync()
        {
            while (!over.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(over.Token);
                if (!IsAway)
                    await AnswerAsync(client.GetStream());
            }
        }

        async Task AnswerAsync(NetworkStream stream)
        {
            var command = new byte[10];
            await stream.ReadExactlyAsync(command, over.Token);
            Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
            using var file = new MemoryStream();
            var length = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(length, over.Token);
                var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
                if (chunk.Length == 0)
                    break;
                await stream.ReadExactlyAsync(chunk, over.Token);
                file.Write(chunk);
            }

            Seen.Add(file.ToArray());
            var found = Encoding.Latin1.GetString(Seen[^1]).Contains(Virus, StringComparison.Ordinal);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(found ? "stream: Test-Virus FOUND\0" : "stream: OK\0"), over.Token);
        }

        public void Dispose()
        {
            over.Cancel();
            listener.Dispose();
            over.Dispose();
        }
    }
}
