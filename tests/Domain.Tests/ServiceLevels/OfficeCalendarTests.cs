using Songthang.Domain.ServiceLevels;

namespace Songthang.Domain.Tests.ServiceLevels;

public class OfficeCalendarTests
{
    static readonly OfficeCalendar Known = OfficeCalendar.GovernmentHours(
        [new(new(2026, 1, 1), new("วันขึ้นปีใหม่", "New Year's Day")), new(new(2026, 12, 31), new("วันสิ้นปี", "New Year's Eve"))]);

    [Theory]
    [InlineData("2026-09-30", null)]
    [InlineData("2026-10-01", 2027)]
    [InlineData("2026-12-31", 2027)]
    [InlineData("2027-01-01", 2027)]
    public void From_October_on_the_next_years_holidays_should_be_known(string today, int? missing) =>
        Assert.Equal(missing, Known.YearWithoutHolidays(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Hours_are_told_by_the_ends_of_a_run_of_days()
    {
        Assert.Equal("จันทร์–ศุกร์ 8.30–16.30 น.", Known.HoursInWords().Thai);
        Assert.Equal("Monday–Friday 08:30–16:30", Known.HoursInWords().English);
    }

    [Fact]
    public void Hours_of_other_weeks_name_each_day() => Assert.Equal(
        "จันทร์ พุธ ศุกร์ 9.00–12.00 น.",
        new OfficeCalendar(new(9, 0), new(12, 0), [DayOfWeek.Friday, DayOfWeek.Monday, DayOfWeek.Wednesday], []).HoursInWords().Thai);

    [Fact]
    public void Steps_as_an_administrator_sets_them_make_the_manuals_promise_unless_changed()
    {
        var level = StepAllowances.Manual.By(Known);

        Assert.All(ManualSteps.All, step => Assert.Equal(step.StandardAllowance(), level.AllowanceFor(step)));
        Assert.False(level.Calendar.IsWorkingDay(new(2026, 12, 31)));
    }
}
