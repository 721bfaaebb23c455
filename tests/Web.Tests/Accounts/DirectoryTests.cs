using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

/// <summary>An authority's own directory lets in whom it vouches for, into accounts that exist here, and nobody else.</summary>
public sealed class DirectoryTests : IAsyncLifetime
{
    const string Start = "/officer/sign-in/directory", Refused = "/officer/sign-in/directory/refused";
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;

    IdentityProvider provider = null!;
    TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        app = await TestApp.StartAsync(settings: new()
        {
            ["Songthang:OpenIdConnect:Authority"] = provider.Address,
            ["Songthang:OpenIdConnect:ClientId"] = IdentityProvider.ClientId,
            ["Songthang:OpenIdConnect:ClientSecret"] = IdentityProvider.ClientSecret,
            ["Songthang:OpenIdConnect:Name"] = "บัญชี อบจ.",
            ["Songthang:OpenIdConnect:LinkByEmail"] = "true",
            ["Songthang:OpenIdConnect:SecondFactor"] = "mfa",
            ["Songthang:SecondFactor"] = "administrators",
            ["Songthang:RateLimits:SignIn:Permits"] = "1000",
        });
    }

    /// <summary>Follows the browser to the provider and back, to where it stands in the end.</summary>
    async Task<Page> GoAsync(Visitor visitor, string start = Start, Func<string, string>? onTheWay = null)
    {
        var sent = await visitor.GetAsync(start);
        if (sent.Response.Headers.Location is not { IsAbsoluteUri: true } there) return await visitor.FollowAsync(sent);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(there, Now);
        var back = answer.Headers.Location!.PathAndQuery;
        return await visitor.FollowAsync(await visitor.GetAsync(onTheWay?.Invoke(back) ?? back));
    }

    async Task<int> SomebodyAsync(string userName, OfficerRole role = OfficerRole.Officer, string? email = null)
    {
        var id = await app.CreateAccountAsync(userName, role);
        if (email is not null)
            await app.WithAsync<Microsoft.AspNetCore.Identity.UserManager<OfficerAccount>, bool>(async users =>
                (await users.SetEmailAsync((await users.FindByNameAsync(userName))!, email)).Succeeded);
        return id;
    }

    [Fact]
    public async Task Whoever_linked_the_own_account_signs_in_through_the_directory_confirms_and_signs_out_there()
    {
        provider.Subject = "person-1";
        using var somchai = await app.SignInAsync(OfficerRole.Officer, "somchai");
        var account = await somchai.GetAsync("/officer/account");
        // A link that another site begins, without our token or with that of another session, leads nowhere.
        using var malee = await app.SignInAsync(OfficerRole.Officer, "malee");
        var others = (await malee.GetAsync("/officer/account")).Html.QuerySelector("#link")!.GetAttribute("href")!;
        Assert.Equal("/officer/account", (await somchai.GetAsync(others)).Response.Headers.Location!.ToString());

        Assert.Equal("/officer/account", (await GoAsync(somchai, account.Html.QuerySelector("#link")!.GetAttribute("href")!)).Address.AbsolutePath);
        Assert.Equal(("code", "S256"), (provider.Asked["response_type"], provider.Asked["code_challenge_method"]));
        using var visitor = app.NewVisitor();
        Assert.Contains("บัญชี อบจ.", (await visitor.GetAsync("/officer/sign-in")).TextOf("#directory"), StringComparison.Ordinal);
        Assert.Equal("/officer/account", (await GoAsync(visitor, Start + "?returnUrl=%2Fofficer%2Faccount")).Address.AbsolutePath);
        Assert.Contains("somchai", (await visitor.GetAsync("/officer/account")).Words, StringComparison.Ordinal);
        // The same person is nobody else here.
        Assert.Equal(Refused, (await GoAsync(malee, others)).Address.AbsolutePath);

        app.Time.Advance(TimeSpan.FromMinutes(11));
        var asked = await visitor.OpenAsync("/officer/account/passkeys");
        var confirm = asked.Html.QuerySelector("#directory")!.GetAttribute("href")!;
        provider.Say = claims => claims["auth_time"] = 1_000_000_000;
        Assert.Equal(Refused, (await GoAsync(visitor, confirm)).Address.AbsolutePath);
        provider.Say = _ => { };
        Assert.Equal("/officer/account/passkeys", (await GoAsync(visitor, confirm)).Address.AbsolutePath);
        Assert.Equal("login", provider.Asked["prompt"]);

        var left = await visitor.FollowAsync(await visitor.SubmitAsync(await visitor.GetAsync("/officer/sign-out"), "main form"));
        Assert.Equal("/officer/sign-out/directory", left.Html.QuerySelector(".flash a")!.GetAttribute("href"));
        Assert.StartsWith($"{provider.Address}/end?", (await visitor.GetAsync("/officer/sign-out/directory")).Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var again = await somchai.SubmitAsync(await somchai.GetAsync("/officer/account"), "#unlink");
        await somchai.SubmitAsync(await somchai.SubmitAsync(again, "#confirm", [("Password", TestApp.Password)]), "#send-again");
        Assert.Equal(Refused, (await GoAsync(app.NewVisitor())).Address.AbsolutePath);
        Assert.Contains(AuditAction.DirectoryLinked, await app.WithDbAsync(db => db.AuditEntries.Select(entry => entry.Action).ToListAsync(Now)));
    }

    [Fact]
    public async Task Nobody_comes_in_with_a_token_that_is_not_for_this_browser_and_this_service()
    {
        await SomebodyAsync("somchai", email: "somchai@example.org");
        using var visitor = app.NewVisitor();
        provider.Subject = "person-1";
        void Known(System.Text.Json.Nodes.JsonObject claims) => (claims["email"], claims["email_verified"]) = ("somchai@example.org", true);

        foreach (var wrong in (Action<System.Text.Json.Nodes.JsonObject>[])
        [
            claims => claims["nonce"] = "another", claims => claims["iss"] = "https://id.example", claims => claims["aud"] = "another",
            claims => claims["exp"] = 1_000_000_000, claims => claims.Remove("nonce"),
        ])
        {
            provider.Say = claims =>
            {
                Known(claims);
                wrong(claims);
            };
            Assert.Equal(Refused, (await GoAsync(visitor)).Address.AbsolutePath);
        }

        provider.Say = Known;
        Assert.Equal(Refused, (await GoAsync(visitor, onTheWay: back => back.Replace("state=", "state=x", StringComparison.Ordinal))).Address.AbsolutePath);
        Assert.Equal(Refused, (await GoAsync(visitor, onTheWay: back => back.Replace("code=", "code=x", StringComparison.Ordinal))).Address.AbsolutePath);
        // What another browser brought from the provider is not this one's.
        using var thief = app.NewVisitor();
        var stolen = "";
        await GoAsync(visitor, onTheWay: back => (stolen = back)[..0] + Refused);
        Assert.Equal(Refused, (await thief.OpenAsync(stolen)).Address.AbsolutePath);
        Assert.Equal(Refused, (await visitor.OpenAsync("/officer/sign-in/directory/return?error=access_denied")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/officer/account")).Status);

        Assert.Equal("/officer", (await GoAsync(visitor)).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_provider_that_calls_itself_otherwise_than_is_set_lets_nobody_in()
    {
        await SomebodyAsync("somchai", email: "somchai@example.org");
        (provider.Subject, provider.Issuer) = ("person-1", "https://id.example");
        provider.Say = claims => (claims["email"], claims["email_verified"], claims["iss"]) = ("somchai@example.org", true, "https://id.example");
        using var visitor = app.NewVisitor();

        var sent = await visitor.GetAsync(Start);

        Assert.Equal(Refused + "?why=provider", sent.Response.Headers.Location!.ToString());
        Assert.Empty(await app.WithDbAsync(db => db.UserLogins.ToListAsync(Now)));
    }

    [Fact]
    public async Task An_administrator_takes_the_link_of_somebody_away_and_whoever_came_in_by_it_is_out()
    {
        var id = await SomebodyAsync("somchai", email: "somchai@example.org");
        provider.Subject = "person-1";
        provider.Say = claims => (claims["email"], claims["email_verified"]) = ("somchai@example.org", true);
        using var visitor = app.NewVisitor();
        Assert.Equal("/officer", (await GoAsync(visitor)).Address.AbsolutePath);
        provider.Say = _ => { };

        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        await Phone.SetUpAsync(app, administrator);
        var page = await administrator.GetAsync($"/officer/settings/users/{id}");
        var done = await administrator.FollowAsync(await administrator.SubmitAsync(page, "#unlink"));

        Assert.Null(done.Html.QuerySelector("#unlink"));
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/officer")).Status);
        Assert.Equal(Refused, (await GoAsync(app.NewVisitor())).Address.AbsolutePath);
        var entry = await app.WithDbAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == AuditAction.DirectoryUnlinked, Now));
        Assert.Equal("somchai", entry.Subject);
    }

    [Fact]
    public async Task Only_open_accounts_that_exist_here_are_entered_and_their_second_factor_is_ours_unless_the_directory_asked_for_one()
    {
        provider.Subject = "person-2";
        using var visitor = app.NewVisitor();
        Assert.Equal(Refused, (await GoAsync(visitor)).Address.AbsolutePath);
        await SomebodyAsync("wichai", OfficerRole.Administrator, "wichai@example.org");
        provider.Say = claims => claims["email"] = "wichai@example.org";
        // An address that the provider did not verify is anybody's.
        Assert.Contains("ยังไม่ได้เชื่อม", (await GoAsync(visitor)).TextOf("#why"), StringComparison.Ordinal);
        provider.Say = claims => (claims["email"], claims["email_verified"]) = ("wichai@example.org", true);
        Assert.Equal("/officer/account/second-factor", (await GoAsync(visitor)).Address.AbsolutePath);
        var (phone, _) = await Phone.SetUpAsync(app, visitor);

        using var second = app.NewVisitor();
        var code = await GoAsync(second);
        Assert.True(code.Has("#code"));
        Assert.Equal(HttpStatusCode.Found, (await second.GetAsync("/officer/account")).Status);
        Assert.Equal(HttpStatusCode.Found, (await second.SubmitAsync(code, "#code", [("Code", phone.Next())])).Status);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/officer/settings/users/new")).Status);
        provider.Say = claims => claims["amr"] = new System.Text.Json.Nodes.JsonArray("pwd", "mfa");
        using var third = app.NewVisitor();
        Assert.Equal("/officer", (await GoAsync(third)).Address.AbsolutePath);

        await app.WithDbAsync(db => db.Users.Where(user => user.UserName == "wichai").ExecuteUpdateAsync(set => set.SetProperty(user => user.IsClosed, true), Now));
        Assert.Equal(Refused, (await GoAsync(app.NewVisitor())).Address.AbsolutePath);
        Assert.Equal([SignInWay.Directory, SignInWay.Directory, SignInWay.DirectoryWithFactor],
            await app.WithDbAsync(db => db.OfficerSessions.OrderBy(session => session.Way).Select(session => session.Way).ToListAsync(Now)));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await provider.DisposeAsync();
    }
}
