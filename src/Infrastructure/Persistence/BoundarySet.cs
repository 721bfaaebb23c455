namespace Songthang.Infrastructure.Persistence;

/// <summary>A file with the borders of all tambon that was read without a fault. It stays as it is; what holds says <see cref="BoundaryUse"/>.</summary>
public sealed class BoundarySet
{
    /// <summary>Most characters of <see cref="Attribution"/>.</summary>
    public const int MaxAttribution = 300;

    /// <summary>Key in storage.</summary>
    public int Id { get; init; }

    /// <summary>When it came in, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The account that brought it; null for the command line.</summary>
    public int? OfficerId { get; init; }

    /// <summary>The officer's name at that time; empty for the command line.</summary>
    public required string OfficerName { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Whose data it is, to be shown wherever the borders are; may be empty.</summary>
    public required string Attribution { get; set; }

    /// <summary>How many tambon it has borders of.</summary>
    public required int Tambons { get; init; }

    /// <summary>How many positions its borders have.</summary>
    public required int Positions { get; init; }

    /// <summary>The borders: one line for each part, <c>code lines</c>, its outer ring first.</summary>
    public required string Document { get; init; }
}

/// <summary>From when on a set of borders holds, or none. Only ever added; the newest one holds.</summary>
public sealed class BoundaryUse
{
    /// <summary>Key in storage; grows.</summary>
    public int Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The account that decided; null for the command line.</summary>
    public int? OfficerId { get; init; }

    /// <summary>The officer's name at that time; empty for the command line.</summary>
    public required string OfficerName { get; init; }

    /// <summary>What holds from then on; null for no borders.</summary>
    public required int? BoundarySetId { get; init; }
}
