using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

/// <summary>What a machine left open must not be enough for asks again who it is.</summary>
public sealed class ConfirmTests(FactorTown town) : IClassFixture<FactorTown>
{
    const string WrongPassword = "ไม่ใช่รหัสผ่านนี้แน่นอน";
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    readonly TestApp app = town.App;

    /// <summary>Signed in, and away from the desk for longer than an answer holds.</summary>
    async Task<Visitor> AwayAsync(OfficerRole role, string userName)
    {
        var visitor = await app.SignInAsync(role, userName);
        app.Time.Advance(TimeSpan.FromMinutes(11));
        return visitor;
    }

    [Fact]
    public async Task What_matters_asks_again_who_it_is_and_everything_else_does_not()
    {
        using var administrator = await app.SignInAsync(OfficerRole.Administrator, "wichai");
        var (phone, _) = await Phone.SetUpAsync(app, administrator);
        var id = await app.WithDbAsync(db => db.Users.Where(user => user.UserName == "wichai").Select(user => user.Id).SingleAsync(Now));
        string[] guarded =
        [
            "/officer/settings/users/new", $"/officer/settings/users/{id}", "/officer/settings/api-keys/new", "/officer/settings/webhooks",
            "/officer/account/second-factor", "/officer/export.csv?view=overdue", "/officer/export.xlsx", "/officer/evaluations/export.csv",
            "/officer/settings/audit/export.csv", "/officer/data-subjects/held", "/officer/settings/backups",
        ];
        foreach (var address in guarded)
            Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync(address)).Status);

        app.Time.Advance(TimeSpan.FromMinutes(10));

        foreach (var address in guarded)
            Assert.StartsWith($"/officer/confirm?returnUrl={Uri.EscapeDataString(address)}&file=", (await administrator.GetAsync(address)).Response.Headers.Location?.ToString(), StringComparison.Ordinal);
        foreach (var address in new[] { "/officer", "/officer/account", "/officer/settings", "/officer/settings/users", "/officer/settings/retention", "/officer/settings/audit" })
            Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync(address)).Status);

        var asked = await administrator.OpenAsync("/officer/settings/users/new");
        Assert.False(asked.Has("#Password"));
        Assert.True((await administrator.SubmitAsync(asked, "#confirm", [("Code", "000000")])).Has("#Code-error"));
        var back = await administrator.SubmitAsync(asked, "#confirm", [("Code", phone.Code)]);
        Assert.Equal("/officer/settings/users/new", back.Response.Headers.Location!.ToString());
        foreach (var address in guarded)
            Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync(address)).Status);
        Assert.Contains(AuditAction.IdentityConfirmed, await app.WithDbAsync(db => db.AuditEntries.Where(entry => entry.OfficerId == id).Select(entry => entry.Action).ToListAsync(Now)));
    }

    [Fact]
    public async Task A_form_that_was_open_too_long_is_kept_and_sent_after_the_answer()
    {
        using var administrator = await app.SignInAsync(OfficerRole.Administrator, "pranee");
        var (phone, _) = await Phone.SetUpAsync(app, administrator);
        var form = await administrator.GetAsync("/officer/settings/users/new");
        app.Time.Advance(TimeSpan.FromMinutes(11));

        var asked = await administrator.SubmitAsync(form, "main form", [("DisplayName", "สมหญิง รักงาน"), ("UserName", "somying"), ("Role", "Officer")]);
        Assert.Equal(HttpStatusCode.Unauthorized, asked.Status);
        Assert.False(await app.WithDbAsync(db => db.Users.AnyAsync(user => user.UserName == "somying", Now)));
        Assert.Contains("ยังไม่ได้ส่ง", asked.TextOf(".flash"), StringComparison.Ordinal);
        var kept = await administrator.SubmitAsync(asked, "#confirm", [("Code", phone.Code)]);
        Assert.Contains("สมหญิง รักงาน", kept.TextOf(".kept"), StringComparison.Ordinal);
        var sent = await administrator.SubmitAsync(kept, "#send-again");

        Assert.True(sent.Has("#initial-password"));
    }

    [Fact]
    public async Task Without_a_second_factor_the_password_is_asked_for_and_guessing_it_rests_the_account()
    {
        using var officer = await AwayAsync(OfficerRole.Officer, "somchai");

        var asked = await officer.OpenAsync("/officer/export.csv?view=overdue");
        var file = await officer.SubmitAsync(asked, "#confirm", [("Password", TestApp.Password)]);
        Assert.Equal("/officer/export.csv?view=overdue", file.Html.QuerySelector("#file")!.GetAttribute("href"));
        Assert.Equal("text/csv", (await officer.GetAsync("/officer/export.csv?view=overdue")).Response.Content.Headers.ContentType!.MediaType);

        app.Time.Advance(TimeSpan.FromMinutes(11));
        var again = await officer.OpenAsync("/officer/data-subjects/held");
        for (var i = 0; i < 5; i++)
            Assert.True((await officer.SubmitAsync(again, "#confirm", [("Password", WrongPassword)])).Has("#Password-error"));
        Assert.True((await officer.SubmitAsync(again, "#confirm", [("Password", TestApp.Password)])).Has("#Password-error"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task The_way_back_never_leads_to_another_site(string address)
    {
        using var officer = await app.SignInAsync(OfficerRole.Officer, "manop");

        var asked = await officer.GetAsync($"/officer/confirm?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal("/officer/account", (await officer.SubmitAsync(asked, "#confirm", [("Password", TestApp.Password)])).Response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Everybody_sees_the_own_sessions_and_ends_one_or_all_others_after_confirming()
    {
        using var here = await app.SignInAsync(OfficerRole.Officer, "malee");
        using var phone = app.NewVisitor();
        phone.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36");
        await phone.SignInAsync("malee", TestApp.Password);
        using var elsewhere = await app.SignInAsync(OfficerRole.Officer, "malee");
        using var other = await app.SignInAsync(OfficerRole.Officer, "wanida");

        var page = await here.GetAsync("/officer/account");
        Assert.Contains("Chrome บน Android", page.TextOf("#sessions"), StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", page.TextOf("#sessions"), StringComparison.Ordinal);
        Assert.Equal(2, page.Html.QuerySelectorAll(".end-one").Length);
        var ids = await app.WithDbAsync(db => db.OfficerSessions.Select(session => session.Id).ToListAsync(Now));
        Assert.DoesNotContain(ids, id => page.Text.Contains(id, StringComparison.Ordinal));
        var handle = page.Html.QuerySelectorAll(".end-one").Single(form => form.TextContent.Length > 0 && form.ParentElement!.TextContent.Contains("Android", StringComparison.Ordinal))
            .QuerySelector("[name=handle]")!.GetAttribute("value");
        await other.SubmitAsync(await other.GetAsync("/officer/account"), "#end-all", [("handle", handle)]);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/officer/account")).Status);

        await here.SubmitAsync(page, ".end-one", [("handle", handle)]);
        Assert.Equal(HttpStatusCode.Found, (await phone.GetAsync("/officer/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/officer/account")).Status);

        app.Time.Advance(TimeSpan.FromMinutes(11));
        var asked = await here.SubmitAsync(await here.GetAsync("/officer/account"), "#end-others");
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/officer/account")).Status);
        var kept = await here.SubmitAsync(asked, "#confirm", [("Password", TestApp.Password)]);
        await here.SubmitAsync(kept, "#send-again");

        Assert.Equal(HttpStatusCode.Found, (await elsewhere.GetAsync("/officer/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/officer/account")).Status);
    }
}
