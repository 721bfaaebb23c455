namespace Songthang.Domain.ServiceLevels;

/// <summary>The clocks of one request, derived from what was recorded about it.</summary>
public static class StepClocks
{
    /// <summary>
    /// The seven clocks in the manual's order. A step that was passed over ends with the first later one that proves it
    /// (a request that was accepted has been read), so that imported history does not run for ever; when a request ends
    /// in another way, no clock runs on.
    /// </summary>
    public static IReadOnlyList<StepClock> Of(StepMoments moments, ServiceLevel level)
    {
        var decided = First(moments.Decided, moments.Accepted, moments.Completed);
        var detailsChecked = First(moments.DetailsChecked, decided);
        var opened = First(moments.FirstOpened, detailsChecked);
        return
        [
            Clock(ManualStep.OpenNotification, moments.Received, opened),
            Clock(ManualStep.CheckDetails, opened, detailsChecked),
            Clock(ManualStep.TellRequester, detailsChecked, First(moments.RequesterTold, moments.Completed)),
            Clock(ManualStep.PrintForm, detailsChecked, First(moments.FormPrinted, moments.Completed)),
            Clock(ManualStep.SetStatus, detailsChecked, decided),
            Clock(ManualStep.DoWork, moments.Accepted, moments.Completed),
            Clock(ManualStep.NotifyResult, moments.Completed, moments.ResultSent),
        ];

        StepClock Clock(ManualStep step, DateTime? from, DateTime? to)
        {
            var started = from > moments.Closed ? null : from;
            // What was done before its turn, such as a question asked while still checking, took no time of its own.
            var stopped = started is null ? null : Last(started, First(to, moments.Closed));
            // A question that has not reached the requester is nothing to wait for: a lost message must fall due.
            var waits = step == ManualStep.TellRequester ? [] : moments.Waits;
            return new(step, level.AllowanceFor(step), level.Calendar, started, stopped, waits);
        }
    }

    /// <summary>
    /// The earliest moment (UTC) at which a running step is due; null when none runs or all wait for the requester. It
    /// changes only with what is recorded and with the service level, so it may be stored for sorting, and for nothing else.
    /// </summary>
    public static DateTime? DueAt(StepMoments moments, ServiceLevel level) =>
        Of(moments, level).Where(clock => clock.IsRunning).Min(clock => clock.DueAt);

    /// <summary>
    /// By when the requester may expect the light to be put right (UTC): the work's allowance from the acceptance on, or
    /// before that, from when the steps up to a decision should be over. Null when it is done or has ended otherwise, and
    /// while the requester is being asked.
    /// </summary>
    public static DateTime? ExpectedCompletion(StepMoments moments, ServiceLevel level)
    {
        if (moments.Completed is not null || moments.Closed is not null) return null;
        var accepted = moments.Accepted ?? ExpectedAcceptance();
        return DueAfter(ManualStep.DoWork, accepted);

        DateTime? ExpectedAcceptance() => DueAfter(
            ManualStep.SetStatus,
            DueAfter(ManualStep.CheckDetails, DueAfter(ManualStep.OpenNotification, moments.Received)));

        DateTime? DueAfter(ManualStep step, DateTime? started) =>
            new StepClock(step, level.AllowanceFor(step), level.Calendar, started, null, moments.Waits).DueAt;
    }

    static DateTime? First(params ReadOnlySpan<DateTime?> moments)
    {
        DateTime? first = null;
        foreach (var moment in moments)
        {
            if (first is null || moment < first) first = moment;
        }

        return first;
    }

    static DateTime? Last(DateTime? started, DateTime? ended) => ended < started ? started : ended;
}
