using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Songthang.Domain.Officers;
using Songthang.Infrastructure;
using Songthang.Infrastructure.Persistence;
using Songthang.Web;

namespace Songthang.Benchmarks.Forms;

/// <summary>The whole program in this process: its memory is the idle program's, and it has the page that Chromium prints.</summary>
sealed partial class RunningProgram : IAsyncDisposable
{
    const string UserName = "bench", Password = "ม้าแดงกระโดดข้ามรั้ว";

    readonly WebApplication app;

    RunningProgram(WebApplication app) => this.app = app;

    public static Agency Agency { get; private set; } = new();

    public static async Task<RunningProgram> StartAsync(string folder)
    {
        var program = Songthang.Web.Program.CreateApp(new Startup(Path.Combine(folder, "data"), "http://127.0.0.1:0", IsDemo: false), builder =>
            builder.Configuration["Logging:LogLevel:Default"] = "Warning");
        await using (var scope = program.Services.CreateAsyncScope())
            await Database.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), CancellationToken.None);
        await program.StartAsync();
        Agency = program.Services.GetRequiredService<IOptions<Agency>>().Value;
        return new(program);
    }

    /// <summary>
    /// Saves the form of a request as the program shows it before printing, with its style and fonts, without scripts: what
    /// Chromium needs and nothing that it would wait for.
    /// </summary>
    public async Task<Uri> SaveFormPageAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        using var officer = await SignInAsync();
        var request = SampleRequest.Number(0);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.ServiceRequests.Add(request);
            await db.SaveChangesAsync();
        }

        var html = await officer.GetStringAsync(new Uri($"/officer/requests/{request.Reference}/form", UriKind.Relative));
        html = Script().Replace(html, "");
        foreach (var address in Style().Matches(html).Select(match => match.Groups["address"].Value).ToList())
        {
            var name = await SaveStyleAsync(officer, address, folder);
            html = html.Replace(address, name, StringComparison.Ordinal);
        }

        var page = Path.Combine(folder, "form.html");
        await File.WriteAllTextAsync(page, html);
        return new Uri(page);
    }

    async Task<HttpClient> SignInAsync()
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var created = await scope.ServiceProvider.GetRequiredService<UserManager<OfficerAccount>>().CreateAsync(
                new OfficerAccount { UserName = UserName, DisplayName = "ผู้วัด", Role = OfficerRole.Officer, CreatedAt = SampleRequest.At }, Password);
            if (!created.Succeeded)
                throw new InvalidOperationException(created.ToString());
        }

        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var door = await client.GetStringAsync(new Uri("/officer/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["UserName"] = UserName,
            ["Password"] = Password,
            ["__RequestVerificationToken"] = Token().Match(door).Groups["token"].Value,
        });
        using var answer = await client.PostAsync(new Uri("/officer/sign-in", UriKind.Relative), form);
        return answer.IsSuccessStatusCode ? client : throw new InvalidOperationException($"Could not sign in: {answer.StatusCode}.");
    }

    static async Task<string> SaveStyleAsync(HttpClient officer, string address, string folder)
    {
        var at = new Uri(officer.BaseAddress!, address);
        var style = await officer.GetStringAsync(at);
        foreach (var font in Font().Matches(style).Select(match => match.Groups["address"].Value).Distinct().ToList())
        {
            var file = new Uri(at, font);
            var kept = Path.GetFileName(file.AbsolutePath);
            await File.WriteAllBytesAsync(Path.Combine(folder, kept), await officer.GetByteArrayAsync(file));
            style = style.Replace(font, kept, StringComparison.Ordinal);
        }

        var name = Path.GetFileName(at.AbsolutePath);
        await File.WriteAllTextAsync(Path.Combine(folder, name), style);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    [GeneratedRegex(@"<script[\s\S]*?</script>|<link rel=""(?:preload|icon|apple-touch-icon|manifest)""[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();

    [GeneratedRegex(@"rel=""stylesheet"" href=""(?<address>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Style();

    [GeneratedRegex(@"url\([""']?(?<address>[^""')]+\.woff2)[""']?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Font();

    [GeneratedRegex(@"name=""__RequestVerificationToken""[^>]*value=""(?<token>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
