namespace Songthang.Domain.ServiceLevels;

/// <summary>Which time counts against an allowance; at all other times the clock stands still.</summary>
public enum KindOfTime
{
    /// <summary>Only the hours in which the office is open on a working day.</summary>
    Office,

    /// <summary>Every day round the clock; one day is 24 hours.</summary>
    CalendarDays,

    /// <summary>Working days from midnight to midnight in Bangkok; one working day is 24 hours.</summary>
    WorkingDays,
}
