namespace Songthang.Domain.ServiceLevels;

/// <summary>
/// How long one step has taken against its allowance. A view of recorded moments, never stored: all times are UTC and
/// derived anew. It stands still while the requester is asked for information.
/// </summary>
public sealed class StepClock
{
    readonly WorkingCalendar calendar;
    readonly IReadOnlyList<(DateTime From, DateTime? To)> stretches;

    /// <summary>A clock over plain moments.</summary>
    /// <param name="step">The step it belongs to.</param>
    /// <param name="allowance">What the step may take.</param>
    /// <param name="calendar">When the office works.</param>
    /// <param name="started">When the step began; null when it has not.</param>
    /// <param name="stopped">When the step was done or no longer applied; null while it goes on.</param>
    /// <param name="waits">When the requester was being asked; any order, may overlap or lie outside the step.</param>
    /// <exception cref="ArgumentException">It stops before it starts, or without having started.</exception>
    public StepClock(
        ManualStep step,
        StepAllowance allowance,
        WorkingCalendar calendar,
        DateTime? started,
        DateTime? stopped,
        IEnumerable<WaitingSpan> waits)
    {
        if (stopped is not null && (started is null || stopped < started))
            throw new ArgumentException("A clock cannot stop before it starts.", nameof(stopped));
        Step = step;
        Allowance = allowance;
        Started = started;
        Stopped = stopped;
        this.calendar = calendar;
        stretches = [.. StretchesBetween(waits)];
        DueAt = UsedUpAt(allowance.Time);
    }

    /// <summary>The step it belongs to.</summary>
    public ManualStep Step { get; }

    /// <summary>What the step may take.</summary>
    public StepAllowance Allowance { get; }

    /// <summary>When the step began (UTC); null when it has not.</summary>
    public DateTime? Started { get; }

    /// <summary>When the step was done or no longer applied (UTC); null while it goes on.</summary>
    public DateTime? Stopped { get; }

    /// <summary>Whether the step is going on, be it that it waits for the requester.</summary>
    public bool IsRunning => Started is not null && Stopped is null;

    /// <summary>Whether the step is going on but waits for the requester.</summary>
    public bool IsStandingStill => IsRunning && (stretches.Count == 0 || stretches[^1].To is not null);

    /// <summary>
    /// When the allowance is used up (UTC). Null when the step has not started, and while it stands still, since nobody
    /// knows for how long. It depends on what was recorded and not on the present time, so it may be stored to sort by.
    /// </summary>
    public DateTime? DueAt { get; }

    /// <summary>
    /// When so much time is used (UTC), under the same conditions as <see cref="DueAt"/>, which is this for the whole allowance.
    /// </summary>
    /// <param name="time">Of the allowance's kind, not negative.</param>
    public DateTime? UsedUpAt(TimeSpan time)
    {
        if (Started is null || IsStandingStill) return null;
        var left = time;
        foreach (var (from, to) in stretches)
        {
            var available = to is { } end ? Between(from, end) : TimeSpan.MaxValue;
            if (left <= available) return calendar.AddTime(Allowance.Kind, from, left);
            left -= available;
        }

        // Done before its time: the rest of the allowance would have run on from there.
        return calendar.AddTime(Allowance.Kind, Stopped!.Value, left);
    }

    /// <summary>The moment (UTC) by which so much time of the allowance's kind has passed since the clock fell due; null as <see cref="DueAt"/> is.</summary>
    /// <param name="kind">Which time counts.</param>
    /// <param name="time">How much of it, not negative.</param>
    public DateTime? AfterDue(KindOfTime kind, TimeSpan time) => DueAt is { } due ? calendar.AddTime(kind, due, time) : null;

    /// <summary>The time of the allowance's kind that the step took, or has taken by <paramref name="now"/>; never negative.</summary>
    public TimeSpan Taken(DateTime now) =>
        stretches.Aggregate(TimeSpan.Zero, (taken, stretch) => taken + Between(stretch.From, EndBy(now, stretch.To)));

    /// <summary>What is left of the allowance; negative when it is exceeded.</summary>
    public TimeSpan Left(DateTime now) => Allowance.Time - Taken(now);

    /// <summary>Whether the step took, or has taken by <paramref name="now"/>, longer than allowed.</summary>
    public bool IsOverdue(DateTime now) => Left(now) < TimeSpan.Zero;

    // What happened after a clock stopped cannot change it, whoever asks and when.
    DateTime EndBy(DateTime now, DateTime? end) => end is { } known && (!IsRunning || known < now) ? known : now;

    TimeSpan Between(DateTime from, DateTime to) => calendar.TimeBetween(Allowance.Kind, from, to);

    /// <summary>The stretches of time outside the waits, in order; only the last can be open.</summary>
    IEnumerable<(DateTime From, DateTime? To)> StretchesBetween(IEnumerable<WaitingSpan> waits)
    {
        if (Started is not { } at) yield break;
        foreach (var wait in waits.Where(wait => !(wait.To <= wait.From)).OrderBy(wait => wait.From))
        {
            if (wait.From >= Stopped) break;
            if (wait.From > at) yield return (at, wait.From);
            if (wait.To is not { } answered) yield break;
            if (answered > at) at = answered;
        }

        if (!(at >= Stopped)) yield return (at, Stopped);
    }
}
