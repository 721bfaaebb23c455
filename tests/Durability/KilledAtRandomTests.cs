using System.Globalization;
using System.Security.Cryptography;
using Songthang.Web.Tests.Host;

namespace Songthang.Durability;

/// <summary>The real program, ended with SIGKILL again and again while sixteen clients submit.</summary>
public sealed class KilledAtRandomTests : IDisposable
{
    const int MostBeforeKill = 60;

    readonly string directory = Directory.CreateTempSubdirectory("songthang-durability-").FullName;

    static int Kills => int.Parse(Environment.GetEnvironmentVariable("SONGTHANG_DURABILITY_KILLS") ?? "20", NumberStyles.None, CultureInfo.InvariantCulture);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_however_often_the_program_is_killed()
    {
        var installation = new Installation(await TestDatabase.CreateAsync(directory), directory);
        using var crowd = new Crowd(installation.Address, await installation.MakeKeyAsync());
        var checkedUntil = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await KillWhileSubmittingAsync(installation, crowd);
            // What of this round had an answer gets the same one again; what had none now gets one.
            using var again = await installation.StartAsync();
            foreach (var sent in crowd.All.Skip(checkedUntil))
                await crowd.SendAsync(sent);
            checkedUntil = crowd.All.Count;
            await Installation.EndAsync(again);
        }

        await new WhatIsKept(installation).IsAsync(crowd.All);
        TestContext.Current.SendDiagnosticMessage($"{Kills} kills, {crowd.All.Count} reports");
        await TestDatabase.DropAsync(installation.ConnectionString);
    }

    static async Task KillWhileSubmittingAsync(Installation installation, Crowd crowd)
    {
        using var program = await installation.StartAsync();
        // Sixteen are on their way at any moment: the last acknowledgement says nothing of where the others stand.
        var left = RandomNumberGenerator.GetInt32(1, MostBeforeKill);
        await crowd.RunAsync(() =>
        {
            if (Interlocked.Decrement(ref left) == 0)
                program.Kill();
        });
        await program.WaitForExitAsync(Stop);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
