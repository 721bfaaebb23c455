using System.Diagnostics;

namespace Songthang.Web.Tests.Host;

/// <summary>What a run of the program as a process of its own came to.</summary>
public sealed record ProgramEnd(int ExitCode, string Output, string Errors);

/// <summary>The built program as users start it: <c>songthang COMMAND …</c>.</summary>
public static class ProgramRun
{
    public static string Program => typeof(Songthang.Web.Program).Assembly.Location;

    /// <summary>Runs a command to its end, at most two minutes.</summary>
    public static Task<ProgramEnd> EndAsync(params string[] arguments) => EndWithAsync(null, null, arguments);

    public static async Task<ProgramEnd> EndWithAsync(string? connectionString, string? input, params string[] arguments)
    {
        using var process = Start(connectionString, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var tooLong = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(tooLong.Token);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"The program did not end: {string.Join(' ', arguments)}\n{await output}\n{await errors}", late);
        }

        return new ProgramEnd(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the program and leaves it running; the caller ends it.</summary>
    public static Process Start(string? connectionString, params string[] arguments) => Process.Start(Prepare(connectionString, arguments))!;

    /// <summary>The same, to be changed before it starts.</summary>
    public static ProcessStartInfo Prepare(string? connectionString, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        Unsuspicious.AddTo(start.Environment);
        if (connectionString is not null)
            start.Environment["ConnectionStrings__Songthang"] = connectionString;
        return start;
    }
}
