using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

public class UsersTests
{
    const string Chosen = "บ้านสวนริมคลองสวนพลู";

    [Theory]
    [InlineData(OfficerRole.Officer)]
    [InlineData(OfficerRole.Crew)]
    [InlineData(OfficerRole.Director)]
    public async Task Only_administrators_reach_the_settings(OfficerRole role)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = await app.SignInAsync(role);

        foreach (var url in new[] { "/officer/settings", "/officer/settings/users", "/officer/settings/users/new", "/officer/settings/users/1" })
        {
            var answer = await visitor.GetAsync(url);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Equal("ท่านไม่มีสิทธิ์เปิดหน้านี้", answer.TextOf("h1"));
        }
    }

    [Fact]
    public async Task A_new_colleague_signs_in_with_the_initial_password_and_must_choose_an_own_one()
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var made = await admin.SubmitAsync(
            await admin.GetAsync("/officer/settings/users/new"), "main form",
            [("DisplayName", "สมหญิง รักงาน"), ("UserName", "SomYing"), ("Role", "Officer")]);
        var initial = made.TextOf("#initial-password");
        using var somying = app.NewVisitor();
        await somying.SignInAsync("somying", initial);

        var anywhere = await somying.GetAsync("/officer/sign-in");
        var page = await somying.OpenAsync("/officer");
        Assert.Equal("/officer", anywhere.Response.Headers.Location!.ToString());
        Assert.Equal("/officer/account", page.Address.AbsolutePath);
        await somying.SubmitAsync(page, "#change-password",
            [("CurrentPassword", initial), ("NewPassword", Chosen), ("NewPasswordAgain", Chosen)]);

        Assert.NotEqual(HttpStatusCode.Found, (await somying.GetAsync("/officer")).Status);
    }

    [Theory]
    [InlineData("somchai", "มีชื่อผู้ใช้นี้แล้ว")]
    [InlineData("ส่องทาง", "a–z")]
    [InlineData("a b", "a–z")]
    [InlineData("9", "a–z")]
    public async Task An_unfit_or_taken_user_name_is_refused_and_nothing_typed_is_lost(string userName, string words)
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        var answer = await admin.SubmitAsync(
            await admin.GetAsync("/officer/settings/users/new"), "main form",
            [("DisplayName", "สมหญิง รักงาน"), ("UserName", userName), ("Role", "Crew")]);

        Assert.Contains(words, answer.TextOf("#UserName-error"), StringComparison.Ordinal);
        Assert.Equal("สมหญิง รักงาน", answer.Html.QuerySelector("#DisplayName")!.GetAttribute("value"));
        Assert.True(answer.Has("#Role-Crew[checked]"));
    }

    [Fact]
    public async Task A_changed_role_and_name_hold_from_the_next_click()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var somchai = await app.SignInAsync(OfficerRole.Officer, "somchai");
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        var saved = await admin.SubmitAsync(
            await admin.GetAsync($"/officer/settings/users/{id}"), "#save", [("DisplayName", "สมชาย คนใหม่"), ("Role", "Administrator")]);

        Assert.Contains("สมชาย คนใหม่", (await admin.FollowAsync(saved)).Html.QuerySelector("#DisplayName")!.GetAttribute("value")!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await somchai.GetAsync("/officer/settings")).Status);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_comes_back_when_reopened()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var somchai = await app.SignInAsync(OfficerRole.Officer, "somchai");
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        await admin.SubmitAsync(await admin.GetAsync($"/officer/settings/users/{id}"), "#close");
        Assert.Equal(HttpStatusCode.Found, (await somchai.GetAsync("/officer/account")).Status);
        Assert.Contains("ปิดแล้ว", (await admin.GetAsync("/officer/settings/users")).Words, StringComparison.Ordinal);
        await admin.SubmitAsync(await admin.GetAsync($"/officer/settings/users/{id}"), "#reopen");

        Assert.Equal(HttpStatusCode.Found, (await somchai.SignInAsync("somchai", TestApp.Password)).Status);
    }

    [Theory]
    [InlineData("Close", "Administrator")]
    [InlineData("Save", "Officer")]
    public async Task Administrators_neither_close_nor_demote_themselves_so_one_is_always_left(string act, string role)
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.CreateAccountAsync("administrator", OfficerRole.Administrator);
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var page = await admin.GetAsync($"/officer/settings/users/{id}");
        var token = page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await admin.PostAsync(
            $"/officer/settings/users/{id}?handler={act}",
            [("__RequestVerificationToken", token), ("DisplayName", "ผู้ดูแล"), ("Role", role)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("ของตนเองไม่ได้", answer.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.False(page.Has("#close"));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/officer/settings/users")).Status);
    }

    [Fact]
    public async Task A_locked_account_is_let_in_at_once_by_an_administrator()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var somchai = app.NewVisitor();
        for (var i = 0; i < 5; i++)
            await somchai.SignInAsync("somchai", "ไม่ใช่รหัสผ่านนี้แน่นอน");
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        await admin.SubmitAsync(await admin.GetAsync($"/officer/settings/users/{id}"), "#unlock");

        Assert.Equal(HttpStatusCode.Found, (await somchai.SignInAsync("somchai", TestApp.Password)).Status);
    }

    [Fact]
    public async Task A_reset_password_is_shown_once_and_ends_all_sessions()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var somchai = await app.SignInAsync(OfficerRole.Officer, "somchai");
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        var reset = await admin.SubmitAsync(await admin.GetAsync($"/officer/settings/users/{id}"), "#reset");

        Assert.Equal(HttpStatusCode.Found, (await somchai.GetAsync("/officer/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await somchai.SignInAsync("somchai", TestApp.Password)).Status);
        Assert.Equal(HttpStatusCode.Found, (await somchai.SignInAsync("somchai", reset.TextOf("#initial-password"))).Status);
    }

    [Fact]
    public async Task An_initial_password_that_nobody_used_runs_out_after_a_week()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var reset = await admin.SubmitAsync(await admin.GetAsync($"/officer/settings/users/{id}"), "#reset");
        var until = await app.WithDbAsync(db => db.Users.Where(user => user.Id == id).Select(user => user.InitialPasswordUntil).SingleAsync());

        // As if the week were over.
        await app.WithDbAsync(db => db.Users.Where(user => user.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.InitialPasswordUntil, TestApp.Monday.UtcDateTime.AddMinutes(-1))));

        Assert.Equal(TestApp.Monday.UtcDateTime.AddDays(7), until);
        Assert.Equal(HttpStatusCode.OK, (await app.NewVisitor().SignInAsync("somchai", reset.TextOf("#initial-password"))).Status);
    }

    [Fact]
    public async Task An_account_that_does_not_exist_is_not_found()
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/officer/settings/users/999")).Status);
    }
}
