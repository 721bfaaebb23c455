using Songthang.Domain.ServiceLevels;

namespace Songthang.Infrastructure.Persistence;

/// <summary>A warning that was given: written with its messages in one transaction, so that nobody is warned twice.</summary>
public sealed class GivenWarning
{
    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>The request.</summary>
    public long ServiceRequestId { get; set; }

    /// <summary>The step that it is about.</summary>
    public ManualStep Step { get; set; }

    /// <summary>How urgent it was.</summary>
    public WarningKind Kind { get; set; }

    /// <summary>When the step had begun, UTC: each round of the work has warnings of its own.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>When it was given, UTC.</summary>
    public DateTime At { get; set; }
}

/// <summary>A working day whose morning was looked at, whether or not there was anything to say.</summary>
public sealed class Digest
{
    /// <summary>The day in Bangkok.</summary>
    public DateOnly Day { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime At { get; set; }
}
