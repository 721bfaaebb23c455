using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;
using Songthang.Web.Tests.Handling;
using Songthang.Web.Tests.Host;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Web.Tests.Conversing;

public sealed class MentionTests : IAsyncLifetime
{
    TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await OutboxTest.StartAsync(demo: true);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_is_chosen_or_named_in_a_note_finds_it_until_the_request_is_opened()
    {
        var request = await Given.ARequestAsync(app);
        using var officer = await Desk.OfficerAsync(app);
        using var somsri = await app.SignInAsync(OfficerRole.Officer, "somsri");
        using var administrator = await app.SignInAsync(OfficerRole.Administrator);
        using var director = await app.SignInAsync(OfficerRole.Director);
        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Note));
        var told = form.Html.QuerySelectorAll("label[for^=told-]").Single(label => label.TextContent.Contains("@administrator", StringComparison.Ordinal)).GetAttribute("for")!["told-".Length..];

        await officer.SubmitAsync(form, Desk.Form, [("Text", "@somsri ช่วยดูเสาต้นนี้"), ("Told", told)]);

        Assert.Equal("กล่าวถึงฉัน ใหม่ 1", (await somsri.GetAsync("/officer")).TextOf("a[href='/officer/mentions']"));
        Assert.Contains("ช่วยดูเสาต้นนี้", (await somsri.GetAsync("/officer/mentions")).TextOf(".talk"), StringComparison.Ordinal);
        Assert.True((await administrator.GetAsync("/officer/mentions")).Has(".mark-unread"));
        Assert.False((await director.GetAsync("/officer/mentions")).Has(".talk"));
        Assert.False((await officer.GetAsync("/officer/mentions")).Has(".talk"));
        await somsri.GetAsync($"/officer/requests/{request.Reference}");
        Assert.False((await somsri.GetAsync("/officer/mentions")).Has(".mark-unread"));
        Assert.Equal("กล่าวถึงฉัน", (await somsri.GetAsync("/officer")).TextOf("a[href='/officer/mentions']"));
    }

    [Fact]
    public async Task Whoever_has_an_address_gets_an_email_without_the_note_and_the_citizen_sees_nothing()
    {
        var request = await Given.ARequestAsync(app, it => it.ByEmail());
        using var officer = await Desk.OfficerAsync(app);
        var id = await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        await app.CreateAccountAsync("silent", OfficerRole.Officer);
        await app.WithDbAsync(db => db.Users.Where(account => account.Id == id).ExecuteUpdateAsync(set => set.SetProperty(account => account.Email, "somsri@example.org")));
        var before = (await app.RowsAsync()).Count;

        await officer.ActAsync(request, Act.Note, ("Text", "@somsri @silent ผู้แจ้งเป็นญาติของใครบางคน"));

        var row = Assert.Single((await app.RowsAsync()).Skip(before));
        Assert.Equal((NoticeRecipient.Officer, id), (row.Recipient, row.OfficerId));
        Assert.DoesNotContain("ญาติ", row.Subject + row.Text, StringComparison.Ordinal);
        using var citizen = app.NewVisitor();
        foreach (var path in (string[])[$"/r/{request.Secret}", $"/reports/{request.Reference}"])
            Assert.DoesNotContain("ญาติ", (await citizen.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains("กล่าวถึงท่าน", (await officer.GetAsync($"/officer/requests/{request.Reference}")).TextOf(".messages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_sent_twice_mentions_once()
    {
        var request = await Given.ARequestAsync(app);
        await app.CreateAccountAsync("somsri", OfficerRole.Officer);
        using var officer = await Desk.OfficerAsync(app);
        var form = await officer.GetAsync(Desk.AddressOf(request, Act.Note));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => officer.SubmitAsync(form, Desk.Form, [("Text", "@somsri")])));

        Assert.Equal(1, await app.WithDbAsync(db => db.Mentions.CountAsync()));
    }
}
