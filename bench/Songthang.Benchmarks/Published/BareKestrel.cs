using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Songthang.Benchmarks.Published;

/// <summary>A Kestrel that does nothing but give the bytes of a file, at every address: <c>-- bare PORT FILE TYPE</c>.</summary>
static class BareKestrel
{
    public static async Task<int> RunAsync(string port, string file, string contentType)
    {
        var body = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}");
        var app = builder.Build();
        app.Run(context =>
        {
            (context.Response.ContentType, context.Response.ContentLength) = (contentType, body.Length);
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
        return 0;
    }
}
