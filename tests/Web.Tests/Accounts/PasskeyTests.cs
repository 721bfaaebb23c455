using System.Net;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Officers;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

/// <summary>Passkeys open an account by themselves, and only to whoever holds them, here, once.</summary>
public sealed class PasskeyTests(FactorTown town) : IClassFixture<FactorTown>
{
    const string Passkeys = "/officer/account/passkeys", Door = "/officer/sign-in/passkey";
    static readonly CancellationToken Now = TestContext.Current.CancellationToken;
    readonly TestApp app = town.App;

    [Fact]
    public async Task An_administrator_has_a_passkey_as_second_factor_and_signs_in_with_nothing_else()
    {
        using var wichai = await app.SignInAsync(OfficerRole.Administrator, "wichai");
        Assert.Equal("/officer/account/second-factor", (await wichai.OpenAsync("/officer/settings/users/new")).Address.AbsolutePath);

        var passkey = await SoftPasskey.AddAsync(wichai, "โทรศัพท์ของวิชัย");

        Assert.Equal(HttpStatusCode.OK, (await wichai.GetAsync("/officer/settings/users/new")).Status);
        using var visitor = app.NewVisitor();
        // The password alone is not enough from now on.
        var asked = await visitor.SignInAsync("wichai", TestApp.Password);
        Assert.True(asked.Has("#use-passkey"));
        Assert.False(asked.Has("#code"));
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/officer/account")).Status);
        Assert.Equal("/officer", (await passkey.SignInAsync(visitor)).Response.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/officer/settings/users/new")).Status);
        var page = await visitor.GetAsync(Passkeys);
        Assert.Contains("โทรศัพท์ของวิชัย", page.TextOf("#passkeys"), StringComparison.Ordinal);
        Assert.Contains("ใช้ล่าสุด", page.TextOf("#passkeys"), StringComparison.Ordinal);

        // The last one stays as long as there must be a second factor.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(page, ".remove")).Status);
        await Phone.SetUpAsync(app, visitor);
        Assert.Equal(HttpStatusCode.Found, (await visitor.SubmitAsync(await visitor.GetAsync(Passkeys), ".remove")).Status);
        Assert.Equal(HttpStatusCode.OK, (await passkey.SignInAsync(app.NewVisitor())).Status);
        var actions = await app.WithDbAsync(db => db.AuditEntries.Where(entry => entry.OfficerName == "ผู้ทดสอบ Administrator").Select(entry => entry.Action).ToListAsync(Now));
        Assert.Contains(AuditAction.PasskeyAdded, actions);
        Assert.Contains(AuditAction.PasskeyRemoved, actions);
    }

    [Fact]
    public async Task A_passkey_is_believed_once_for_what_this_site_asked_and_with_its_owner_in_front_of_it()
    {
        using var owner = await app.SignInAsync(OfficerRole.Officer, "somchai");
        var passkey = await SoftPasskey.AddAsync(owner, "กุญแจ");
        using var thief = app.NewVisitor();
        var page = await thief.GetAsync("/officer/sign-in");
        var here = SoftPasskey.OriginOf(thief);
        async Task<bool> OpensAsync(string handle, string credential) =>
            (await thief.SubmitAsync(page, "#use-passkey", [("handle", handle), ("credential", credential)])).Status == HttpStatusCode.Found;
        Task<(string Handle, System.Text.Json.Nodes.JsonNode Options)> AskAsync() => SoftPasskey.AskAsync(thief, page, "#use-passkey", Door + "?handler=Ask");

        var (handle, options) = await AskAsync();
        Assert.False(await OpensAsync(handle, passkey.Sign(options, "https://lights.example.evil.example")));
        // A challenge is gone with its first answer, right or wrong.
        Assert.False(await OpensAsync(handle, passkey.Sign(options, here)));
        (handle, options) = await AskAsync();
        var (other, _) = await AskAsync();
        Assert.False(await OpensAsync(other, passkey.Sign(options, here)));
        Assert.False(await OpensAsync("made-up", passkey.Sign(options, here)));
        Assert.False(await OpensAsync(handle, passkey.Sign(options, here, isVerified: false)));
        (handle, options) = await AskAsync();
        Assert.False(await OpensAsync(handle, passkey.Sign(options, here).Replace("\"signature\":\"", "\"signature\":\"AA", StringComparison.Ordinal)));
        (handle, options) = await AskAsync();
        Assert.False(await OpensAsync(handle, "{}"));
        (handle, options) = await AskAsync();
        app.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.False(await OpensAsync(handle, passkey.Sign(options, here)));

        (handle, options) = await AskAsync();
        var right = passkey.Sign(options, here);
        Assert.True(await OpensAsync(handle, right));
        using var replayer = app.NewVisitor();
        Assert.NotEqual(HttpStatusCode.Found, (await replayer.SubmitAsync(
            await replayer.GetAsync("/officer/sign-in"), "#use-passkey", [("handle", handle), ("credential", right)])).Status);
        // A copy of the key that has signed less often than the key.
        passkey.Count = 0;
        Assert.Equal(HttpStatusCode.OK, (await passkey.SignInAsync(replayer)).Status);
        passkey.Count = 1000;
        await app.WithDbAsync(db => db.Users.Where(user => user.UserName == "somchai").ExecuteUpdateAsync(set => set.SetProperty(user => user.IsClosed, true), Now));
        Assert.Equal(HttpStatusCode.OK, (await passkey.SignInAsync(replayer)).Status);
    }

    [Fact]
    public async Task A_passkey_confirms_who_it_is_for_its_own_account_alone()
    {
        using var malee = await app.SignInAsync(OfficerRole.Officer, "malee");
        using var manop = await app.SignInAsync(OfficerRole.Officer, "manop");
        var (own, others) = (await SoftPasskey.AddAsync(malee, "ของมาลี"), await SoftPasskey.AddAsync(manop, "ของมานพ"));
        app.Time.Advance(TimeSpan.FromMinutes(11));
        var asked = await malee.OpenAsync(Passkeys);
        Assert.False(asked.Has("#Password"));
        async Task<Page> ConfirmAsync(SoftPasskey passkey)
        {
            var (handle, options) = await SoftPasskey.AskAsync(malee, asked, "#use-passkey", "/officer/confirm?handler=Ask");
            return await malee.SubmitAsync(asked, "#use-passkey", [("handle", handle), ("credential", passkey.Sign(options, SoftPasskey.OriginOf(malee)))]);
        }

        Assert.Contains("ใช้ไม่ได้", (await ConfirmAsync(others)).TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(Passkeys, (await ConfirmAsync(own)).Response.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await malee.GetAsync(Passkeys)).Status);

        using var administrator = await app.SignInAsync(OfficerRole.Administrator, "pranee");
        await Phone.SetUpAsync(app, administrator);
        var id = await app.WithDbAsync(db => db.Users.Where(user => user.UserName == "malee").Select(user => user.Id).SingleAsync(Now));
        await administrator.SubmitAsync(await administrator.GetAsync($"/officer/settings/users/{id}"), "#reset-factor");
        Assert.Equal(HttpStatusCode.OK, (await own.SignInAsync(app.NewVisitor())).Status);
        Assert.Equal(HttpStatusCode.Found, (await app.NewVisitor().SignInAsync("malee", TestApp.Password)).Status);
    }
}
