using Songthang.Domain.Assets;
using Songthang.Domain.Thai;

namespace Songthang.Infrastructure.PoleFiles;

/// <summary>Something in the file that must be put right before any of it is taken over.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Field">What it is about; null for the row as a whole.</param>
/// <param name="Sentence">What is wrong.</param>
public sealed record PoleRowProblem(int Row, PoleField? Field, Phrase Sentence);

/// <summary>A pole that the file brings.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Facts">What is known of it afterwards.</param>
/// <param name="Code">The code that it keeps; the default for the next free one.</param>
/// <param name="Known">The pole of the register that it is; null when it is new.</param>
public sealed record PlannedPole(int Row, PoleFacts Facts, PoleCode Code, Pole? Known);

/// <summary>What an import would do, or why it cannot be done.</summary>
public sealed class PoleImportPlan
{
    /// <summary>Of more problems than this only the number is known.</summary>
    public const int MostNamed = 1_000;

    readonly List<PoleRowProblem> problems = [];

    /// <summary>Rows that were read.</summary>
    public int Rows { get; internal set; }

    /// <summary>Poles that are new.</summary>
    public List<PlannedPole> New { get; } = [];

    /// <summary>Poles of the register that change.</summary>
    public List<PlannedPole> Changed { get; } = [];

    /// <summary>Poles of the register that stay as they are.</summary>
    public int Unchanged { get; internal set; }

    /// <summary>What is left out: poles that are out of use in the file and unknown here, and what OpenStreetMap calls something else than a street lamp.</summary>
    public int LeftOut { get; internal set; }

    /// <summary>All that is wrong, the first <see cref="MostNamed"/> in the order of the rows.</summary>
    public IReadOnlyList<PoleRowProblem> Problems => problems;

    /// <summary>How much is wrong.</summary>
    public int ProblemCount { get; private set; }

    internal void Wrong(int row, PoleField? field, Phrase sentence)
    {
        ProblemCount++;
        if (problems.Count < MostNamed)
            problems.Add(new(row, field, sentence));
    }

    internal void SortProblems() => problems.Sort((one, other) => one.Row.CompareTo(other.Row));
}
