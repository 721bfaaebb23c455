namespace Songthang.Domain.ServiceLevels;

/// <summary>
/// The facts about one request that its clocks are derived from, all in UTC; null is "has not happened". They tell of
/// the present round: when a request is reopened, <see cref="Accepted"/> is the new acceptance, and
/// <see cref="Completed"/>, <see cref="ResultSent"/> and <see cref="Closed"/> are null again.
/// </summary>
public sealed record StepMoments
{
    /// <summary>When the report arrived.</summary>
    public required DateTime Received { get; init; }

    /// <summary>When an officer first opened it.</summary>
    public DateTime? FirstOpened { get; init; }

    /// <summary>When an officer had checked the details.</summary>
    public DateTime? DetailsChecked { get; init; }

    /// <summary>When the first message of an officer to the requester was recorded as sent, a question included.</summary>
    public DateTime? RequesterTold { get; init; }

    /// <summary>When the request form was first printed.</summary>
    public DateTime? FormPrinted { get; init; }

    /// <summary>When it was first accepted, declined or forwarded.</summary>
    public DateTime? Decided { get; init; }

    /// <summary>When it was accepted, for the last time if more than once: the start of the work's allowance.</summary>
    public DateTime? Accepted { get; init; }

    /// <summary>When the work was done.</summary>
    public DateTime? Completed { get; init; }

    /// <summary>When the message about the result was recorded.</summary>
    public DateTime? ResultSent { get; init; }

    /// <summary>When it ended in another way than by completion: declined, withdrawn, merged, forwarded.</summary>
    public DateTime? Closed { get; init; }

    /// <summary>When the requester was being asked for information; any order, may overlap.</summary>
    public IReadOnlyList<WaitingSpan> Waits { get; init; } = [];
}

/// <summary>A time in which the agency could not go on because it waited for the requester.</summary>
/// <param name="From">When the question was asked (UTC).</param>
/// <param name="To">When it was answered, lapsed or was taken back (UTC); null while it is open.</param>
public readonly record struct WaitingSpan(DateTime From, DateTime? To);
