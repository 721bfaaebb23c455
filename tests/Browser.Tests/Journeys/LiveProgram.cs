using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Browser.Tests.Journeys;

/// <summary>The program by the clock on the wall, with all workers running and real mail going out.</summary>
static class LiveProgram
{
    public static async Task<TestApp> StartAsync(MailServer mail)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var settings = mail.Settings;
        settings["Songthang:PublicUrl"] = address;
        return await TestApp.StartAsync(settings: settings, adjust: builder =>
        {
            builder.WebHost.UseUrls(address);
            builder.Services.AddSingleton(TimeProvider.System);
        });
    }

    // The letters carry the address, so it must be known before the program starts.
    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
