namespace Songthang.Infrastructure.Persistence.Sums;

/// <summary>
/// How many requests that were completed on a day or in a month took about so long for a step. Written and folded like
/// <see cref="DailySum"/>.
/// </summary>
public sealed class StepSum
{
    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>As <see cref="DailySum.Span"/>.</summary>
    public int Span { get; set; }

    /// <summary>Of which requests; see <see cref="StepCuts"/>.</summary>
    public string Cut { get; set; } = "";

    /// <summary>Number of the manual's step.</summary>
    public int Step { get; set; }

    /// <summary>Minutes, rounded up by the <see cref="Domain.Figures.DurationScale"/>.</summary>
    public int Place { get; set; }

    /// <summary>Written by a save and not folded yet.</summary>
    public bool IsFresh { get; set; }

    /// <summary>How many.</summary>
    public int Count { get; set; }

    /// <summary>How many of them within the allowance.</summary>
    public int Kept { get; set; }

    internal (int, string, int, int) Key => (Span, Cut, Step, Place);
}

/// <summary>
/// Of which requests the lengths of steps are counted: of all, by amphoe and by fault, which is what the pages offer to choose.
/// Both at once are not kept: that would be so many rows for every pair of them.
/// </summary>
public static class StepCuts
{
    /// <summary>All requests.</summary>
    public const string All = "";

    /// <summary>The requests of an amphoe.</summary>
    public static string OfAmphoe(string code) => "a" + code;

    /// <summary>The requests of a fault type.</summary>
    public static string OfFault(string code) => "f" + code;
}
