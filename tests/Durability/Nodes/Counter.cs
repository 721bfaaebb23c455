namespace Songthang.Durability.Nodes;

/// <summary>Counts, and tells who waits for a number.</summary>
public sealed class Counter
{
    readonly Lock door = new();
    readonly List<(int Number, TaskCompletionSource Reached)> waiting = [];
    int now;

    /// <summary>How many there are.</summary>
    public int Now
    {
        get
        {
            lock (door)
                return now;
        }
    }

    /// <summary>One more.</summary>
    public void Add()
    {
        lock (door)
        {
            now++;
            foreach (var (_, reached) in waiting.Where(one => one.Number <= now))
                reached.TrySetResult();
            waiting.RemoveAll(one => one.Number <= now);
        }
    }

    /// <summary>Done when there are so many.</summary>
    public Task ReachAsync(int number)
    {
        lock (door)
        {
            if (number <= now)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((number, reached));
            return reached.Task;
        }
    }
}
