using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Xunit.Sdk;

namespace Songthang.Durability.PowerCut;

/// <summary>
/// The real program on SQLite, on a disk that forgets what was not synced, with the power cut while sixteen clients submit. It makes
/// its own data folder: its first start is on this disk too.
/// </summary>
public sealed class PowerCutTests : IAsyncLifetime
{
    const int MostBeforeCut = 60;
    const string Log = "/data/songthang.db-wal";

    static readonly (string, string)[] Weakened = [("DOTNET_STARTUP_HOOKS", typeof(PowerCutTests).Assembly.Location)];

    readonly PowerCutDisk disk = new();
    readonly int seed = Number("SONGTHANG_POWERCUT_SEED") ?? RandomNumberGenerator.GetInt32(int.MaxValue);
    readonly Installation installation;
    Crowd? crowd;
    Process? program;
    int checkedUntil;

    public PowerCutTests()
    {
        var data = Path.Combine(disk.Mount, "data");
        installation = new($"Data Source={Path.Combine(data, "songthang.db")}", data);
    }

    static int Cuts => Number("SONGTHANG_POWERCUTS") ?? 4;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await disk.MountAsync(early: 0, seed);

    [Fact]
    public async Task What_was_acknowledged_is_there_once_however_often_the_power_is_cut()
    {
        await CutAgainAndAgainAsync(Cuts);

        await Installation.EndAsync(program!);
        await new WhatIsKept(installation).IsAsync(crowd!.All);
        TestContext.Current.SendDiagnosticMessage($"{Cuts} cuts, {crowd.All.Count} reports, seed {seed}");
    }

    /// <summary>The test above is worth nothing when it cannot tell who waits for the disk from who does not.</summary>
    [Fact]
    public async Task With_synchronous_NORMAL_the_same_test_fails_because_something_acknowledged_is_gone()
    {
        await Assert.ThrowsAnyAsync<XunitException>(() => CutAgainAndAgainAsync(3, Weakened));

        var kept = await new WhatIsKept(installation).ReferencesAsync();
        Assert.NotEmpty(crowd!.All.Select(sent => sent.Receipt?.Reference).OfType<string>().Except(kept));
    }

    [Fact]
    public async Task Every_answer_to_a_submission_comes_after_a_sync()
    {
        await StartAsync();
        for (var i = 0; i < 20; i++)
        {
            var before = disk.Syncs(Log);
            await crowd!.SendAsync(new Sent($"alone-{i}-{seed}", i % 4 == 0, WantsMail: false));
            Assert.True(disk.Syncs(Log) > before, $"Submission {i} was answered before anything was synced.");
        }
    }

    async Task CutAgainAndAgainAsync(int cuts, params (string, string)[] environment)
    {
        var random = new Random(seed);
        await StartAsync(environment);
        for (var cut = 1; cut <= cuts; cut++)
        {
            var keys = Keys();
            await CutWhileSubmittingAsync(random.Next(1, MostBeforeCut));
            // Every second time the kernel writes some of it early, in no order.
            await disk.MountAsync(cut % 2 == 0 ? 0 : random.NextDouble(), random.Next());
            try
            {
                Assert.Equal(keys, Keys());
                await StartAsync(environment);
                // What had an answer gets the same one again, and what had none now gets one.
                foreach (var sent in crowd!.All.Skip(checkedUntil))
                    await crowd.SendAsync(sent);
                checkedUntil = crowd.All.Count;
            }
            catch (XunitException lost)
            {
                throw new XunitException($"SONGTHANG_POWERCUT_SEED={seed}, cut {cut}: {lost.Message}", lost);
            }
        }
    }

    async Task StartAsync(params (string, string)[] environment)
    {
        program?.Dispose();
        program = await installation.StartAsync(environment);
        crowd ??= new Crowd(installation.Address, await installation.MakeKeyAsync());
    }

    async Task CutWhileSubmittingAsync(int acknowledgements)
    {
        var left = acknowledgements;
        await crowd!.RunAsync(() =>
        {
            if (Interlocked.Decrement(ref left) == 0)
                disk.Cut(program!);
        });
        await program!.WaitForExitAsync(Stop);
        await disk.GoneAsync();
    }

    /// <summary>Of what was encrypted with a key nothing can be read without it.</summary>
    List<(string, string)> Keys() =>
        [.. Directory.GetFiles(Path.Combine(installation.Directory, "keys"), "*.xml").Order().Select(path => (path, File.ReadAllText(path)))];

    static int? Number(string name) => Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public async ValueTask DisposeAsync()
    {
        if (program is { HasExited: false })
            await Installation.EndAsync(program);
        program?.Dispose();
        crowd?.Dispose();
        await disk.DisposeAsync();
    }
}
