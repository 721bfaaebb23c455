using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Web.Tests.Accounts;

/// <summary>One program in which administrators must have a second factor, and everybody may; each test has people of its own.</summary>
public sealed class FactorTown : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await OutboxTest.StartAsync(
        new() { ["Songthang:SecondFactor"] = "administrators", ["Songthang:RateLimits:SignIn:Permits"] = "10000" }, demo: true);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

public sealed class SecondFactorTests(FactorTown town) : IClassFixture<FactorTown>
{
    const string Page = "/officer/account/second-factor";
    const string WrongPassword = "ไม่ใช่รหัสผ่านนี้แน่นอน";
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    readonly TestApp app = town.App;

    static Task<Page> CodeAsync(Visitor visitor, Page page, string code) => visitor.SubmitAsync(page, "#code", [("Code", code)]);

    static Task<Page> PaperAsync(Visitor visitor, Page page, string code) => visitor.SubmitAsync(page, "#code", [("Code", ""), ("RecoveryCode", code)]);

    async Task<(Phone Phone, IReadOnlyList<string> Paper, int Id)> SomebodyAsync(string userName, OfficerRole role = OfficerRole.Officer)
    {
        using var visitor = await app.SignInAsync(role, userName);
        var (phone, paper) = await Phone.SetUpAsync(app, visitor);
        return (phone, paper, await app.WithDbAsync(db => db.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync(Now)));
    }

    [Fact]
    public async Task An_administrator_without_one_is_led_to_set_it_up_and_can_do_nothing_else()
    {
        using var wichai = await app.SignInAsync(OfficerRole.Administrator, "wichai");
        var form = await wichai.OpenAsync("/officer/settings/users/new");

        Assert.Equal(Page, form.Address.AbsolutePath);
        Assert.Equal(Page, (await wichai.OpenAsync("/officer/account")).Address.AbsolutePath);
        Assert.Contains("ต้องใช้การยืนยันสองขั้น", form.TextOf(".flash"), StringComparison.Ordinal);
        var sent = await wichai.PostAsync("/officer/settings/users/new", [
            ("UserName", "somying"), ("Role", "Officer"), ("__RequestVerificationToken", form.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        Assert.Equal(Page, sent.Response.Headers.Location!.ToString());
        Assert.False(await app.WithDbAsync(db => db.Users.AnyAsync(user => user.UserName == "somying", Now)));

        var phone = Phone.Scan(app, form);
        var wrong = await wichai.SubmitAsync(form, "#set-factor", [("Code", "12345")]);
        Assert.Equal(form.TextOf("#secret"), wrong.TextOf("#secret"));
        Assert.Contains("รหัสไม่ถูกต้อง", wrong.TextOf("#Code-error"), StringComparison.Ordinal);
        var right = await wichai.SubmitAsync(wrong, "#set-factor", [("Code", $"{phone.Code[..3]} {phone.Code[3..]}")]);

        Assert.Equal(10, Phone.Paper(right).Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await wichai.GetAsync("/officer/settings/users/new")).Status);
        Assert.Contains("ใช้งานอยู่", (await wichai.GetAsync("/officer/account")).Words, StringComparison.Ordinal);
        var removed = await wichai.PostAsync($"{Page}?handler=Remove", [
            ("__RequestVerificationToken", (await wichai.GetAsync(Page)).Html.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, removed.Status);
    }

    [Fact]
    public async Task The_sign_in_asks_for_a_code_after_the_right_password_alone_and_takes_each_code_once()
    {
        var (phone, _, id) = await SomebodyAsync("somchai");
        using var visitor = app.NewVisitor();

        var guess = await visitor.SignInAsync("somchai", WrongPassword);
        var unknown = await visitor.SignInAsync("nobody", WrongPassword);
        var asked = await visitor.SignInAsync("somchai", TestApp.Password, "/officer/sign-in?returnUrl=%2Fofficer%2Faccount");

        Assert.False(guess.Has("#code"));
        Assert.Equal(unknown.TextOf(".error-summary"), guess.TextOf(".error-summary"));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/officer/account")).Status);
        // The one that proved the set-up was used by it.
        var used = await CodeAsync(visitor, asked, phone.Code);
        Assert.Contains("ใช้ไปแล้ว", used.TextOf("#Code-error"), StringComparison.Ordinal);
        var code = phone.Next();
        var entered = await CodeAsync(visitor, used, string.Concat(code.Select(digit => (char)('๐' + digit - '0'))));
        Assert.Equal("/officer/account", entered.Response.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/officer/account")).Status);

        using var eavesdropper = app.NewVisitor();
        Assert.True((await CodeAsync(eavesdropper, await eavesdropper.SignInAsync("somchai", TestApp.Password), code)).Has("#Code-error"));
        var stored = await app.WithDbAsync(db => db.SecondFactors.Where(factor => factor.OfficerId == id).Select(factor => factor.Secret).SingleAsync(Now));
        // So begins what Data Protection encrypted.
        Assert.StartsWith("CfDJ8", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_ticket_of_a_right_password_no_code_opens_anything()
    {
        var (phone, _, id) = await SomebodyAsync("manop");
        using var visitor = app.NewVisitor();
        var asked = await visitor.SignInAsync("manop", TestApp.Password);
        var code = phone.Next();

        var made = await visitor.SubmitAsync(asked, "#code", [("Code", code), ("Ticket", "made-up")]);
        await app.WithDbAsync(db => db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, "another"), Now));
        var stale = await CodeAsync(visitor, asked, code);
        var late = await visitor.SignInAsync("manop", TestApp.Password);
        app.Time.Advance(TimeSpan.FromMinutes(10));
        var tooLate = await CodeAsync(visitor, late, phone.Code);

        Assert.All([made, stale, tooLate], answer => Assert.StartsWith("/officer/sign-in?", answer.Response.Headers.Location!.ToString(), StringComparison.Ordinal));
        Assert.Equal("/officer/sign-in", (await visitor.GetAsync("/officer/sign-in/code")).Response.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/officer/account")).Status);
    }

    [Fact]
    public async Task Wrong_codes_and_wrong_passwords_rest_the_account_together()
    {
        var (phone, paper, _) = await SomebodyAsync("malee");
        using var visitor = app.NewVisitor();
        for (var i = 0; i < 2; i++)
            await visitor.SignInAsync("malee", WrongPassword);
        // The right password in between does not begin the count anew.
        for (var i = 0; i < 3; i++)
            Assert.True((await CodeAsync(visitor, await visitor.SignInAsync("malee", TestApp.Password), "000000")).Has("#Code-error"));

        var rested = await visitor.SignInAsync("malee", TestApp.Password);
        app.Time.Advance(TimeSpan.FromMinutes(16));
        var asked = await visitor.SignInAsync("malee", TestApp.Password);
        for (var i = 0; i < 5; i++)
            Assert.True((await PaperAsync(visitor, asked, "aaaa-aaaa-aaaa")).Has("#RecoveryCode-error"));
        var right = await PaperAsync(visitor, asked, paper[0]);

        Assert.False(rested.Has("#code"));
        Assert.Equal(HttpStatusCode.OK, right.Status);
        // The second rest is twice as long.
        app.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Found, (await CodeAsync(visitor, await visitor.SignInAsync("malee", TestApp.Password), phone.Code)).Status);
    }

    [Fact]
    public async Task A_recovery_code_stands_for_the_phone_once_and_is_kept_as_a_hash()
    {
        var (_, paper, id) = await SomebodyAsync("preecha");
        using var visitor = app.NewVisitor();

        var entered = await PaperAsync(visitor, await visitor.SignInAsync("preecha", TestApp.Password), $" {paper[3].ToUpperInvariant().Replace('-', ' ')}");
        var again = await PaperAsync(visitor, await app.NewVisitor().SignInAsync("preecha", TestApp.Password), paper[3]);

        Assert.Equal(HttpStatusCode.Found, entered.Status);
        Assert.True(again.Has("#RecoveryCode-error") || again.Status != HttpStatusCode.Found);
        var page = await visitor.GetAsync(Page);
        Assert.Contains("เหลือ 9", page.TextOf("#codes-left"), StringComparison.Ordinal);
        var hashes = await app.WithDbAsync(db => db.RecoveryCodes.Where(code => code.OfficerId == id).Select(code => code.Hash).ToListAsync(Now));
        Assert.All(hashes, hash => Assert.Equal(64, hash.Length));
        Assert.Contains(AuditAction.RecoveryCodeUsed, await app.WithDbAsync(db => db.AuditEntries.Where(entry => entry.OfficerId == id).Select(entry => entry.Action).ToListAsync(Now)));

        var renewed = await visitor.SubmitAsync(page, "#make-codes");
        Assert.Equal(10, Phone.Paper(renewed).Count);
        using var next = app.NewVisitor();
        Assert.True((await PaperAsync(next, await next.SignInAsync("preecha", TestApp.Password), paper[4])).Has("#RecoveryCode-error"));
    }

    [Fact]
    public async Task Setting_it_up_ends_the_other_sessions_and_its_owner_may_do_without_where_none_is_demanded()
    {
        using var here = await app.SignInAsync(OfficerRole.Officer, "wanida");
        using var elsewhere = await app.SignInAsync(OfficerRole.Officer, "wanida");
        var (first, _) = await Phone.SetUpAsync(app, here);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.GetAsync("/officer/account")).Status);

        first.Next();
        var replaced = await here.GetAsync($"{Page}?replace=true");
        var second = Phone.Scan(app, replaced);
        Assert.NotEmpty(Phone.Paper(await here.SubmitAsync(replaced, "#set-factor", [("Code", second.Code)])));
        using var visitor = app.NewVisitor();
        var asked = await visitor.SignInAsync("wanida", TestApp.Password);
        Assert.True((await CodeAsync(visitor, asked, first.Next())).Has("#Code-error"));
        Assert.Equal(HttpStatusCode.Found, (await CodeAsync(visitor, asked, second.Code)).Status);

        Assert.Equal(HttpStatusCode.Found, (await here.SubmitAsync(await here.GetAsync(Page), "#remove-factor")).Status);
        Assert.Equal(HttpStatusCode.Found, (await app.NewVisitor().SignInAsync("wanida", TestApp.Password)).Status);
    }

    [Fact]
    public async Task An_administrator_takes_it_away_for_somebody_who_lost_it_who_is_told_and_signed_out()
    {
        var (_, _, id) = await SomebodyAsync("anong");
        await app.WithDbAsync(db => db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.Email, "anong@example.org"), Now));
        using var administrator = await app.SignInAsync(OfficerRole.Administrator, "pranee");
        await Phone.SetUpAsync(app, administrator);
        var own = await app.WithDbAsync(db => db.Users.Where(user => user.UserName == "pranee").Select(user => user.Id).SingleAsync(Now));

        Assert.False((await administrator.GetAsync($"/officer/settings/users/{own}")).Has("#reset-factor"));
        var page = await administrator.GetAsync($"/officer/settings/users/{id}");
        Assert.Equal(HttpStatusCode.Found, (await administrator.SubmitAsync(page, "#reset-factor")).Status);

        Assert.Contains("ยังไม่ได้ตั้ง", (await administrator.GetAsync($"/officer/settings/users/{id}")).TextOf("#factor"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await app.NewVisitor().SignInAsync("anong", TestApp.Password)).Status);
        var entry = await app.WithDbAsync(db => db.AuditEntries.SingleAsync(found => found.Action == AuditAction.SecondFactorReset && found.Subject == "anong", Now));
        Assert.Equal(own, entry.OfficerId);
        Assert.Contains(await app.RowsAsync(), row => row.OfficerId == id && row.Text.Contains("ยกเลิกการยืนยันสองขั้น", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_line_takes_it_away_for_the_last_administrator()
    {
        await SomebodyAsync("direk", OfficerRole.Administrator);
        var connection = await app.WithDbAsync(db => Task.FromResult(db.Database.GetConnectionString()));

        var end = await ProgramRun.EndWithAsync(connection, null, "admin", "reset-second-factor", "--user", "direk", "--data", app.DataDirectory);

        Assert.True(end.ExitCode == 0, end.Errors);
        using var visitor = app.NewVisitor();
        Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync("direk", TestApp.Password)).Status);
        Assert.Equal(Page, (await visitor.OpenAsync("/officer")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_form_that_came_too_late_is_kept_through_the_second_step()
    {
        var (phone, _, _) = await SomebodyAsync("chai");
        using var visitor = app.NewVisitor();
        await CodeAsync(visitor, await visitor.SignInAsync("chai", TestApp.Password), phone.Next());
        var form = await visitor.GetAsync("/officer/requests/new");
        app.Time.Advance(TimeSpan.FromMinutes(61));

        var door = await visitor.SubmitAsync(form, "main form", [("Symptom", "ไฟดับทั้งซอย")]);
        var asked = await visitor.SubmitAsync(door, "main form", [("UserName", "chai"), ("Password", TestApp.Password)]);
        var kept = await CodeAsync(visitor, asked, phone.Code);

        Assert.Contains("ไฟดับทั้งซอย", kept.TextOf(".kept"), StringComparison.Ordinal);
    }
}
