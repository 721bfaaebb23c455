namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// How much of something somebody used up, as a moment: what is poured in moves it on, and time catches up with it. One number, so that
/// one statement counts, and all nodes share it.
/// </summary>
public sealed class Bucket
{
    /// <summary>What is counted and of whom; whom, nobody can read from it.</summary>
    public string Name { get; set; } = "";

    /// <summary>When it will be empty again, milliseconds since 1970 UTC.</summary>
    public long Until { get; set; }

    /// <summary>How far <see cref="Until"/> could go when it was last poured into, in the same measure.</summary>
    public long Most { get; set; }
}
