using System.Net;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Settings;

public class HolidayTests
{
    const string Page = "/officer/settings/calendar/holidays", Form = "form.setting-form";

    [Fact]
    public async Task Many_holidays_are_pasted_at_once_with_years_of_either_era()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        var saved = await administrator.SubmitAsync(
            await administrator.GetAsync(Page), Form, [("Text", "13/4/2571 วันสงกรานต์ | Songkran\n\n2028-04-14\tวันสงกรานต์\n๕/๑๒/๒๕๗๑ วันพ่อ")]);

        Assert.Equal(HttpStatusCode.Found, saved.Status);
        Assert.Equal(
            ["2028-04-13 Songkran", "2028-04-14 วันสงกรานต์", "2028-12-05 วันพ่อ"],
            app.Current(Topics.Calendar).Holidays.Where(day => day.Date.Year == 2028).Select(day => $"{day.Date:yyyy-MM-dd} {day.Name.English}"));
        Assert.Contains("13 เมษายน 2571", (await administrator.GetAsync("/officer/settings/calendar/history")).TextOf(".differences"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_named_by_its_number_and_nothing_is_saved()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        var again = await administrator.SubmitAsync(
            await administrator.GetAsync(Page), Form, [("Text", "13/4/2571 วันสงกรานต์\n31/2/2571 วันที่ไม่มี\nวันหยุด")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("บรรทัดที่ 2", again.TextOf("#Text-error"), StringComparison.Ordinal);
        Assert.Contains("บรรทัดที่ 3", again.TextOf("#Text-error"), StringComparison.Ordinal);
        Assert.Contains("13/4/2571 วันสงกรานต์", again.TextOf("textarea"), StringComparison.Ordinal);
        Assert.Equal(0, app.NumberOf(Topics.Calendar));
    }

    [Fact]
    public async Task A_holiday_is_removed_and_the_removal_undone()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);

        await administrator.SubmitAsync(await administrator.GetAsync(Page), "form[action='?handler=Remove']", [("date", "2026-12-31")]);
        Assert.DoesNotContain(app.Current(Topics.Calendar).Holidays, day => day.Date == new DateOnly(2026, 12, 31));
        await administrator.SubmitAsync(await administrator.GetAsync("/officer/settings/calendar/history/0"), "main form");

        Assert.Contains(app.Current(Topics.Calendar).Holidays, day => day.Date == new DateOnly(2026, 12, 31));
    }

    [Fact]
    public async Task Administrators_are_warned_from_October_on_when_next_years_holidays_are_missing()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync(OfficerRole.Administrator);
        Assert.False((await administrator.GetAsync("/officer")).Has(".holiday-notice"));

        await app.SetAsync(Topics.Calendar, calendar => calendar with { Holidays = [.. calendar.Holidays.Where(day => day.Date.Year < 2027)] });

        Assert.Contains("2570", (await administrator.GetAsync("/officer")).TextOf(".holiday-notice"), StringComparison.Ordinal);
    }
}
