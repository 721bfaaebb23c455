namespace Songthang.Domain.ServiceLevels;

/// <summary>How urgent a warning is. Stored by name.</summary>
public enum WarningKind
{
    /// <summary>Most of the allowance is used: the officers still have time.</summary>
    Near,

    /// <summary>The allowance is used up.</summary>
    Over,

    /// <summary>It has been used up for days: the director is told.</summary>
    LongOver,
}

/// <summary>A moment at which somebody is warned of a running step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Kind">How urgent it is.</param>
/// <param name="Started">When the step began, UTC: a reopened request begins its work anew, and is warned of anew.</param>
/// <param name="At">When the warning falls due, UTC.</param>
/// <param name="DueAt">When the step falls or fell due, UTC.</param>
public sealed record StepWarning(ManualStep Step, WarningKind Kind, DateTime Started, DateTime At, DateTime DueAt);

/// <summary>
/// When officers and the director are warned of a running step. Before it is due only where there is time enough to act
/// on a warning, which is in allowances of a day or more.
/// </summary>
public static class StepWarnings
{
    /// <summary>The share of an allowance after which its end counts as near.</summary>
    public const double NearShare = 0.8;

    /// <summary>Days after the due time at which the director is told.</summary>
    public const int LongOverDays = 3;

    static readonly TimeSpan ShortestWithNear = TimeSpan.FromDays(1);

    /// <summary>The warnings of all running clocks of a request, past and to come, the earliest first.</summary>
    public static IReadOnlyList<StepWarning> Of(StepMoments moments, ServiceLevel level) =>
    [
        .. StepClocks.Of(moments, level).Where(clock => clock.IsRunning && clock.DueAt is not null)
            .SelectMany(Of).OrderBy(warning => warning.At).ThenBy(warning => warning.Step),
    ];

    static IEnumerable<StepWarning> Of(StepClock clock)
    {
        var (started, due) = (clock.Started!.Value, clock.DueAt!.Value);
        if (clock.Allowance.Time >= ShortestWithNear)
            yield return Warning(WarningKind.Near, clock.UsedUpAt(clock.Allowance.Time * NearShare)!.Value);
        yield return Warning(WarningKind.Over, due);
        // A form that nobody printed holds no light up.
        if (clock.Step != ManualStep.PrintForm)
            yield return Warning(WarningKind.LongOver, clock.AfterDue(DaysOf(clock.Allowance.Kind), TimeSpan.FromDays(LongOverDays))!.Value);

        StepWarning Warning(WarningKind kind, DateTime at) => new(clock.Step, kind, started, at, due);
    }

    /// <summary>What is counted in office hours is late by working days.</summary>
    static KindOfTime DaysOf(KindOfTime kind) => kind == KindOfTime.CalendarDays ? kind : KindOfTime.WorkingDays;
}
