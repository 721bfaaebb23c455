namespace Songthang.Infrastructure.Persistence;

/// <summary>A file with roads that somebody looks through before it takes effect; gone after a day.</summary>
public sealed class RoadDraft
{
    /// <summary>Key in storage.</summary>
    public int Id { get; init; }

    /// <summary>When it came in, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The account that brought it.</summary>
    public required int OfficerId { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>The file itself, GeoJSON.</summary>
    public required string Content { get; init; }
}
