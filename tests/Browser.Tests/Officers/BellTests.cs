using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Songthang.Browser.Tests.Host;
using Songthang.Domain.Officers;
using Songthang.Web.Features.Inbox;
using Songthang.Web.Tests.Host;
using static Microsoft.Playwright.Assertions;

namespace Songthang.Browser.Tests.Officers;

public sealed class BellTests(Chromium chromium)
{
    static void ByTheClockOnTheWall(WebApplicationBuilder builder) => builder.Services.AddSingleton(TimeProvider.System);

    [Fact]
    public async Task A_new_report_is_announced_on_a_page_that_is_already_open()
    {
        await using var app = await TestApp.StartAsync(adjust: ByTheClockOnTheWall);
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        await using var officer = await chromium.NewPersonAsync(app, Screen.Desk);
        await officer.SignInAsync("somsri");
        await officer.OpenAsync("/officer");
        await Expect(officer.Page.Bell()).ToBeHiddenAsync();

        var request = await Given.ARequestAsync(app);

        await Expect(officer.Page.Bell()).ToHaveTextAsync("1");
        await Expect(officer.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^\\(1\\) ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(officer.Page.Locator("[data-bell-said]")).ToHaveTextAsync("มีเรื่องใหม่ 1 เรื่อง");
        // Rows do not move under the officer's eyes.
        await Expect(officer.Page.GetByText(request.Reference)).ToHaveCountAsync(0);
        await officer.Page.GetByText("โหลดรายการใหม่").ClickAsync();
        await Expect(officer.Page.GetByText(request.Reference).First).ToBeVisibleAsync();
        officer.IsContent();
    }

    [Fact]
    public async Task Where_events_do_not_get_through_the_page_asks_every_half_minute()
    {
        await using var app = await TestApp.StartAsync(adjust: ByTheClockOnTheWall);
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        await using var officer = await chromium.NewPersonAsync(app, Screen.Desk);
        officer.Expects("net::ERR_FAILED");
        await officer.SignInAsync("somsri");
        await officer.Page.RouteAsync("**/officer/bell/events", route => route.AbortAsync());
        await officer.Page.Clock.InstallAsync();
        var refused = officer.Page.WaitForRequestAsync("**/officer/bell/events");
        await officer.OpenAsync("/officer");
        await refused;
        await Given.ARequestAsync(app);
        await Expect(officer.Page.Bell()).ToBeHiddenAsync();

        await officer.Page.RunAndWaitForResponseAsync(() => officer.Page.Clock.FastForwardAsync(31_000), "**/officer/bell");

        await Expect(officer.Page.Bell()).ToHaveTextAsync("1");
        officer.IsContent();
    }

    [Fact]
    public async Task Who_comes_back_from_a_report_to_the_list_is_told_of_nothing_new()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        var read = await Given.ARequestAsync(app);
        await Given.ARequestAsync(app);
        await using var colleague = await chromium.NewPersonAsync(app, Screen.Desk);
        await colleague.SignInAsync("somsri");
        await using var officer = await chromium.NewPersonAsync(app, Screen.Desk);
        await officer.SignInAsync("somsri");
        await Expect(colleague.Page.Bell()).ToHaveTextAsync("2");

        await officer.OpenAsync($"/officer/requests/{read.Reference}");
        await officer.OpenAsync("/officer");
        app.Time.Advance(Bell.Pause);

        await Expect(colleague.Page.Bell()).ToHaveTextAsync("1");
        await Expect(officer.Page.Bell()).ToHaveTextAsync("1");
        await Expect(officer.Page.Locator("[data-bell-news]")).ToBeHiddenAsync();
        await Expect(officer.Page.Locator("[data-bell-said]")).ToBeEmptyAsync();
    }
}
