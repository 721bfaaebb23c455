using System.Collections.Frozen;

namespace Songthang.Domain.ServiceLevels;

/// <summary>What the agency promises: its working calendar and what each of the seven steps may take. Immutable.</summary>
public sealed class ServiceLevel
{
    readonly FrozenDictionary<ManualStep, StepAllowance> allowances;

    /// <summary>A promise with these allowances; steps not named have the manual's.</summary>
    public ServiceLevel(WorkingCalendar calendar, IReadOnlyDictionary<ManualStep, StepAllowance> allowances)
    {
        Calendar = calendar;
        this.allowances = ManualSteps.All.ToFrozenDictionary(
            step => step,
            step => allowances.GetValueOrDefault(step) ?? step.StandardAllowance());
    }

    /// <summary>When the office works.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The manual's allowances in government office hours with these public holidays.</summary>
    public static ServiceLevel Default(IEnumerable<DateOnly> holidays) =>
        new(WorkingCalendar.GovernmentHours(holidays), FrozenDictionary<ManualStep, StepAllowance>.Empty);

    /// <summary>What this step may take.</summary>
    public StepAllowance AllowanceFor(ManualStep step) => allowances[step];

    /// <summary>The same promise but for one step.</summary>
    public ServiceLevel With(ManualStep step, StepAllowance allowance) =>
        new(Calendar, new Dictionary<ManualStep, StepAllowance>(allowances) { [step] = allowance });

    /// <summary>The same allowances by another calendar.</summary>
    public ServiceLevel With(WorkingCalendar calendar) => new(calendar, allowances);
}
