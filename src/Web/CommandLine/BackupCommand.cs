using System.CommandLine;
using Songthang.Infrastructure.Backups;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.CommandLine;

/// <summary><c>songthang backup FILE</c>: database, photos, documents and keys in one file, while the program runs.</summary>
static class BackupCommand
{
    public static Command Create(AppFactory createApp)
    {
        var file = new Argument<FileInfo>("file") { Description = "The backup to write; must not be there" };
        var command = new Command("backup", "Write database, photos, documents and keys into one file, and read it back") { file, Commands.Data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            createApp, parsed.GetValue(file)!.FullName,
            new Startup(parsed.GetValue(Commands.Data)!.FullName, "http://127.0.0.1:0", IsDemo: false), cancellationToken));
        return command;
    }

    static async Task<int> RunAsync(AppFactory createApp, string file, Startup startup, CancellationToken cancellationToken)
    {
        await using var app = createApp(startup);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await Database.PrepareAsync(db, cancellationToken);
        try
        {
            var manifest = await BackupWriting.WriteAsync(db, startup.DataDirectory, file, now, new BackupTold(), cancellationToken);
            Console.WriteLine($"{file}: {manifest.Files.Count} files, {manifest.Files.Sum(entry => entry.Bytes)} bytes, read back and compared.");
            return 0;
        }
        catch (BackupUnusable problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }
}

/// <summary>Tells on the console how far a backup is, a line for each twentieth.</summary>
sealed class BackupTold : IProgress<BackupProgress>
{
    (string Part, int Twentieth) told;

    public void Report(BackupProgress value)
    {
        var now = (value.Part, value.Total == 0 ? 20 : (int)(20L * value.Done / value.Total));
        if (now == told)
            return;
        told = now;
        Console.WriteLine($"{value.Part}: {value.Done} of {value.Total}");
    }
}
