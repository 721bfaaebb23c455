namespace Songthang.Domain.ServiceLevels;

/// <summary>What one step of the manual may take, as an administrator sets it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Minutes">How long, above zero; a day of whichever kind is 1440 minutes.</param>
/// <param name="Kind">Which time counts.</param>
public sealed record AllowedTime(ManualStep Step, int Minutes, KindOfTime Kind);

/// <summary>What each step of the manual may take.</summary>
/// <param name="Steps">At most once each; a step that is missing has the manual's time.</param>
public sealed record StepAllowances(IReadOnlyList<AllowedTime> Steps)
{
    /// <summary>The manual's own times.</summary>
    public static StepAllowances Manual { get; } = new(
    [
        .. ManualSteps.All.Select(step => (Step: step, Allowed: step.StandardAllowance()))
            .Select(of => new AllowedTime(of.Step, (int)of.Allowed.Time.TotalMinutes, of.Allowed.Kind)),
    ]);

    /// <summary>The promise that follows from these times by this calendar.</summary>
    /// <exception cref="ArgumentException">A time is not above zero, a step occurs twice, or there is no working time.</exception>
    public ServiceLevel By(OfficeCalendar calendar) => new(
        calendar.ToWorkingCalendar(),
        Steps.ToDictionary(step => step.Step, step => new StepAllowance(TimeSpan.FromMinutes(step.Minutes), step.Kind)));
}
