using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace Songthang.Web.Shared;

/// <summary>
/// What is made once and shown to everyone for a while: figures, feeds, pictures. Bounded in bytes; when it is full, what was
/// not asked for goes first. Of many who ask for the same at once, one makes it and the others wait.
/// </summary>
public sealed class KeptForAWhile(TimeProvider time) : IDisposable
{
    /// <summary>Room for everything that is kept.</summary>
    public const long MostBytes = 32 * 1024 * 1024;

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostBytes, Clock = new Clock(time) });
    readonly ConcurrentDictionary<string, Task> making = new(StringComparer.Ordinal);

    /// <summary>What is kept under a name, or what <paramref name="make"/> makes now.</summary>
    /// <param name="name">Its name; nothing that a caller may make endless without <paramref name="bytes"/> telling its size.</param>
    /// <param name="age">How old it may become.</param>
    /// <param name="bytes">How much room it takes.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="cancellationToken">Ends the waiting and the making.</param>
    public async Task<T> GetAsync<T>(
        string name, TimeSpan age, Func<T, long> bytes, Func<CancellationToken, Task<T>> make, CancellationToken cancellationToken) where T : class
    {
        while (true)
        {
            if (kept.TryGetValue(name, out T? found))
                return found!;
            var own = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
            var running = (Task<T?>)making.GetOrAdd(name, own.Task);
            if (running == own.Task)
                return await MakeAsync(name, age, bytes, make, own, cancellationToken);
            // Null when whoever makes it failed or gave up: then somebody else has to.
            if (await running.WaitAsync(cancellationToken) is { } made)
                return made;
        }
    }

    async Task<T> MakeAsync<T>(
        string name, TimeSpan age, Func<T, long> bytes, Func<CancellationToken, Task<T>> make, TaskCompletionSource<T?> told, CancellationToken cancellationToken)
        where T : class
    {
        T? made = null;
        try
        {
            made = await make(cancellationToken);
            kept.Set(name, made, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = age, Size = bytes(made) + 2 * name.Length + 200 });
            return made;
        }
        finally
        {
            making.TryRemove(name, out _);
            told.SetResult(made);
        }
    }

    public void Dispose() => kept.Dispose();

    /// <summary>Goes on evenly from the start: a clock on the wall that is set back would keep everything for longer.</summary>
    sealed class Clock(TimeProvider time) : ISystemClock
    {
        readonly DateTimeOffset start = time.GetUtcNow();
        readonly long since = time.GetTimestamp();

        public DateTimeOffset UtcNow => start + time.GetElapsedTime(since);
    }
}
