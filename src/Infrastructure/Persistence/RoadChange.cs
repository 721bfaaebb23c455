namespace Songthang.Infrastructure.Persistence;

/// <summary>What was done to the roads. Stored by name.</summary>
public enum RoadChangeKind
{
    /// <summary>Roads of a file were added.</summary>
    Added,

    /// <summary>The roads of a file took the place of all.</summary>
    Replaced,

    /// <summary>One road was corrected.</summary>
    Corrected,

    /// <summary>One road was removed.</summary>
    Removed,

    /// <summary>All roads were removed.</summary>
    Cleared,
}

/// <summary>One change of the roads. Only ever added; the newest key tells every process what it must read again.</summary>
public sealed class RoadChange
{
    /// <summary>Most characters of <see cref="Detail"/>.</summary>
    public const int MaxDetail = 300;

    /// <summary>Key in storage; grows.</summary>
    public int Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The account that did it; null for the command line.</summary>
    public int? OfficerId { get; init; }

    /// <summary>The officer's name at that time; empty for the command line.</summary>
    public required string OfficerName { get; init; }

    /// <summary>What was done.</summary>
    public required RoadChangeKind Kind { get; init; }

    /// <summary>To what: the name of the file, or of the road.</summary>
    public required string Detail { get; init; }

    /// <summary>How many roads it was done to.</summary>
    public required int Roads { get; init; }
}
