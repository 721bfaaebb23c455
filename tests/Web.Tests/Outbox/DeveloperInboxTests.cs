using System.Net;
using MimeKit;
using Songthang.Domain.Officers;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Outbox;

public class DeveloperInboxTests
{
    [Fact]
    public async Task The_demo_keeps_its_mail_where_everyone_who_sees_the_demo_can_read_it()
    {
        await using var app = await OutboxTest.StartAsync(demo: true);
        var request = await Given.ARequestAsync(app, it => it.ByEmail());
        await app.SendAsync();
        using var visitor = app.NewVisitor();

        var list = await visitor.GetAsync("/dev/inbox");
        Assert.Equal(2, list.Html.QuerySelectorAll("tbody tr").Length);
        var subject = list.Html.QuerySelectorAll("tbody a").Single(a => a.TextContent.Contains("ได้รับเรื่องของท่านแล้ว", StringComparison.Ordinal));
        var message = await visitor.GetAsync(subject.GetAttribute("href")!);

        Assert.Contains("กรุณาเก็บเลขที่เรื่อง", message.TextOf("article"), StringComparison.Ordinal);
        Assert.EndsWith($"/r/{request.Secret}", message.Html.QuerySelector("article a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", message.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var file = await visitor.Client.GetAsync(subject.GetAttribute("href") + ".eml", TestContext.Current.CancellationToken);
        Assert.Equal("message/rfc822", file.Content.Headers.ContentType!.MediaType);
        var mail = await MimeMessage.LoadAsync(await file.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Equal(OutboxTest.Citizen, mail.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task The_newest_message_stands_first()
    {
        await using var app = await OutboxTest.StartAsync(demo: true);
        await Given.ARequestAsync(app);
        await app.SendAsync();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var later = await Given.ARequestAsync(app);
        await app.SendAsync();
        using var visitor = app.NewVisitor();

        var list = await visitor.GetAsync("/dev/inbox");

        Assert.Contains(later.Reference, list.TextOf("tbody tr"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/inbox/nothing")]
    [InlineData("/dev/inbox/..%2Fkeys%2Fkey")]
    [InlineData("/dev/inbox/20261123T030000000-outbox.9.abc")]
    public async Task What_is_not_a_kept_message_is_not_found(string url)
    {
        await using var app = await OutboxTest.StartAsync(demo: true);
        using var visitor = app.NewVisitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(url)).Status);
    }

    [Theory]
    [InlineData("/dev/inbox")]
    [InlineData("/dev/inbox/20261123T030000000-outbox.1.abc")]
    public async Task Outside_the_demo_there_is_no_inbox_not_even_for_administrators(string url)
    {
        await using var app = await OutboxTest.StartAsync();
        using var anyone = app.NewVisitor();
        using var admin = await app.SignInAsync(OfficerRole.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(url)).Status);
    }

    [Fact]
    public async Task A_demo_with_a_mail_server_sends_there()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await OutboxTest.StartAsync(server.Settings, demo: true);
        await Given.ARequestAsync(app);

        await app.SendAsync();

        Assert.Single(server.Messages);
    }
}
