using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Songthang.Infrastructure.Persistence.Queries;

namespace Songthang.Web.Features.Inbox;

/// <summary>
/// Tells open pages how many requests nobody has opened yet. One loop for the whole program looks, and only while
/// somebody listens, however many pages are open.
/// </summary>
public sealed class Bell(IServiceScopeFactory scopes, TimeProvider time, IHostApplicationLifetime program, ILogger<Bell> log)
{
    /// <summary>Pages beyond this many ask from time to time instead.</summary>
    public const int MostListeners = 200;

    /// <summary>How often the loop looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A page listens no longer than this, then comes back: whoever was signed out meanwhile hears no more.</summary>
    public static readonly TimeSpan LongestListening = TimeSpan.FromMinutes(10);

    /// <summary>After this many looks the number is told although it is the same, so that nothing on the way hangs up.</summary>
    const int LooksPerHeartbeat = 10;

    readonly Lock gate = new();
    readonly HashSet<Channel<int>> listeners = [];
    int? last;
    bool looking;

    /// <summary>Whether there is room for one more page.</summary>
    public bool HasRoom
    {
        get { lock (gate) return listeners.Count < MostListeners; }
    }

    /// <summary>The number now, and again each time it changes; ends when the page leaves or the program stops.</summary>
    public async IAsyncEnumerable<int> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(LongestListening, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, program.ApplicationStopping, tooLong.Token);
        var heard = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        Join(heard);
        try
        {
            while (await WaitAsync(heard.Reader, end.Token))
                while (heard.Reader.TryRead(out var count))
                    yield return count;
        }
        finally
        {
            lock (gate)
                listeners.Remove(heard);
        }
    }

    void Join(Channel<int> listener)
    {
        lock (gate)
        {
            listeners.Add(listener);
            if (last is { } known && looking)
                listener.Writer.TryWrite(known);
            if (looking)
                return;
            looking = true;
        }

        // Watched by nobody: it ends by itself with the last listener, and says so when it cannot go on.
        _ = LookAsync();
    }

    async Task LookAsync()
    {
        try
        {
            for (var looks = 0; IsWanted(); looks++)
            {
                await LookOnceAsync(heartbeat: looks % LooksPerHeartbeat == 0);
                await Task.Delay(Pause, time, program.ApplicationStopping);
            }
        }
        catch (OperationCanceledException) when (program.ApplicationStopping.IsCancellationRequested)
        {
            // The program stops; so do its listeners.
        }
    }

    async Task LookOnceAsync(bool heartbeat)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var count = await scope.ServiceProvider.GetRequiredService<InboxQuery>().CountUnreadAsync(program.ApplicationStopping);
            lock (gate)
            {
                if (count == last && !heartbeat)
                    return;
                last = count;
                foreach (var listener in listeners)
                    listener.Writer.TryWrite(count);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A database that is away for a moment must not silence the bell for good.
            log.LogWarning(problem, "The bell could not count the unread requests");
        }
    }

    bool IsWanted()
    {
        lock (gate)
        {
            looking = listeners.Count > 0 && !program.ApplicationStopping.IsCancellationRequested;
            return looking;
        }
    }

    /// <summary>False when it is over, for whatever reason: that somebody leaves is nothing wrong.</summary>
    static async Task<bool> WaitAsync(ChannelReader<int> reader, CancellationToken end)
    {
        try
        {
            return await reader.WaitToReadAsync(end);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
