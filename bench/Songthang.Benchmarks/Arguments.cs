namespace Songthang.Benchmarks;

/// <summary>What the command line of a benchmark says.</summary>
static class Arguments
{
    /// <summary>The word behind an option such as <c>--requests</c>; null when it is not given.</summary>
    public static string? Option(this string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
