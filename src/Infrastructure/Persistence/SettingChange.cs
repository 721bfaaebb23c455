namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// One change of a topic of the settings. Changes are only ever added; the newest one's document is what holds, and
/// undoing writes an older document again.
/// </summary>
public sealed class SettingChange
{
    /// <summary>Key in storage.</summary>
    public long Id { get; init; }

    /// <summary>Name of the topic.</summary>
    public required string Topic { get; init; }

    /// <summary>1 for the topic's first change, then without gaps: two people who change at once conflict.</summary>
    public required int Number { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The account that made it.</summary>
    public required int OfficerId { get; init; }

    /// <summary>The officer's name at that time.</summary>
    public required string OfficerName { get; init; }

    /// <summary>The whole document from then on, JSON.</summary>
    public required string Document { get; init; }

    /// <summary>Number of the change whose document was taken up again; 0 for the shipped one; null for an ordinary change.</summary>
    public int? TakenFrom { get; init; }
}
