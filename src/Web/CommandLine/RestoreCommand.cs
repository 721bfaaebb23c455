using System.CommandLine;
using Songthang.Infrastructure.Backups;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Verifying;

namespace Songthang.Web.CommandLine;

/// <summary><c>songthang restore FILE</c>: a backup into an empty place, and the proof that it is whole.</summary>
static class RestoreCommand
{
    public static Command Create(AppFactory createApp)
    {
        var file = new Argument<FileInfo>("file") { Description = "The backup" };
        var command = new Command("restore", "Put a backup into an empty folder (and an empty database), and verify it") { file, Commands.Data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            createApp, parsed.GetValue(file)!.FullName,
            new Startup(parsed.GetValue(Commands.Data)!.FullName, "http://127.0.0.1:0", IsDemo: false), cancellationToken));
        return command;
    }

    static async Task<int> RunAsync(AppFactory createApp, string file, Startup startup, CancellationToken cancellationToken)
    {
        try
        {
            // Before the program is put together, which makes folders.
            BackupRestoring.RequireEmpty(startup.DataDirectory);
            await using var app = createApp(startup);
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var manifest = await BackupRestoring.RestoreAsync(db, startup.DataDirectory, file, new BackupTold(), cancellationToken);
            // A newer program than the backup's brings it up to date.
            await Database.PrepareAsync(db, cancellationToken);
            var proof = await scope.ServiceProvider.GetRequiredService<VerifyTimelines>().RunAsync(null, cancellationToken);
            Console.WriteLine($"Restored {manifest.Files.Count} files of {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC: "
                + $"{proof.Requests} requests with {proof.Entries} entries, {proof.BrokenCount} broken.");
            return proof.BrokenCount == 0 ? 0 : 1;
        }
        catch (BackupUnusable problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }
}
