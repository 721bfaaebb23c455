using System.CommandLine;
using System.Diagnostics;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.PoleFiles;
using Songthang.Web.Features.PoleImporting;

namespace Songthang.Web.CommandLine;

/// <summary><c>songthang import poles FILE</c>: takes poles over from CSV or GeoJSON, all of them or none.</summary>
static class ImportPolesCommand
{
    public static Command Create(AppFactory createApp)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV with headings or GeoJSON with points; columns are known by their names" };
        var update = new Option<bool>("--update") { Description = "Bring poles that the register has up to date, matched by code or number" };
        var thai = new Option<bool>("--windows-874") { Description = "Read a CSV file as Windows-874 (TIS-620)" };
        var check = new Option<bool>("--check") { Description = "Only say what is wrong; take nothing over" };
        var command = new Command("poles", "Take over poles of street lights") { file, update, thai, check, Commands.Data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            createApp, parsed.GetValue(file)!, (parsed.GetValue(update), parsed.GetValue(thai), parsed.GetValue(check)),
            new Startup(parsed.GetValue(Commands.Data)!.FullName, "http://127.0.0.1:0", IsDemo: false), cancellationToken));
        return command;
    }

    static async Task<int> RunAsync(
        AppFactory createApp, FileInfo file, (bool Update, bool Thai, bool Check) asked, Startup startup, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            return await RefuseAsync($"There is no file {file.FullName}.");
        await using var app = createApp(startup);
        await using var scope = app.Services.CreateAsyncScope();
        await Database.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), cancellationToken);
        await scope.ServiceProvider.GetRequiredService<SettingsStore>().RefreshAsync(cancellationToken);
        try
        {
            var look = PoleFile.Look(file.FullName);
            if (look.Letters == PoleFileLetters.Unknown || look.Letters == PoleFileLetters.Windows874 && !asked.Thai)
            {
                return await RefuseAsync($"{file.Name} is not UTF-8"
                    + (look.Letters == PoleFileLetters.Windows874 ? ", but perhaps Windows-874 (TIS-620): add --windows-874 to read it that way." : "."));
            }

            var mapping = PoleMapping.Guess(look.Columns);
            foreach (var (field, column) in mapping.Columns)
                Console.WriteLine($"{PoleColumns.Name(field)} = {column}");
            return await ImportAsync(scope.ServiceProvider, file, look.Kind, new(look.Letters, mapping, asked.Update), asked.Check, cancellationToken);
        }
        catch (RuleBroken rule)
        {
            return await RefuseAsync($"{file.Name}: {rule.Sentence.Thai} / {rule.Sentence.English}");
        }
    }

    static async Task<int> ImportAsync(
        IServiceProvider services, FileInfo file, PoleFileKind kind, PoleReading reading, bool onlyCheck, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var result = await services.GetRequiredService<ImportPoles>().RunAsync(
            new(file.FullName, file.Name, kind, reading, onlyCheck, done => Console.WriteLine($"{done}")), Actor.Import,
            services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancellationToken);
        foreach (var problem in result.Problems)
            await Console.Error.WriteLineAsync($"{file.Name}:{problem.Row}: {problem.Sentence.Thai} / {problem.Sentence.English}");
        if (result.ProblemCount > 0)
            return await RefuseAsync($"{result.ProblemCount} problems; nothing was taken over.");
        Console.WriteLine($"{(onlyCheck ? "Checked only: " : "")}{result.New} new, {result.Changed} changed, {result.Unchanged} unchanged, "
            + $"{result.LeftOut} left out, {watch.Elapsed.TotalSeconds:0.0} s.");
        return 0;
    }

    static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
