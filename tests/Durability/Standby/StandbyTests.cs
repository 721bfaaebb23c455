using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Songthang.Durability.Standby;

/// <summary>The real program on PostgreSQL with a synchronous standby, whose primary is lost while sixteen clients submit.</summary>
public sealed class StandbyTests : IAsyncLifetime
{
    const int BeforeAndAfter = 40;

    static readonly TimeSpan WritableWithin = TimeSpan.FromSeconds(30);

    readonly Pair pair = new();

    static int Promotions => int.Parse(Environment.GetEnvironmentVariable("SONGTHANG_PROMOTIONS") ?? "2", NumberStyles.None, CultureInfo.InvariantCulture);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => pair.StartAsync();

    public ValueTask DisposeAsync() => pair.DisposeAsync();

    [Fact]
    public async Task What_was_acknowledged_is_on_the_standby_that_takes_over_and_the_program_finds_it()
    {
        var longest = TimeSpan.Zero;
        for (var promotion = 0; promotion < Promotions; promotion++)
        {
            var took = await LoseThePrimaryWhileSubmittingAsync();
            longest = took > longest ? took : longest;
            await pair.RepairAsync();
        }

        // Once more lost, with nobody asking: what is looked at is what the last standby had.
        await pair.FailOverAsync();
        await pair.EndProgramAsync();
        await new WhatIsKept(pair.Installation).IsAsync(pair.Crowd.All);
        TestContext.Current.SendDiagnosticMessage(
            $"{Promotions} promotions, {pair.Crowd.All.Count} reports, writable again after {longest.TotalSeconds:0.0} s at most");
    }

    /// <returns>How long nothing was acknowledged.</returns>
    async Task<TimeSpan> LoseThePrimaryWhileSubmittingAsync()
    {
        var acknowledged = 0;
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isPromoted = false;
        using var enough = new CancellationTokenSource();
        var clients = pair.Crowd.InsistAsync(() =>
        {
            if (Interlocked.Increment(ref acknowledged) == BeforeAndAfter)
                lost.TrySetResult();
            if (Volatile.Read(ref isPromoted))
                back.TrySetResult();
        }, enough.Token);
        await await Task.WhenAny(lost.Task, clients);

        var since = Stopwatch.GetTimestamp();
        await pair.FailOverAsync();
        // An answer from before may still be on its way: what counts are those of clients who began after that.
        Volatile.Write(ref isPromoted, true);
        await await Task.WhenAny(back.Task.WaitAsync(WritableWithin, Stop), clients);
        var took = Stopwatch.GetElapsedTime(since);
        await enough.CancelAsync();
        await clients;
        return took;
    }

    [Fact]
    public async Task A_commit_whose_wait_for_the_standby_was_cancelled_is_nothing_that_is_kept()
    {
        var (one, other) = (New(), New());
        pair.Standby.Kill();

        // PostgreSQL says yes to both, with a warning: to the first who wrote, and to the second who only read what the first one wrote.
        await IsToldToComeAgainAsync(one, CancelWaitAsync);
        await IsToldToComeAgainAsync(one, CancelWaitAsync);
        // Where nobody cancels, the time limit of the connection does.
        await IsToldToComeAgainAsync(one, () => Task.CompletedTask);
        await IsToldToComeAgainAsync(other, () => Task.CompletedTask);
        await pair.Standby.StartAsync();
        await pair.Crowd.SendAsync(one);
        await pair.Crowd.SendAsync(other);

        // The server itself falls and comes back, with nobody to take over: who sends meanwhile is told so, and is taken soon after.
        var third = New();
        pair.Primary.Kill();
        await IsToldToComeAgainAsync(third, () => Task.CompletedTask);
        await pair.Primary.StartAsync();
        await pair.Crowd.UntilTakenAsync(third);

        await pair.FailOverAsync();
        await pair.EndProgramAsync();
        await new WhatIsKept(pair.Installation).IsAsync([one, other, third]);
    }

    static Sent New() => new(Guid.NewGuid().ToString("N"), HasPhoto: false, WantsMail: true);

    async Task IsToldToComeAgainAsync(Sent sent, Func<Task> meanwhile)
    {
        var refused = Assert.ThrowsAsync<HttpRequestException>(() => pair.Crowd.SendAsync(sent));
        await meanwhile();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await refused).StatusCode);
    }

    async Task CancelWaitAsync()
    {
        await pair.Primary.UntilAsync("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep')");
        await pair.Primary.ExecuteAsync("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    }
}
