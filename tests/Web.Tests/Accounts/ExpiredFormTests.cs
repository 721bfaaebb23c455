using System.Net;
using Microsoft.AspNetCore.Identity;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

/// <summary>Shown with the form that makes an account, as the acts on a request work the same way.</summary>
public class ExpiredFormTests
{
    const string Form = "/officer/settings/users/new";
    const string Name = "สมหญิง\nรักงาน <b>ดี</b>";

    static readonly (string, string?)[] Typed = [("DisplayName", Name), ("UserName", "somying"), ("Role", "Crew")];

    [Fact]
    public async Task A_form_sent_after_the_session_has_ended_gives_its_text_back_and_is_sent_again()
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var form = await admin.GetAsync(Form);
        app.Time.Advance(TimeSpan.FromMinutes(61));

        var door = await admin.SubmitAsync(form, "main form", Typed);
        Assert.Equal(HttpStatusCode.Unauthorized, door.Status);
        Assert.Contains("ข้อมูลที่กรอกยังอยู่ครบ", door.Words, StringComparison.Ordinal);
        var kept = await admin.SubmitAsync(door, "main form", [("UserName", "administrator"), ("Password", TestApp.Password)]);
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Equal("ข้อมูลที่กรอกยังอยู่ครบ", kept.TextOf("h1"));
        Assert.Contains("สมหญิง รักงาน <b>ดี</b>", kept.TextOf(".kept"), StringComparison.Ordinal);
        var sent = await admin.SubmitAsync(kept, "#send-again");

        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.True(sent.Has("#initial-password"));
        Assert.NotNull(await app.WithAsync<UserManager<OfficerAccount>, OfficerAccount?>(users => users.FindByNameAsync("somying")));
    }

    [Fact]
    public async Task A_wrong_password_in_between_loses_nothing()
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var form = await admin.GetAsync(Form);
        app.Time.Advance(TimeSpan.FromMinutes(61));
        var door = await admin.SubmitAsync(form, "main form", Typed);

        var again = await admin.SubmitAsync(door, "main form", [("UserName", "administrator"), ("Password", "ไม่ใช่รหัสผ่านนี้")]);
        var kept = await admin.SubmitAsync(again, "main form", [("UserName", "administrator"), ("Password", TestApp.Password)]);

        Assert.Contains("somying", kept.TextOf(".kept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_session_is_offered_again_at_once()
    {
        await using var app = await TestApp.StartAsync();
        using var first = await app.SignInAsync(OfficerRole.Administrator);
        var form = await first.GetAsync(Form);
        using var second = await app.SignInAsync(OfficerRole.Administrator, "somchai");

        // The page of the first, sent by the browser of the second.
        var kept = await second.SubmitAsync(form, "main form", Typed);
        Assert.Equal(HttpStatusCode.BadRequest, kept.Status);
        var sent = await second.SubmitAsync(kept, "#send-again");

        Assert.True(sent.Has("#initial-password"));
    }

    [Fact]
    public async Task A_form_from_another_site_is_not_offered_again()
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        admin.Client.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        var answer = await admin.PostAsync(Form, [("DisplayName", "x"), ("UserName", "evil"), ("Role", "Administrator")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.False(answer.Has("#send-again"));
    }

    [Fact]
    public async Task Passwords_are_never_kept()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var form = await officer.GetAsync("/officer/account");
        app.Time.Advance(TimeSpan.FromMinutes(61));

        var door = await officer.SubmitAsync(form, "#change-password", [("CurrentPassword", TestApp.Password), ("NewPassword", "บ้านสวนริมคลองสวนพลู")]);
        var kept = await officer.SubmitAsync(door, "main form", [("UserName", "officer"), ("Password", TestApp.Password)]);

        Assert.DoesNotContain("บ้านสวนริมคลองสวนพลู", kept.Text, StringComparison.Ordinal);
        Assert.Contains("รหัสผ่านต้องกรอกใหม่", kept.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_not_kept_and_the_page_says_so()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var visitor = app.NewVisitor();

        var door = await visitor.PostAsync(Form, [("DisplayName", "สมหญิง")], [new FormFile("Photo", "ภาพ.jpg", new byte[100_000])]);
        var kept = await visitor.SubmitAsync(door, "main form", [("UserName", "somchai"), ("Password", TestApp.Password)]);

        Assert.Contains("สมหญิง", kept.TextOf(".kept"), StringComparison.Ordinal);
        Assert.Contains("ต้องเลือกใหม่", kept.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_too_long_to_keep_says_so()
    {
        await using var app = await TestApp.StartAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var form = await admin.GetAsync(Form);
        app.Time.Advance(TimeSpan.FromMinutes(61));

        var door = await admin.SubmitAsync(form, "main form", [("DisplayName", new string('ก', 70_000))]);

        Assert.Contains("ยาวเกินกว่าจะเก็บไว้", door.Words, StringComparison.Ordinal);
        Assert.Empty(door.Html.QuerySelector("[name=Kept]")!.GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("CfDJ8Nz0")]
    public async Task Made_up_text_in_place_of_the_kept_form_just_signs_in(string kept)
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var visitor = app.NewVisitor();

        var answer = await visitor.SubmitAsync(
            await visitor.GetAsync("/officer/sign-in"), "main form",
            [("UserName", "somchai"), ("Password", TestApp.Password), ("Kept", kept)]);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
    }

    [Fact]
    public async Task Signing_out_after_the_session_has_ended_just_shows_the_door()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);
        var page = await officer.GetAsync("/officer/sign-out");
        app.Time.Advance(TimeSpan.FromMinutes(61));

        var answer = await officer.SubmitAsync(page, "main form");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/officer/sign-in", answer.Response.Headers.Location!.ToString());
    }
}
