using CsCheck;
using Songthang.Domain.ServiceLevels;
using static Songthang.Domain.Tests.ServiceLevels.ThaiTime;

namespace Songthang.Domain.Tests.ServiceLevels;

public class StepClocksTests
{
    /// <summary>Reported on the night before a working Thursday and handled by the book.</summary>
    static readonly StepMoments ByTheBook = new()
    {
        Received = At("2026-05-06 21:00"),
        FirstOpened = At("2026-05-07 08:33"),
        DetailsChecked = At("2026-05-07 08:37"),
        RequesterTold = At("2026-05-07 08:40"),
        FormPrinted = At("2026-05-07 08:41"),
        Decided = At("2026-05-07 08:45"),
        Accepted = At("2026-05-07 08:45"),
        Completed = At("2026-05-11 15:00"),
        ResultSent = At("2026-05-11 15:10"),
    };

    static readonly DateTime LongAfter = At("2027-06-01 10:00");

    static StepClock Clock(StepMoments moments, ManualStep step) => StepClocks.Of(moments, Level)[(int)step - 1];

    [Fact]
    public void A_request_has_the_manuals_seven_clocks_in_order() =>
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], StepClocks.Of(ByTheBook, Level).Select(clock => (int)clock.Step));

    [Fact]
    public void A_request_handled_by_the_book_kept_every_allowance()
    {
        var clocks = StepClocks.Of(ByTheBook, Level);
        Assert.All(clocks, clock => Assert.False(clock.IsRunning || clock.IsOverdue(LongAfter)));
        Assert.Equal(
            [3, 4, 3, 4, 8, 4 * 24 * 60 + 6 * 60 + 15, 10],
            clocks.Select(clock => (int)clock.Taken(LongAfter).TotalMinutes));
        Assert.Null(StepClocks.DueAt(ByTheBook, Level));
    }

    [Fact]
    public void A_new_report_runs_only_the_first_clock()
    {
        var moments = new StepMoments { Received = At("2026-12-04 20:00") };
        var clocks = StepClocks.Of(moments, Level);
        Assert.Equal(ManualStep.OpenNotification, Assert.Single(clocks, clock => clock.IsRunning).Step);
        Assert.All(clocks.Skip(1), clock => Assert.Null(clock.Started));
        Assert.Equal("2026-12-08 08:35", Shown(StepClocks.DueAt(moments, Level)));
    }

    [Fact]
    public void Checked_details_start_three_clocks_and_the_shortest_is_due_first()
    {
        var moments = new StepMoments
        {
            Received = ByTheBook.Received,
            FirstOpened = ByTheBook.FirstOpened,
            DetailsChecked = ByTheBook.DetailsChecked,
        };
        Assert.Equal(
            [ManualStep.TellRequester, ManualStep.PrintForm, ManualStep.SetStatus],
            StepClocks.Of(moments, Level).Where(clock => clock.IsRunning).Select(clock => clock.Step));
        Assert.Equal("2026-05-07 08:42", Shown(StepClocks.DueAt(moments, Level)));
    }

    [Fact]
    public void Seven_calendar_days_run_from_the_acceptance()
    {
        var moments = ByTheBook with { Completed = null, ResultSent = null };
        Assert.Equal("2026-05-14 08:45", Shown(StepClocks.DueAt(moments, Level)));
    }

    [Fact]
    public void While_the_requester_is_asked_no_clock_is_due()
    {
        var moments = ByTheBook with { Completed = null, ResultSent = null, Waits = [new(At("2026-05-08 10:00"), null)] };
        Assert.True(Clock(moments, ManualStep.DoWork).IsStandingStill);
        Assert.Null(StepClocks.DueAt(moments, Level));
        Assert.Null(StepClocks.ExpectedCompletion(moments, Level));
    }

    [Fact]
    public void A_question_that_never_reached_the_requester_falls_due()
    {
        var asked = At("2026-05-07 08:38");
        var moments = ByTheBook with
        {
            RequesterTold = null,
            Decided = null,
            Accepted = null,
            Completed = null,
            ResultSent = null,
            Waits = [new(asked, null)],
        };
        Assert.Equal("2026-05-07 08:42", Shown(StepClocks.DueAt(moments, Level)));
        Assert.True(Clock(moments, ManualStep.TellRequester).IsOverdue(At("2026-05-07 08:43")));
    }

    [Fact]
    public void Asking_before_the_decision_does_not_use_up_its_ten_minutes()
    {
        var moments = new StepMoments
        {
            Received = At("2026-05-07 08:30"),
            FirstOpened = At("2026-05-07 08:31"),
            DetailsChecked = At("2026-05-07 08:32"),
            RequesterTold = At("2026-05-07 08:34"),
            FormPrinted = At("2026-05-07 08:34"),
            Waits = [new(At("2026-05-07 08:34"), At("2026-05-11 20:00"))],
        };
        Assert.Equal("2026-05-12 08:38", Shown(StepClocks.DueAt(moments, Level)));
    }

    [Fact]
    public void A_question_asked_while_still_checking_leaves_nothing_to_tell()
    {
        var moments = ByTheBook with { RequesterTold = At("2026-05-07 08:35") };
        var telling = Clock(moments, ManualStep.TellRequester);
        Assert.Equal(moments.DetailsChecked, telling.Stopped);
        Assert.Equal(TimeSpan.Zero, telling.Taken(LongAfter));
    }

    [Fact]
    public void Imported_history_that_nobody_opened_here_was_read_by_the_time_it_was_decided()
    {
        var moments = new StepMoments
        {
            Received = At("2026-05-07 09:00"),
            Decided = At("2026-05-07 09:30"),
            Accepted = At("2026-05-07 09:30"),
            Completed = At("2026-05-08 09:30"),
            ResultSent = At("2026-05-08 09:30"),
        };
        Assert.All(StepClocks.Of(moments, Level), clock => Assert.False(clock.IsRunning));
        Assert.Equal(TimeSpan.FromMinutes(30), Clock(moments, ManualStep.OpenNotification).Taken(LongAfter));
    }

    [Fact]
    public void A_request_that_is_withdrawn_unread_stops_the_first_clock_and_starts_no_other()
    {
        var moments = new StepMoments { Received = At("2026-05-07 09:00"), Closed = At("2026-05-07 09:02") };
        var clocks = StepClocks.Of(moments, Level);
        Assert.All(clocks, clock => Assert.False(clock.IsRunning));
        Assert.Equal(moments.Closed, clocks[0].Stopped);
        Assert.All(clocks.Skip(1), clock => Assert.Null(clock.Started));
        Assert.Null(StepClocks.ExpectedCompletion(moments, Level));
    }

    [Fact]
    public void Reading_a_withdrawn_request_starts_no_clock()
    {
        var moments = new StepMoments
        {
            Received = At("2026-05-07 09:00"),
            Closed = At("2026-05-07 09:02"),
            FirstOpened = At("2026-05-07 10:00"),
        };
        Assert.Equal(moments.Closed, Clock(moments, ManualStep.OpenNotification).Stopped);
        Assert.Null(Clock(moments, ManualStep.CheckDetails).Started);
    }

    [Fact]
    public void A_request_that_is_forwarded_after_its_acceptance_stops_the_work()
    {
        var moments = ByTheBook with { Completed = null, ResultSent = null, Closed = At("2026-05-09 12:00") };
        Assert.Equal(moments.Closed, Clock(moments, ManualStep.DoWork).Stopped);
        Assert.Null(Clock(moments, ManualStep.NotifyResult).Started);
        Assert.Null(StepClocks.DueAt(moments, Level));
    }

    [Fact]
    public void A_reopened_request_gets_its_seven_days_anew()
    {
        var moments = ByTheBook with { Accepted = At("2026-05-20 19:00"), Completed = null, ResultSent = null };
        Assert.Equal("2026-05-27 19:00", Shown(StepClocks.DueAt(moments, Level)));
        Assert.Equal(ByTheBook.Decided, Clock(moments, ManualStep.SetStatus).Stopped);
    }

    [Fact]
    public void Before_the_acceptance_the_requester_is_given_an_estimate()
    {
        var moments = new StepMoments { Received = At("2026-04-12 22:00") };
        // Twenty minutes of office time after Songkran, then seven days.
        Assert.Equal("2026-04-23 08:50", Shown(StepClocks.ExpectedCompletion(moments, Level)));
    }

    [Fact]
    public void After_the_acceptance_the_requester_is_given_its_seventh_day_and_after_completion_none()
    {
        Assert.Equal("2026-05-14 08:45", Shown(StepClocks.ExpectedCompletion(ByTheBook with { Completed = null }, Level)));
        Assert.Null(StepClocks.ExpectedCompletion(ByTheBook, Level));
    }

    [Fact]
    public void An_agency_may_count_its_work_in_working_days()
    {
        var level = Level.With(ManualStep.DoWork, new(TimeSpan.FromDays(7), KindOfTime.WorkingDays));
        var moments = ByTheBook with { Completed = null, ResultSent = null };
        // 13 May is the Royal Ploughing Ceremony.
        Assert.Equal("2026-05-19 08:45", Shown(StepClocks.DueAt(moments, level)));
        Assert.Equal(KindOfTime.CalendarDays, Level.AllowanceFor(ManualStep.DoWork).Kind);
    }

    [Fact]
    public void Every_step_has_a_name_in_both_languages() =>
        Assert.All(ManualSteps.All, step => Assert.True(step.Name() is { Thai.Length: > 0, English.Length: > 0 }));

    [Fact]
    public void Any_mixture_of_facts_gives_seven_clocks_and_a_closed_request_runs_none()
    {
        var maybe = Gen.Select(AnyMoment, Gen.Bool).Select((moment, happened) => happened ? moment : (DateTime?)null);
        Gen.Select(AnyMoment, maybe.Array[9]).Sample((received, facts) =>
        {
            var moments = new StepMoments
            {
                Received = received,
                FirstOpened = facts[0],
                DetailsChecked = facts[1],
                RequesterTold = facts[2],
                FormPrinted = facts[3],
                Decided = facts[4],
                Accepted = facts[5],
                Completed = facts[6],
                ResultSent = facts[7],
                Closed = facts[8],
            };
            var clocks = StepClocks.Of(moments, Level);
            Assert.Equal(7, clocks.Count);
            if (moments.Closed is not null) Assert.DoesNotContain(clocks, clock => clock.IsRunning);
        });
    }
}
