using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

public class SessionTests
{
    const string Inside = "/officer/sign-out";

    [Fact]
    public async Task A_session_ends_after_an_hour_without_activity()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        app.Time.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(Inside)).Status);
        app.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(Inside)).Status);

        app.Time.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Found, (await officer.GetAsync(Inside)).Status);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_although_somebody_works()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        for (var i = 0; i < 15; i++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(30));
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(Inside)).Status);
        }

        app.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Found, (await officer.GetAsync(Inside)).Status);
    }

    [Fact]
    public async Task Looking_at_public_pages_does_not_keep_a_session_alive()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        app.Time.Advance(TimeSpan.FromMinutes(40));
        var home = await officer.GetAsync("/");
        app.Time.Advance(TimeSpan.FromMinutes(40));

        Assert.False(home.Response.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.Found, (await officer.GetAsync(Inside)).Status);
    }

    [Fact]
    public async Task The_bell_of_an_open_page_does_not_keep_a_session_alive()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        for (var i = 0; i < 2; i++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(29));
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/officer/bell")).Status);
        }
        app.Time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(HttpStatusCode.Found, (await officer.GetAsync(Inside)).Status);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_names_no_technology()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var visitor = app.NewVisitor();

        var answer = await visitor.SignInAsync("somchai", TestApp.Password);

        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(text => text.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(visitor.Cookies.GetAllCookies(), one => one.Name.Contains("AspNet", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task After_signing_out_a_copy_of_the_cookie_is_worth_nothing()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        using var thief = app.NewVisitor();
        foreach (Cookie cookie in officer.Cookies.GetAllCookies())
            thief.Cookies.Add(app.Address, new Cookie(cookie.Name, cookie.Value));
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(Inside)).Status);

        var answer = await officer.SubmitAsync(await officer.GetAsync(Inside), "main form");

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Contains("ท่านออกจากระบบแล้ว", (await officer.FollowAsync(answer)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await thief.GetAsync(Inside)).Status);
    }

    [Fact]
    public async Task An_account_closed_on_another_node_is_out_within_a_second()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        await app.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.IsClosed, true)));

        app.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Found, (await officer.GetAsync(Inside)).Status);
    }

    [Fact]
    public async Task A_script_whose_session_has_ended_is_told_so_and_not_sent_to_a_page()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync(Inside)).Status);
    }
}
