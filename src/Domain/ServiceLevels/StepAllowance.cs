using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceLevels;

/// <summary>How long a step may take.</summary>
public sealed record StepAllowance
{
    /// <summary>So much time of this kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero, or the kind is unknown.</exception>
    public StepAllowance(TimeSpan time, KindOfTime kind)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        if (!Enum.IsDefined(kind)) throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of time.");
        Time = time;
        Kind = kind;
    }

    /// <summary>The time allowed, above zero; a day of whichever kind is 24 hours.</summary>
    public TimeSpan Time { get; }

    /// <summary>Which time counts.</summary>
    public KindOfTime Kind { get; }

    /// <summary>The time allowed in words, such as <c>7 วัน</c>, of working days <c>7 วันทำการ</c>, of office time <c>5 นาทีในเวลาราชการ</c>.</summary>
    public Phrase InWords()
    {
        if (Kind == KindOfTime.WorkingDays && Time.Ticks % TimeSpan.TicksPerDay == 0)
            return LengthOfTime.WorkingDays(Time.Days);
        var time = LengthOfTime.Minutes((int)Time.TotalMinutes);
        return Kind == KindOfTime.Office ? new($"{time.Thai}ในเวลาราชการ", $"{time.English} of office time") : time;
    }
}
