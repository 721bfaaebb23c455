using System.CommandLine;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.CommandLine;

/// <summary>Puts the program together for one start.</summary>
public delegate WebApplication AppFactory(Startup startup, Action<WebApplicationBuilder>? adjust = null);

/// <summary>The program's commands: <c>songthang serve</c>, <c>import</c>, <c>admin</c> …</summary>
static class Commands
{
    public static async Task<int> RunAsync(string[] args, AppFactory createApp)
    {
        var root = new RootCommand("Songthang, the street-light fault service");
        root.Subcommands.Add(ServeCommand.Create(createApp));
        root.Subcommands.Add(AdminCommand.Create(createApp));
        root.Subcommands.Add(ImportCommand.Create(createApp));
        root.Subcommands.Add(VerifyCommand.Create(createApp));
        root.Subcommands.Add(BackupCommand.Create(createApp));
        root.Subcommands.Add(RestoreCommand.Create(createApp));
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (DatabaseUnusable problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 2;
        }
    }

    /// <summary>Option that every command knows: where the data lies.</summary>
    public static Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "Folder of the database, photos and keys",
        DefaultValueFactory = _ => new DirectoryInfo(".data"),
    };
}
