using System.CommandLine;
using System.Net.Sockets;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Accounts;
using Songthang.Web.Features.Importing;
using Songthang.Web.Features.PoleImporting;
using Songthang.Web.Features.WorkOrders;
using Songthang.Web.Shared;

namespace Songthang.Web.CommandLine;

/// <summary><c>songthang serve</c>: brings the database up to date and answers requests until it is stopped.</summary>
static class ServeCommand
{
    public static Command Create(AppFactory createApp)
    {
        var port = new Option<int>("--port") { Description = "Port on the loopback address", DefaultValueFactory = _ => 5080 };
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on instead, separated by semicolons" };
        var demo = new Option<bool>("--demo") { Description = "Load demo data, allow the demo passwords, keep mail in /dev/inbox" };
        var command = new Command("serve", "Serve the pages") { port, urls, demo, Commands.Data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            createApp,
            new Startup(
                parsed.GetValue(Commands.Data)!.FullName,
                parsed.GetValue(urls) ?? $"http://localhost:{parsed.GetValue(port)}",
                parsed.GetValue(demo)),
            cancellationToken));
        return command;
    }

    static async Task<int> RunAsync(AppFactory createApp, Startup startup, CancellationToken cancellationToken)
    {
        await using var app = createApp(startup);
        var unsafely = UnsafeStart.Problems(startup, app.Configuration).ToList();
        foreach (var problem in unsafely)
            await Console.Error.WriteLineAsync(problem);
        if (unsafely.Count > 0)
            return 4;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await Database.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), cancellationToken);
            await scope.ServiceProvider.GetRequiredService<SettingsStore>().RefreshAsync(cancellationToken);
            if (startup.IsDemo)
            {
                await scope.ServiceProvider.GetRequiredService<CreateDemoAccounts>().RunAsync(
                    scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancellationToken);
                await scope.ServiceProvider.GetRequiredService<LoadDemo>().RunAsync(
                    scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancellationToken);
                await scope.ServiceProvider.GetRequiredService<LoadDemoPoles>().RunAsync(
                    scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancellationToken);
                await scope.ServiceProvider.GetRequiredService<LoadDemoWorkOrders>().RunAsync(
                    scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancellationToken);
            }
        }

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException problem) when (problem.InnerException is SocketException or { InnerException: SocketException }
            || problem.Message.Contains("address already in use", StringComparison.Ordinal))
        {
            await Console.Error.WriteLineAsync($"Cannot listen on {startup.Urls}: is another program using the port? Choose another with --port.");
            return 3;
        }

        Console.WriteLine($"Songthang serves on {startup.Urls}");
        await TellHowToSignInAsync(app, startup, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    static async Task TellHowToSignInAsync(WebApplication app, Startup startup, CancellationToken cancellationToken)
    {
        var address = startup.Urls.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/');
        if (startup.IsDemo)
        {
            Console.WriteLine($"Sign in on {address}{Links.SignIn} as {string.Join(", ", CreateDemoAccounts.Names)}; "
                + $"the password of each is {PasswordRules.DemoPassword}");
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        if (await app.Services.GetRequiredService<FirstSetUp>()
            .OpenAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), cancellationToken) is { } path)
        {
            Console.WriteLine($"There is no administrator yet. Become the first, once, on {address}{path}");
        }
    }
}
