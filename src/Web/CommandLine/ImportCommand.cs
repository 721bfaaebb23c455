using System.CommandLine;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Importing;

namespace Songthang.Web.CommandLine;

/// <summary><c>songthang import requests FILE.csv</c>: takes over an older register, all of it or nothing.</summary>
static class ImportCommand
{
    public static Command Create(AppFactory createApp)
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = "Register in CSV (UTF-8), columns as in data/sample-reports.csv" };
        var requests = new Command("requests", "Take over reports as history") { file, Commands.Data };
        requests.SetAction((parsed, cancellationToken) => RunAsync(
            createApp, parsed.GetValue(file)!, new Startup(parsed.GetValue(Commands.Data)!.FullName, "http://127.0.0.1:0", IsDemo: false), cancellationToken));
        return new Command("import", "Take over data of other systems")
        {
            requests, ImportGeodataCommand.CreateBoundaries(createApp), ImportGeodataCommand.CreateRoads(createApp), ImportPolesCommand.Create(createApp),
        };
    }

    static async Task<int> RunAsync(AppFactory createApp, FileInfo file, Startup startup, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file {file.FullName}.");
            return 1;
        }

        await using var app = createApp(startup);
        await using var scope = app.Services.CreateAsyncScope();
        await Database.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), cancellationToken);
        await scope.ServiceProvider.GetRequiredService<SettingsStore>().RefreshAsync(cancellationToken);
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var stream = file.OpenRead();
        var result = await scope.ServiceProvider.GetRequiredService<ImportServiceRequests>().RunAsync(new(stream), now, cancellationToken);
        foreach (var problem in result.Problems)
            await Console.Error.WriteLineAsync($"{file.Name}:{problem.Line}: {problem.Column}: {problem.Sentence.Thai} / {problem.Sentence.English}");
        if (result.Problems.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{result.Problems.Count} problems; nothing was taken over.");
            return 1;
        }

        Console.WriteLine($"{result.Added} added, {result.Known} were there already.");
        return 0;
    }
}
