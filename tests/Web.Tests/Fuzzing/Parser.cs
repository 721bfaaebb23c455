namespace Songthang.Web.Tests.Fuzzing;

/// <summary>One way in for what strangers write, and what must be true of it whatever they write.</summary>
/// <param name="Name">What is read.</param>
/// <param name="Share">How many of the executions it gets: 1 of so many. More than 1 only where a library of others does the slow part.</param>
/// <param name="Try">Reads input made by chance, and throws when it is not taken or refused as it should be.</param>
sealed record Parser(string Name, int Share, Func<Random, Task> Try)
{
    /// <summary>A reader of texts.</summary>
    /// <param name="name">What is read.</param>
    /// <param name="read">Reads; what it throws is a fault.</param>
    /// <param name="seeds">Texts that are right.</param>
    public static Parser OfText(string name, Action<string> read, params string[] seeds) =>
        new(name, 1, random => ReadAsync(Finished(read), Mutator.Text(random, seeds), text => text));

    /// <summary>A reader of bytes.</summary>
    /// <param name="name">What is read.</param>
    /// <param name="share">1 of so many executions.</param>
    /// <param name="read">Reads; what it throws is a fault.</param>
    /// <param name="seeds">Bytes that are right.</param>
    public static Parser OfBytes(string name, int share, Action<byte[]> read, params byte[][] seeds) => OfBytes(name, share, Finished(read), seeds);

    /// <inheritdoc cref="OfBytes(string, int, Action{byte[]}, byte[][])" />
    public static Parser OfBytes(string name, int share, Func<byte[], Task> read, params byte[][] seeds) =>
        new(name, share, random => ReadAsync(read, Mutator.Bytes(random, seeds), Convert.ToBase64String));

    /// <summary>Fails unless both are the same: what was read and written is read again as the same.</summary>
    public static void Same<T>(T one, T other, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(one, other))
            throw new InvalidOperationException($"{what}: <{one}> became <{other}>.");
    }

    static Func<T, Task> Finished<T>(Action<T> read) => input =>
    {
        read(input);
        return Task.CompletedTask;
    };

    static async Task ReadAsync<T>(Func<T, Task> read, T input, Func<T, string> written)
    {
        try
        {
            await read(input);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{fault.GetType().Name} at <{written(input)}>", fault);
        }
    }
}
