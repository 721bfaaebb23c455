using Songthang.Domain.ServiceLevels;

namespace Songthang.Domain.Tests.ServiceLevels;

public class StepWarningsTests
{
    // Monday 23 November 2026, 10.00 in Bangkok.
    static readonly DateTime Start = new(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc);

    static readonly ServiceLevel Level = ServiceLevel.Default([]);

    [Fact]
    public void The_work_is_warned_of_when_four_fifths_are_used_when_it_is_due_and_three_days_later()
    {
        var warnings = OfWork(Accepted());

        Assert.Equal(
            [(WarningKind.Near, Start.AddMinutes(8064)), (WarningKind.Over, Start.AddDays(7)), (WarningKind.LongOver, Start.AddDays(10))],
            warnings.Select(warning => (warning.Kind, warning.At)));
        Assert.All(warnings, warning => Assert.Equal((Start, Start.AddDays(7)), (warning.Started, warning.DueAt)));
    }

    [Fact]
    public void A_step_of_minutes_has_no_warning_before_it_is_due_and_is_late_by_working_days()
    {
        var warnings = StepWarnings.Of(new StepMoments { Received = Start }, Level);

        // Three working days after Monday 10.05.
        Assert.Equal(
            [(ManualStep.OpenNotification, WarningKind.Over, Start.AddMinutes(5)), (ManualStep.OpenNotification, WarningKind.LongOver, Start.AddMinutes(5).AddDays(3))],
            warnings.Select(warning => (warning.Step, warning.Kind, warning.At)));
    }

    [Fact]
    public void A_form_that_nobody_printed_is_not_the_directors()
    {
        var warnings = StepWarnings.Of(Accepted(), Level).Where(warning => warning.Step == ManualStep.PrintForm);

        Assert.Equal(WarningKind.Over, Assert.Single(warnings).Kind);
    }

    [Fact]
    public void Time_in_which_the_requester_was_asked_moves_every_warning_on()
    {
        var warnings = OfWork(Accepted() with { Waits = [new WaitingSpan(Start.AddDays(1), Start.AddDays(3))] });

        Assert.Equal([Start.AddMinutes(10944), Start.AddDays(9), Start.AddDays(12)], warnings.Select(warning => warning.At));
    }

    [Fact]
    public void While_the_requester_is_asked_nobody_is_warned_of_the_work() =>
        Assert.Empty(OfWork(Accepted() with { Waits = [new WaitingSpan(Start.AddDays(1), null)] }));

    [Fact]
    public void What_is_done_is_no_reason_to_warn() =>
        Assert.Empty(OfWork(Accepted() with { Completed = Start.AddDays(9), ResultSent = Start.AddDays(9) }));

    static List<StepWarning> OfWork(StepMoments moments) =>
        [.. StepWarnings.Of(moments, Level).Where(warning => warning.Step == ManualStep.DoWork)];

    static StepMoments Accepted() => new()
    {
        Received = Start,
        FirstOpened = Start,
        DetailsChecked = Start,
        Decided = Start,
        Accepted = Start,
        RequesterTold = Start,
    };
}
