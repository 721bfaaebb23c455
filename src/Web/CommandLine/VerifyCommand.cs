using System.CommandLine;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Verifying;

namespace Songthang.Web.CommandLine;

/// <summary><c>songthang verify</c>: proves that no timeline entry was altered or removed.</summary>
static class VerifyCommand
{
    public static Command Create(AppFactory createApp)
    {
        var command = new Command("verify", "Prove that no timeline entry was altered or removed") { Commands.Data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            createApp, new Startup(parsed.GetValue(Commands.Data)!.FullName, "http://127.0.0.1:0", IsDemo: false), cancellationToken));
        return command;
    }

    static async Task<int> RunAsync(AppFactory createApp, Startup startup, CancellationToken cancellationToken)
    {
        await using var app = createApp(startup);
        await using var scope = app.Services.CreateAsyncScope();
        await Database.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), cancellationToken);
        var proof = await scope.ServiceProvider.GetRequiredService<VerifyTimelines>().RunAsync(null, cancellationToken);
        foreach (var broken in proof.Broken)
            await Console.Error.WriteLineAsync($"{broken.Reference}: broken at entry {broken.Number}");
        Console.WriteLine($"{proof.Requests} requests with {proof.Entries} entries, {proof.BrokenCount} broken.");
        return proof.BrokenCount == 0 ? 0 : 1;
    }
}
