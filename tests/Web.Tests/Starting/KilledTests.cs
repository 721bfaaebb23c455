using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Photos;
using Songthang.Web.Tests.Reporting;

namespace Songthang.Web.Tests.Starting;

public sealed class KilledTests : IDisposable
{
    readonly string directory = Directory.CreateTempSubdirectory("songthang-kill-").FullName;

    [Fact]
    public async Task What_was_answered_with_a_reference_survives_a_kill()
    {
        var connectionString = await TestDatabase.CreateAsync(directory);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var references = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            using var program = await StartAsync(connectionString, address);
            using var citizen = new Visitor(address);
            var form = await citizen.GetAsync("/report");
            var sent = await citizen.SubmitAsync(form, ReportPage.Form, ReportPage.Filled(), [new FormFile("Photos.Files", "lamp.jpg", TestPhotos.Jpeg(640, 480))]);
            Assert.Equal(HttpStatusCode.Redirect, sent.Status);
            // Killed the moment the answer is here: nothing is flushed, closed or said good-bye to.
            program.Kill();
            await program.WaitForExitAsync();
            references.Add(sent.Response.Headers.Location!.ToString());
        }

        using var again = await StartAsync(connectionString, address);
        using var visitor = new Visitor(address);
        foreach (var receipt in references)
        {
            var page = await visitor.GetAsync(receipt);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var own = await visitor.GetAsync(receipt.Replace("/receipt", "", StringComparison.Ordinal));
            var photo = await visitor.GetAsync(own.Html.QuerySelector("img[src*='/photos/']")!.GetAttribute("src")!);
            Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (photo.Status, photo.Response.Content.Headers.ContentType!.MediaType));
        }

        again.Kill();
        await again.WaitForExitAsync();
        Assert.Equal((3, 3, 3), await CountAsync(connectionString));
        await TestDatabase.DropAsync(connectionString);
    }

    async Task<Process> StartAsync(string connectionString, Uri address)
    {
        var program = ProgramRun.Start(connectionString, "serve", "--urls", address.ToString(), "--data", directory);
        while (await program.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Songthang serves", StringComparison.Ordinal))
                return program;
        throw new InvalidOperationException(await program.StandardError.ReadToEndAsync());
    }

    static async Task<(int Requests, int Photos, int Outbox)> CountAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return (await db.ServiceRequests.CountAsync(), await db.Photos.CountAsync(), await db.Outbox.CountAsync());
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
