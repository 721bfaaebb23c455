using Songthang.Domain.ServiceLevels;

namespace Songthang.Web.Features.Reporting;

/// <summary>What a requester may expect, by the manual's steps from the moment of receipt on. Moments in UTC.</summary>
/// <param name="CheckedBy">When an officer should have read and checked the report.</param>
/// <param name="DecidedBy">When the requester should know whether it was accepted.</param>
/// <param name="DoneBy">When the light should be put right.</param>
/// <param name="IsOutOfHours">The report came in when the office was closed.</param>
public sealed record NextSteps(DateTime CheckedBy, DateTime DecidedBy, DateTime DoneBy, bool IsOutOfHours)
{
    public static NextSteps After(DateTime received, ServiceLevel level)
    {
        var opened = Due(ManualStep.OpenNotification, received, level);
        var checkedBy = Due(ManualStep.CheckDetails, opened, level);
        var decided = Due(ManualStep.SetStatus, checkedBy, level);
        var done = StepClocks.ExpectedCompletion(new StepMoments { Received = received }, level)
            ?? throw new InvalidOperationException("A report that was just received is expected to be done some day.");
        return new(checkedBy, decided, done, !level.Calendar.IsOfficeTime(received));
    }

    static DateTime Due(ManualStep step, DateTime from, ServiceLevel level)
    {
        var allowance = level.AllowanceFor(step);
        return level.Calendar.AddTime(allowance.Kind, from, allowance.Time);
    }
}
