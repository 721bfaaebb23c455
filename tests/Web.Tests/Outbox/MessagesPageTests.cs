using System.Net;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Outbox;

public class MessagesPageTests
{
    const string Address = "/officer/settings/messages";

    [Fact]
    public async Task An_administrator_sees_why_a_message_was_given_up_and_sends_it_again()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await OutboxTest.StartAsync(server);
        var request = await Given.ARequestAsync(app, it => it.ByEmail().Checked());
        await server.AnswerOnceAsync("RCPT", $"550 5.1.1 <{OutboxTest.Citizen}> unknown");
        await app.SendAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        var page = await admin.GetAsync(Address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var row = page.TextOf("tbody tr");
        Assert.Contains(request.Reference, row, StringComparison.Ordinal);
        Assert.Contains("s***@example.com", row, StringComparison.Ordinal);
        Assert.Contains("550 5.1.1 <…> unknown", row, StringComparison.Ordinal);
        Assert.DoesNotContain(OutboxTest.Citizen, page.Text, StringComparison.Ordinal);

        var after = await admin.FollowAsync(await admin.SubmitAsync(page, "tbody form"));
        Assert.Contains("จะส่งอีกครั้ง 1 ข้อความ", after.TextOf(".flash"), StringComparison.Ordinal);
        await app.SendAsync();

        Assert.Single(server.MessagesTo(OutboxTest.Citizen));
        Assert.Equal(2, (await admin.GetAsync(Address + "?state=sent")).Html.QuerySelectorAll("tbody tr").Length);
        Assert.False((await admin.GetAsync(Address)).Has("tbody tr"));
    }

    [Fact]
    public async Task All_that_were_given_up_are_sent_again_at_once_and_get_all_their_attempts_anew()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await OutboxTest.StartAsync(server);
        for (var i = 0; i < 3; i++)
        {
            await server.AnswerOnceAsync("DATA", "554 5.7.1 no");
            await Given.ARequestAsync(app);
        }

        await app.SendAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var page = await admin.GetAsync(Address);
        Assert.Equal(3, page.Html.QuerySelectorAll("tbody tr").Length);

        await admin.SubmitAsync(page, "#all");

        Assert.All(await app.RowsAsync(), row => Assert.True(row is { Attempts: 0, GivenUpAt: null, NextAttemptAt: not null }));
        await app.SendAsync();
        Assert.Equal(3, server.Messages.Count);
    }

    [Fact]
    public async Task The_same_button_pressed_twice_sends_once()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await OutboxTest.StartAsync(server);
        await Given.ARequestAsync(app);
        await server.AnswerOnceAsync("DATA", "554 5.7.1 no");
        await app.SendAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);
        var page = await admin.GetAsync(Address);

        await admin.SubmitAsync(page, "tbody form");
        await app.SendAsync();
        await admin.SubmitAsync(page, "tbody form");
        await app.SendAsync();

        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task Long_lists_are_read_page_by_page()
    {
        await using var app = await OutboxTest.StartAsync();
        for (var i = 0; i < 60; i++)
            await Given.ARequestAsync(app);
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        var seen = new List<string>();
        var next = Address + "?state=waiting";
        while (next is not null)
        {
            var page = await admin.GetAsync(next);
            seen.AddRange(page.Html.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
            var link = page.Html.QuerySelectorAll("main nav a").LastOrDefault(a => a.TextContent.Trim() == "ถัดไป");
            next = link is null ? null : Address + link.GetAttribute("href");
        }

        Assert.Equal(60, seen.Count);
        Assert.Equal(60, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task It_says_when_no_mail_server_is_configured()
    {
        await using var app = await OutboxTest.StartAsync();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        var page = await admin.GetAsync(Address);

        Assert.Contains("ยังไม่ได้ตั้งค่าเครื่องแม่ข่ายอีเมล", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OfficerRole.Officer)]
    [InlineData(OfficerRole.Crew)]
    [InlineData(OfficerRole.Director)]
    public async Task Only_administrators_may_look(OfficerRole role)
    {
        await using var app = await OutboxTest.StartAsync();
        using var visitor = await app.SignInAsync(role);

        var page = await visitor.GetAsync(Address);

        Assert.NotEqual(HttpStatusCode.OK, page.Status);
        Assert.False(page.Has("tbody"));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in()
    {
        await using var app = await OutboxTest.StartAsync();
        using var visitor = app.NewVisitor();

        var page = await visitor.GetAsync(Address);

        Assert.Equal(HttpStatusCode.Found, page.Status);
        Assert.StartsWith("/officer/sign-in", page.Response.Headers.Location!.PathAndQueryOf(), StringComparison.Ordinal);
    }
}

static class Addresses
{
    public static string PathAndQueryOf(this Uri address) => address.IsAbsoluteUri ? address.PathAndQuery : address.ToString();
}
