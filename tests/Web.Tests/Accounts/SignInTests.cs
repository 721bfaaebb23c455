using System.Buffers.Binary;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

public class SignInTests
{
    [Fact]
    public async Task An_officer_signs_in_with_user_name_and_password()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var visitor = app.NewVisitor();

        var answer = await visitor.SignInAsync(" SomChai ", TestApp.Password);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal("/officer", answer.Response.Headers.Location!.ToString());
        Assert.Contains("somchai", (await visitor.GetAsync("/officer/sign-out")).Words, StringComparison.Ordinal);
        Assert.Equal(TestApp.Monday.UtcDateTime, await app.WithDbAsync(db => db.Users.Select(account => account.SignedInAt).SingleAsync()));
    }

    [Fact]
    public async Task A_password_that_was_hashed_with_fewer_rounds_is_hashed_anew_at_the_next_sign_in()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        var old = new PasswordHasher<OfficerAccount>(Options.Create(new PasswordHasherOptions { IterationCount = 5 })).HashPassword(new(), TestApp.Password);
        await app.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.PasswordHash, old)));
        using var visitor = app.NewVisitor();

        Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync("somchai", TestApp.Password)).Status);

        var anew = await app.WithDbAsync(db => db.Users.Select(account => account.PasswordHash).SingleAsync());
        Assert.True(Rounds(anew!) > Rounds(old), anew);
        Assert.Equal(HttpStatusCode.Found, (await app.NewVisitor().SignInAsync("somchai", TestApp.Password)).Status);
    }

    /// <summary>As Identity writes them: a byte for the kind of hash, four for the function, four for the rounds.</summary>
    static int Rounds(string hash) => BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));

    [Fact]
    public async Task A_page_of_the_staff_leads_through_the_sign_in_and_back()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var visitor = app.NewVisitor();

        var door = await visitor.GetAsync("/officer/sign-out?a=1");

        Assert.Equal(HttpStatusCode.Found, door.Status);
        var answer = await visitor.SignInAsync("somchai", TestApp.Password, door.Response.Headers.Location!.ToString());
        Assert.Equal("/officer/sign-out?a=1", answer.Response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_never_leads_to_another_site(string address)
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var visitor = app.NewVisitor();

        var answer = await visitor.SignInAsync(
            "somchai", TestApp.Password, $"/officer/sign-in?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal("/officer", answer.Response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Whoever_guesses_does_not_learn_which_accounts_exist()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var visitor = app.NewVisitor();

        var known = await visitor.SignInAsync("somchai", "ไม่ใช่รหัสผ่านนี้แน่นอน");
        var unknown = await visitor.SignInAsync("nobody", "ไม่ใช่รหัสผ่านนี้แน่นอน");

        Assert.Equal(HttpStatusCode.OK, known.Status);
        Assert.Contains("ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง", known.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(known.TextOf(".error-summary"), unknown.TextOf(".error-summary"));
        Assert.Empty(known.Html.QuerySelector("[name=Password]")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Five_wrong_passwords_rest_the_account_for_a_quarter_of_an_hour()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var visitor = app.NewVisitor();
        Page wrong = null!;
        for (var i = 0; i < 5; i++)
            wrong = await visitor.SignInAsync("somchai", "ไม่ใช่รหัสผ่านนี้แน่นอน");

        var locked = await visitor.SignInAsync("somchai", TestApp.Password);
        app.Time.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        var later = await visitor.SignInAsync("somchai", TestApp.Password);

        Assert.Equal(HttpStatusCode.OK, locked.Status);
        Assert.Equal(wrong.TextOf(".error-summary"), locked.TextOf(".error-summary"));
        Assert.Equal(HttpStatusCode.Found, later.Status);
    }

    [Fact]
    public async Task Four_wrong_passwords_and_a_right_one_start_the_count_anew()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        for (var round = 0; round < 2; round++)
        {
            using var visitor = app.NewVisitor();
            for (var i = 0; i < 4; i++)
                await visitor.SignInAsync("somchai", "ไม่ใช่รหัสผ่านนี้แน่นอน");
            Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync("somchai", TestApp.Password)).Status);
        }
    }

    [Fact]
    public async Task Guessing_many_times_at_once_gets_no_more_than_five_tries()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var visitor = app.NewVisitor();
        var page = await visitor.GetAsync("/officer/sign-in");

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => visitor.SubmitAsync(
            page, "main form", [("UserName", "somchai"), ("Password", $"ไม่ใช่รหัสผ่านนี้แน่นอน {i}")])));

        Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync("somchai", TestApp.Password)).Status);
    }

    [Fact]
    public async Task A_closed_account_cannot_sign_in()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        await app.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.IsClosed, true)));
        using var visitor = app.NewVisitor();

        Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync("somchai", TestApp.Password)).Status);
    }

    [Fact]
    public async Task The_password_of_the_demo_opens_no_account_outside_the_demo()
    {
        // As when somebody copies the demo's data folder: the hash is right.
        await using var app = await TestApp.StartAsync();
        var hash = await app.WithAsync<Microsoft.AspNetCore.Identity.IPasswordHasher<Infrastructure.Persistence.OfficerAccount>, string>(
            hasher => Task.FromResult(hasher.HashPassword(new(), "songthang-demo-2569")));
        await app.CreateAccountAsync("officer", OfficerRole.Officer);
        await app.WithDbAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.PasswordHash, hash)));
        using var visitor = app.NewVisitor();

        var answer = await visitor.SignInAsync("officer", "songthang-demo-2569");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("เฉพาะระบบสาธิต", answer.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_letters_are_the_same_password_however_the_keyboard_composed_them()
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer, "caf\u00e9 au lait du matin");
        using var visitor = app.NewVisitor();

        Assert.Equal(HttpStatusCode.Found, (await visitor.SignInAsync("somchai", "cafe\u0301 au lait du matin")).Status);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("somchai", "")]
    [InlineData("\u200b", "\u200b")]
    public async Task Nothing_typed_is_told_beside_the_fields(string name, string password)
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewVisitor();

        var answer = await visitor.SignInAsync(name, password);

        Assert.True(answer.Has("a[href='#Password']"));
        Assert.True(answer.Has("#Password[aria-invalid=true]"));
    }

    public static TheoryData<string, string> Strange => new()
    {
        { new string('x', 100_000), "x" },
        { "somchai", "a" + new string('\u0301', 100_000) },
        { "som\0chai", "\0\u202e" },
    };

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task Very_long_and_strange_input_opens_nothing_and_breaks_nothing(string name, string password)
    {
        await using var app = await TestApp.StartAsync();
        await app.CreateAccountAsync("somchai", OfficerRole.Officer);
        using var visitor = app.NewVisitor();

        var answer = await visitor.FollowAsync(await visitor.SignInAsync(name, password));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Has("#Password"));
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/officer/sign-out")).Status);
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_have_to_wait()
    {
        await using var app = await TestApp.StartAsync(settings: new() { ["Songthang:RateLimits:SignIn:Permits"] = "2" });
        using var visitor = app.NewVisitor();
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync("nobody", "x")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.SignInAsync("nobody", "x")).Status);
    }
}
