using CsCheck;
using Songthang.Domain.ServiceLevels;
using static Songthang.Domain.Tests.ServiceLevels.ThaiTime;

namespace Songthang.Domain.Tests.ServiceLevels;

public class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-04-10 08:29:59", false)]
    [InlineData("2026-04-10 08:30", true)]
    [InlineData("2026-04-10 16:29:59", true)]
    [InlineData("2026-04-10 16:30", false)]
    [InlineData("2026-04-11 10:00", false)] // Saturday
    [InlineData("2026-04-12 10:00", false)] // Sunday
    [InlineData("2026-04-13 10:00", false)] // Songkran
    [InlineData("2026-04-16 10:00", true)]
    [InlineData("2026-12-07 10:00", false)] // Substitution for Father's Day
    [InlineData("2026-12-08 10:00", true)]
    public void The_office_is_open_on_working_days_from_half_past_eight(string moment, bool open) =>
        Assert.Equal(open, Office.IsOfficeTime(At(moment)));

    [Theory]
    [InlineData("2026-04-10 09:15", "2026-04-10 09:15")]
    [InlineData("2026-04-10 07:00", "2026-04-10 08:30")]
    [InlineData("2026-04-10 16:30", "2026-04-16 08:30")] // over a weekend and Songkran
    [InlineData("2026-04-14 12:00", "2026-04-16 08:30")]
    [InlineData("2026-12-04 18:00", "2026-12-08 08:30")] // Father's Day on a Saturday, Monday instead
    [InlineData("2026-12-30 23:59", "2027-01-04 08:30")] // over the new year
    [InlineData("2026-04-17 00:00", "2026-04-17 08:30")] // midnight in Bangkok is the day before in UTC
    public void The_next_office_time_skips_nights_weekends_and_holidays(string moment, string next) =>
        Assert.Equal(next, Shown(Office.NextOfficeTime(At(moment))));

    [Theory]
    [InlineData("2026-04-10 16:00", "2026-04-10 16:20", 20)]
    [InlineData("2026-04-10 16:00", "2026-04-16 09:00", 60)] // half an hour on either side of Songkran
    [InlineData("2026-04-11 00:00", "2026-04-16 00:00", 0)]
    [InlineData("2026-04-08 23:00", "2026-04-10 01:00", 480)] // one whole day between two nights
    [InlineData("2026-12-04 16:25", "2026-12-08 08:35", 10)]
    [InlineData("2026-12-30 15:30", "2027-01-04 09:30", 120)]
    [InlineData("2026-01-01 00:00", "2027-01-01 00:00", 241 * 480)] // 261 weekdays, 20 of them holidays
    [InlineData("2026-04-10 16:20", "2026-04-10 16:00", 0)]
    public void Only_open_hours_count(string from, string to, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Office.OfficeTimeBetween(At(from), At(to)));

    [Theory]
    [InlineData("2026-04-10 16:25", 5, "2026-04-10 16:30")]
    [InlineData("2026-04-10 16:25", 6, "2026-04-16 08:31")]
    [InlineData("2026-04-12 22:00", 5, "2026-04-16 08:35")]
    [InlineData("2026-12-30 16:00", 60, "2027-01-04 09:00")]
    [InlineData("2026-04-08 08:30", 480, "2026-04-08 16:30")]
    [InlineData("2026-04-12 22:00", 0, "2026-04-12 22:00")]
    public void Office_time_is_added_over_closed_hours(string from, int minutes, string to) =>
        Assert.Equal(to, Shown(Office.AddOfficeTime(At(from), TimeSpan.FromMinutes(minutes))));

    [Theory]
    [InlineData("2026-04-10 10:00", 1, "2026-04-16 10:00")]
    [InlineData("2026-04-10 10:00", 7, "2026-04-24 10:00")]
    [InlineData("2026-12-03 09:00", 2, "2026-12-08 09:00")]
    [InlineData("2026-12-30 14:00", 1, "2027-01-04 14:00")]
    [InlineData("2026-04-18 10:00", 1, "2026-04-21 00:00")] // Saturday: Monday counts whole
    public void Working_days_are_added_over_days_off(string from, int days, string to) =>
        Assert.Equal(to, Shown(Office.AddWorkingDays(At(from), days)));

    [Fact]
    public void A_calendar_without_working_time_is_refused()
    {
        DayOfWeek[] monday = [DayOfWeek.Monday];
        Assert.Throws<ArgumentException>(() => new WorkingCalendar(new(8, 30), new(16, 30), [], []));
        Assert.Throws<ArgumentException>(() => new WorkingCalendar(new(8, 30), new(8, 30), monday, []));
        Assert.Throws<ArgumentException>(() => new WorkingCalendar(new(16, 30), new(8, 30), monday, []));
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public void A_moment_that_is_not_in_utc_is_refused(DateTimeKind kind)
    {
        var moment = DateTime.SpecifyKind(At("2026-04-10 10:00"), kind);
        Assert.Throws<ArgumentException>(() => Office.IsOfficeTime(moment));
        Assert.Throws<ArgumentException>(() => Office.AddOfficeTime(moment, TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => Office.TimeBetween(KindOfTime.CalendarDays, moment, At("2026-04-10 10:00")));
    }

    [Fact]
    public void Time_cannot_be_added_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.AddOfficeTime(At("2026-04-10 10:00"), TimeSpan.FromTicks(-1)));

    [Fact]
    public void Later_holidays_in_the_given_list_do_not_change_the_calendar()
    {
        List<DateOnly> holidays = [];
        var calendar = WorkingCalendar.GovernmentHours(holidays);
        holidays.Add(new(2026, 4, 10));
        Assert.True(calendar.IsOfficeTime(At("2026-04-10 10:00")));
    }

    [Fact]
    public void Time_between_is_never_negative_nor_longer_than_the_time_that_passed() =>
        Gen.Select(AnyCalendar, AnyKind, AnyMoment, AnyMoment).Sample((calendar, kind, from, to) =>
        {
            var time = calendar.TimeBetween(kind, from, to);
            Assert.InRange(time, TimeSpan.Zero, to > from ? to - from : TimeSpan.Zero);
        });

    [Fact]
    public void Time_between_grows_with_its_end_and_adds_up_over_a_split() =>
        Gen.Select(AnyCalendar, AnyKind, AnyMoment.Array[3]).Sample((calendar, kind, moments) =>
        {
            Array.Sort(moments);
            var (from, middle, to) = (moments[0], moments[1], moments[2]);
            var first = calendar.TimeBetween(kind, from, middle);
            var whole = calendar.TimeBetween(kind, from, to);
            Assert.True(first <= whole);
            Assert.Equal(whole, first + calendar.TimeBetween(kind, middle, to));
        });

    [Fact]
    public void Adding_time_undoes_the_time_between() =>
        Gen.Select(AnyCalendar, AnyKind, AnyMoment, AnyTime).Sample(
            (calendar, kind, from, time) =>
            {
                var to = calendar.AddTime(kind, from, time);
                Assert.Equal(DateTimeKind.Utc, to.Kind);
                Assert.Equal(time, calendar.TimeBetween(kind, from, to));
                if (time > TimeSpan.Zero) Assert.True(calendar.TimeBetween(kind, from, to.AddTicks(-1)) < time, "an earlier moment would do");
            },
            iter: 300);

    [Fact]
    public void The_next_office_time_is_open_and_nothing_before_it_is() =>
        Gen.Select(AnyCalendar, AnyMoment).Sample((calendar, moment) =>
        {
            var next = calendar.NextOfficeTime(moment);
            Assert.True(calendar.IsOfficeTime(next));
            Assert.Equal(TimeSpan.Zero, calendar.OfficeTimeBetween(moment, next));
        });

    [Fact]
    public void Counting_by_days_agrees_with_counting_minute_by_minute() =>
        Gen.Select(AnyCalendar, AnyMoment, Gen.Int[0, 5 * 24 * 60]).Sample(
            (calendar, moment, minutes) =>
            {
                var from = moment.AddSeconds(-moment.Second);
                var counted = Enumerable.Range(0, minutes).Count(minute => calendar.IsOfficeTime(from.AddMinutes(minute)));
                Assert.Equal(TimeSpan.FromMinutes(counted), calendar.OfficeTimeBetween(from, from.AddMinutes(minutes)));
            },
            iter: 50);
}
