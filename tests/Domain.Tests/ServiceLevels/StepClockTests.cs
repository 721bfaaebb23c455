using CsCheck;
using Songthang.Domain.ServiceLevels;
using static Songthang.Domain.Tests.ServiceLevels.ThaiTime;

namespace Songthang.Domain.Tests.ServiceLevels;

public class StepClockTests
{
    static readonly StepAllowance FiveMinutes = new(TimeSpan.FromMinutes(5), KindOfTime.Office);
    static readonly StepAllowance SevenDays = new(TimeSpan.FromDays(7), KindOfTime.CalendarDays);

    static readonly Gen<WaitingSpan> AnyWait =
        Gen.Select(AnyMoment, Gen.Int[-1000, 3_000_000], Gen.Int[0, 9]).Select((from, seconds, open) =>
            new WaitingSpan(from, open == 0 ? null : from.AddSeconds(seconds)));

    static readonly Gen<StepClock> AnyClock =
        from calendar in AnyCalendar
        from kind in AnyKind
        from allowed in Gen.Int[1, 20 * 24 * 3600]
        from started in AnyMoment
        from length in Gen.Int[0, 60 * 24 * 3600]
        from stopped in Gen.Bool
        from waits in AnyWait.Array[0, 6]
        from nearby in Gen.Select(Gen.Int[-600_000, 6_000_000], Gen.Int[-10, 900_000]).Array[0, 3]
        let near = nearby.Select(wait => new WaitingSpan(started.AddSeconds(wait.Item1), started.AddSeconds(wait.Item1 + wait.Item2)))
        select new StepClock(
            ManualStep.DoWork,
            new(TimeSpan.FromSeconds(allowed), kind),
            calendar,
            started,
            stopped ? started.AddSeconds(length) : null,
            [.. waits, .. near]);

    [Fact]
    public void A_step_that_has_not_begun_took_nothing_and_is_not_due()
    {
        var clock = new StepClock(ManualStep.DoWork, SevenDays, Office, null, null, [new(At("2026-04-01 10:00"), null)]);
        Assert.False(clock.IsRunning);
        Assert.False(clock.IsStandingStill);
        Assert.Null(clock.DueAt);
        Assert.Equal(TimeSpan.Zero, clock.Taken(At("2026-04-10 10:00")));
        Assert.Equal(SevenDays.Time, clock.Left(At("2026-04-10 10:00")));
    }

    [Fact]
    public void Five_minutes_that_begin_in_the_songkran_holidays_end_on_the_first_working_morning()
    {
        var clock = new StepClock(ManualStep.OpenNotification, FiveMinutes, Office, At("2026-04-13 21:00"), null, []);
        Assert.Equal("2026-04-16 08:35", Shown(clock.DueAt));
        Assert.False(clock.IsOverdue(At("2026-04-16 08:35")));
        Assert.True(clock.IsOverdue(At("2026-04-16 08:36")));
        Assert.Equal(TimeSpan.FromMinutes(-1), clock.Left(At("2026-04-16 08:36")));
    }

    [Fact]
    public void The_due_time_moves_by_the_time_the_requester_took_to_answer()
    {
        var wait = new WaitingSpan(At("2026-05-05 12:00"), At("2026-05-07 18:00"));
        var clock = new StepClock(ManualStep.DoWork, SevenDays, Office, At("2026-05-04 10:00"), null, [wait]);
        Assert.Equal("2026-05-13 16:00", Shown(clock.DueAt));
        Assert.Equal(TimeSpan.FromHours(26), clock.Taken(At("2026-05-06 12:00")));
        Assert.Equal(TimeSpan.FromHours(27), clock.Taken(At("2026-05-07 19:00")));
    }

    [Fact]
    public void While_the_requester_is_asked_the_clock_stands_still_and_nothing_is_due()
    {
        var clock = new StepClock(ManualStep.DoWork, SevenDays, Office, At("2026-05-04 10:00"), null, [new(At("2026-05-05 10:00"), null)]);
        Assert.True(clock.IsRunning);
        Assert.True(clock.IsStandingStill);
        Assert.Null(clock.DueAt);
        Assert.Equal(TimeSpan.FromDays(1), clock.Taken(At("2026-08-01 10:00")));
    }

    [Fact]
    public void Waits_that_overlap_count_once()
    {
        WaitingSpan[] waits =
        [
            new(At("2026-05-06 10:00"), At("2026-05-08 10:00")),
            new(At("2026-05-05 10:00"), At("2026-05-07 10:00")),
            new(At("2026-05-06 12:00"), At("2026-05-06 13:00")),
        ];
        var clock = new StepClock(ManualStep.DoWork, SevenDays, Office, At("2026-05-04 10:00"), null, waits);
        Assert.Equal("2026-05-14 10:00", Shown(clock.DueAt));
    }

    [Fact]
    public void A_wait_that_began_before_the_step_holds_it_back_only_from_its_start()
    {
        var wait = new WaitingSpan(At("2026-05-01 10:00"), At("2026-05-05 10:00"));
        var clock = new StepClock(ManualStep.DoWork, SevenDays, Office, At("2026-05-04 10:00"), null, [wait]);
        Assert.Equal("2026-05-12 10:00", Shown(clock.DueAt));
    }

    [Theory]
    [InlineData("2026-05-05 10:00", "2026-05-08 10:00", 24)] // across the end: it stood still from then on
    [InlineData("2026-05-07 10:00", "2026-05-08 10:00", 48)] // after the end
    [InlineData("2026-05-06 10:00", "2026-05-08 10:00", 48)] // from the end on
    [InlineData("2026-05-02 10:00", "2026-05-03 10:00", 48)] // before the start
    [InlineData("2026-05-02 10:00", "2026-05-09 10:00", 0)] // all the time
    [InlineData("2026-05-05 10:00", null, 24)] // never answered
    [InlineData("2026-05-07 10:00", null, 48)]
    public void Of_a_wait_only_the_part_within_the_step_is_left_out(string asked, string? answered, int hours)
    {
        var wait = new WaitingSpan(At(asked), answered is null ? null : At(answered));
        var clock = new StepClock(ManualStep.DoWork, SevenDays, Office, At("2026-05-04 10:00"), At("2026-05-06 10:00"), [wait]);
        Assert.Equal(TimeSpan.FromHours(hours), clock.Taken(At("2026-07-01 10:00")));
    }

    [Fact]
    public void Seven_working_days_over_songkran_end_a_fortnight_later()
    {
        var allowance = new StepAllowance(TimeSpan.FromDays(7), KindOfTime.WorkingDays);
        var clock = new StepClock(ManualStep.DoWork, allowance, Office, At("2026-04-10 10:00"), null, []);
        Assert.Equal("2026-04-24 10:00", Shown(clock.DueAt));
    }

    [Fact]
    public void A_step_done_in_time_still_shows_when_it_was_due()
    {
        var clock = new StepClock(ManualStep.DoWork, SevenDays, Office, At("2026-05-04 10:00"), At("2026-05-06 10:00"), []);
        Assert.Equal("2026-05-11 10:00", Shown(clock.DueAt));
        Assert.Equal(TimeSpan.FromDays(5), clock.Left(At("2026-12-31 10:00")));
    }

    [Fact]
    public void A_clock_cannot_stop_before_it_starts()
    {
        var now = At("2026-05-04 10:00");
        Assert.Throws<ArgumentException>(() => new StepClock(ManualStep.DoWork, SevenDays, Office, now, now.AddTicks(-1), []));
        Assert.Throws<ArgumentException>(() => new StepClock(ManualStep.DoWork, SevenDays, Office, null, now, []));
    }

    [Fact]
    public void An_allowance_of_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepAllowance(TimeSpan.Zero, KindOfTime.Office));

    [Fact]
    public void Time_taken_is_never_negative_and_never_goes_back() =>
        Gen.Select(AnyClock, AnyMoment, AnyMoment).Sample((clock, one, other) =>
        {
            var (sooner, later) = one < other ? (one, other) : (other, one);
            Assert.True(clock.Taken(sooner) >= TimeSpan.Zero);
            Assert.True(clock.Taken(sooner) <= clock.Taken(later));
        });

    [Fact]
    public void A_stopped_clock_shows_the_same_whenever_it_is_looked_at() =>
        Gen.Select(AnyClock, AnyMoment, AnyMoment).Where((clock, _, _) => !clock.IsRunning).Sample((clock, one, other) =>
            Assert.Equal(clock.Taken(one), clock.Taken(other)));

    [Fact]
    public void A_running_clock_has_used_up_its_allowance_when_it_is_due_and_not_before() =>
        Gen.Select(AnyClock, AnyMoment).Where((clock, _) => clock.IsRunning && !clock.IsStandingStill).Sample((clock, now) =>
        {
            var due = clock.DueAt!.Value;
            Assert.Equal(TimeSpan.Zero, clock.Left(due));
            Assert.True(clock.Left(due.AddTicks(-1)) > TimeSpan.Zero);
            if (clock.IsOverdue(now)) Assert.True(due < now);
        });

    [Fact]
    public void A_step_in_office_time_is_due_while_the_office_is_open() =>
        Gen.Select(AnyMoment, Gen.Int[1, 2000], AnyWait.Array[0, 3]).Sample((started, minutes, waits) =>
        {
            var allowance = new StepAllowance(TimeSpan.FromMinutes(minutes), KindOfTime.Office);
            var clock = new StepClock(ManualStep.OpenNotification, allowance, Office, started, null, waits);
            Assert.True(clock.DueAt is not { } due || Office.IsOfficeTime(due.AddTicks(-1)));
        });
}
