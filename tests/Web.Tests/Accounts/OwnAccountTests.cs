using System.Net;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Accounts;

public class OwnAccountTests
{
    const string Chosen = "บ้านสวนริมคลองสวนพลู";

    static async Task<Page> ChangeAsync(Visitor visitor, string current, string chosen, string? again = null) => await visitor.SubmitAsync(
        await visitor.GetAsync("/officer/account"), "#change-password",
        [("CurrentPassword", current), ("NewPassword", chosen), ("NewPasswordAgain", again ?? chosen)]);

    [Fact]
    public async Task A_new_password_replaces_the_old_one_and_ends_all_other_sessions()
    {
        await using var app = await TestApp.StartAsync();
        using var here = await app.SignInAsync(OfficerRole.Officer);
        using var elsewhere = await app.SignInAsync(OfficerRole.Officer);

        Assert.Equal(HttpStatusCode.Found, (await ChangeAsync(here, TestApp.Password, Chosen)).Status);

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/officer/account")).Status);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.GetAsync("/officer/account")).Status);
        using var next = app.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await next.SignInAsync("officer", TestApp.Password)).Status);
        Assert.Equal(HttpStatusCode.Found, (await next.SignInAsync("officer", Chosen)).Status);
    }

    [Theory]
    [InlineData("บ้านสวนริม", "สั้นเกินไป", "#NewPassword")]
    [InlineData("password123456", "มีผู้ใช้บ่อย", "#NewPassword")]
    [InlineData("songthang-demo-2569", "เฉพาะระบบสาธิต", "#NewPassword")]
    [InlineData("officer-2569-ayutthaya", "ชื่อของท่านหรือชื่อระบบ", "#NewPassword")]
    [InlineData(TestApp.Password, "ต้องไม่ซ้ำ", "#NewPassword")]
    public async Task An_unfit_password_is_refused_beside_its_field(string chosen, string words, string field)
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var answer = await ChangeAsync(officer, TestApp.Password, chosen);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(words, answer.TextOf($"{field}-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_current_password_must_be_right_and_the_new_one_typed_twice()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        Assert.True((await ChangeAsync(officer, "ไม่ใช่รหัสผ่านนี้", Chosen)).Has("#CurrentPassword-error"));
        Assert.True((await ChangeAsync(officer, TestApp.Password, Chosen, "อย่างอื่น")).Has("#NewPasswordAgain-error"));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        await using var app = await TestApp.StartAsync();
        using var here = await app.SignInAsync(OfficerRole.Officer);
        using var elsewhere = await app.SignInAsync(OfficerRole.Officer);

        Assert.Equal(HttpStatusCode.Found, (await here.SubmitAsync(await here.GetAsync("/officer/account"), "#end-all")).Status);

        Assert.Equal(HttpStatusCode.Found, (await here.GetAsync("/officer/account")).Status);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.GetAsync("/officer/account")).Status);
    }

    [Fact]
    public async Task An_officer_sees_when_and_where_the_account_was_used()
    {
        await using var app = await TestApp.StartAsync();
        using var officer = await app.SignInAsync(OfficerRole.Officer);

        var page = await officer.GetAsync("/officer/account");

        Assert.Contains("23 พฤศจิกายน 2569 เวลา 10.00 น.", page.Words, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", page.Words, StringComparison.Ordinal);
    }
}
