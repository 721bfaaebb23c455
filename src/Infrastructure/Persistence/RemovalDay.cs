namespace Songthang.Infrastructure.Persistence;

/// <summary>How much personal data was removed on a day: counts, so that the report tells of nobody.</summary>
public sealed class RemovalDay
{
    /// <summary>The day in Bangkok.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Requests whose time was over.</summary>
    public int Requests { get; set; }

    /// <summary>Photos whose time was over.</summary>
    public int Photos { get; set; }

    /// <summary>Requests from which an officer erased the data because the person concerned asked for it.</summary>
    public int Erased { get; set; }
}
