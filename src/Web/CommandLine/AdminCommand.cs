using System.CommandLine;
using System.Globalization;
using System.Text;
using Songthang.Domain;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Features.Accounts;
using Songthang.Web.Features.Accounts.SecondFactors;

namespace Songthang.Web.CommandLine;

/// <summary><c>songthang admin</c>: accounts for whoever has the machine but cannot sign in.</summary>
static class AdminCommand
{
    static readonly Option<string> User = new("--user") { Description = "User name", Required = true };

    public static Command Create(AppFactory createApp) =>
        new("admin", "Accounts of the staff") { CreateAccount(createApp), ResetPassword(createApp), ResetSecondFactor(createApp) };

    static Command CreateAccount(AppFactory createApp)
    {
        var name = new Option<string?>("--name") { Description = "Name as colleagues see it; the user name unless given" };
        var role = new Option<OfficerRole>("--role")
        {
            Description = "officer, crew, director or administrator",
            DefaultValueFactory = _ => OfficerRole.Administrator,
        };
        var command = new Command("create", "Create an account; asks for its password") { User, name, role, Commands.Data };
        command.SetAction((parsed, cancellationToken) => RunAsync(createApp, parsed, async (services, password, now) =>
        {
            await services.GetRequiredService<CreateAccount>().RunAsync(
                new NewAccount(
                    parsed.GetValue(User)!, parsed.GetValue(name) ?? "", parsed.GetValue(role), password, MustChangePassword: false),
                Actor.System, now, cancellationToken);
            return $"Created {parsed.GetValue(User)} ({parsed.GetValue(role)}).";
        }, cancellationToken));
        return command;
    }

    static Command ResetPassword(AppFactory createApp)
    {
        var command = new Command("reset-password", "Give an account another password; asks for it") { User, Commands.Data };
        command.SetAction((parsed, cancellationToken) => RunAsync(createApp, parsed, async (services, password, now) =>
        {
            await services.GetRequiredService<ResetPassword>().RunAsync(
                new PasswordReset(parsed.GetValue(User)!, password, MustChangePassword: false), Actor.System, now, cancellationToken);
            return $"The password of {parsed.GetValue(User)} is changed, and all its sessions have ended.";
        }, cancellationToken));
        return command;
    }

    static Command ResetSecondFactor(AppFactory createApp)
    {
        var command = new Command("reset-second-factor", "Take an account's second factor away, for somebody who lost phone and recovery codes") { User, Commands.Data };
        command.SetAction((parsed, cancellationToken) => RunAsync(createApp, parsed, async (services, _, now) =>
            await services.GetRequiredService<RemoveSecondFactor>().RunAsync(
                new FactorRemoval(parsed.GetValue(User)!, Session: null), Actor.System, now, cancellationToken)
                ? $"The second factor of {parsed.GetValue(User)} is taken away, and all its sessions have ended."
                : $"{parsed.GetValue(User)} has no second factor. Nothing was changed.", cancellationToken, asksForPassword: false));
        return command;
    }

    static async Task<int> RunAsync(
        AppFactory createApp, ParseResult parsed, Func<IServiceProvider, string, DateTime, Task<string>> act, CancellationToken cancellationToken,
        bool asksForPassword = true)
    {
        // Messages of rules come in the language of the other output.
        CultureInfo.CurrentUICulture = new CultureInfo("en-GB");
        var startup = new Startup(parsed.GetValue(Commands.Data)!.FullName, "http://127.0.0.1:0", IsDemo: false);
        await using var app = createApp(startup);
        await using var scope = app.Services.CreateAsyncScope();
        await Database.PrepareAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), cancellationToken);
        if ((asksForPassword ? await ReadPasswordAsync(cancellationToken) : "") is not { } password)
        {
            await Console.Error.WriteLineAsync("No password was given, or the two differ. Nothing was changed.");
            return 1;
        }
        try
        {
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            Console.WriteLine(await act(scope.ServiceProvider, password, now));
            return 0;
        }
        catch (RuleBroken rule)
        {
            await Console.Error.WriteLineAsync($"{rule.Sentence.English} Nothing was changed.");
            return 1;
        }
    }

    /// <summary>Never an argument: those stand in the shell's history and in the list of processes.</summary>
    static async Task<string?> ReadPasswordAsync(CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
            return await Console.In.ReadLineAsync(cancellationToken) is { Length: > 0 } line ? line : null;
        var first = Prompt($"Password (at least {PasswordRules.Shortest} characters): ");
        return first.Length > 0 && first == Prompt("Again: ") ? first : null;
    }

    static string Prompt(string words)
    {
        Console.Write(words);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (key.KeyChar != '\0') typed.Append(key.KeyChar);
        }
        Console.WriteLine();
        return typed.ToString();
    }
}
