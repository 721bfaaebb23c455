using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetVips;

namespace Songthang.Browser.Tests.Host;

/// <summary>Tiles from the loopback address: plain squares with a rim, so that a picture shows where they lie.</summary>
sealed class TileServer : IAsyncDisposable
{
    readonly WebApplication app;
    int asked;

    TileServer(WebApplication app) => this.app = app;

    /// <summary>As the setting <c>Songthang:Agency:Map:Tiles</c> wants it.</summary>
    public string Template { get; private set; } = "";

    /// <summary>How many tiles were asked for.</summary>
    public int Asked => Volatile.Read(ref asked);

    public static async Task<TileServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new TileServer(builder.Build());
        var tile = Tile();
        server.app.MapGet("/{z:int}/{x:int}/{y:int}.png", (HttpResponse response) =>
        {
            Interlocked.Increment(ref server.asked);
            // As public tile servers do, for pages that ask for no more than to be shown.
            response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return Results.Bytes(tile, "image/png");
        });
        await server.app.StartAsync();
        var address = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        server.Template = $"{address}/{{z}}/{{x}}/{{y}}.png";
        return server;
    }

    static byte[] Tile()
    {
        using var ground = Image.Black(256, 256, 3) + new double[] { 225, 236, 220 };
        using var rim = ground.Cast(Enums.BandFormat.Uchar).Mutate(image => image.DrawRect([190, 205, 185], 0, 0, 256, 256));
        return rim.PngsaveBuffer();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
