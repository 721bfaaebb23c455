using Microsoft.Extensions.DependencyInjection;
using Songthang.Domain.Notifications;
using Songthang.Infrastructure.Outbox;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Outbox;

/// <summary>Each message at least once, known again by its id, and those of one request in order.</summary>
public sealed class OrderTests : IAsyncLifetime
{
    MailServer server = null!;
    TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        server = await MailServer.StartAsync();
        app = await OutboxTest.StartAsync(server.SettingsWith(("DutyAddress", "")));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Killed_between_the_servers_yes_and_ours_it_is_sent_once_more_under_the_same_id()
    {
        await Given.ARequestAsync(app, it => it.ByEmail());
        await server.KeepAndHangOnceAsync();
        using var kill = new CancellationTokenSource();
        var sending = app.Services.GetRequiredService<OutboxSender>().RunOnceAsync(app.Time.GetUtcNow().UtcDateTime, kill.Token);
        while (server.Messages.Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        Assert.Equal(0, await app.SendAsync());
        app.Time.Advance(OutboxSender.Lease);
        Assert.Equal(1, await app.SendAsync());

        Assert.Equal(2, server.Messages.Count);
        Assert.Single(server.Messages.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal));
        Assert.NotNull((await RequesterRowsAsync()).Single().SentAt);
    }

    [Fact]
    public async Task A_server_that_takes_its_time_gets_each_message_once()
    {
        await Given.ARequestAsync(app, it => it.ByEmail().Accepted());
        foreach (var stage in (string[])["MAIL", "RCPT", "DATA"])
            await server.AnswerSlowlyOnceAsync(stage);

        Assert.Equal(2, await app.SendAsync());
        Assert.Equal(0, await app.SendAsync());

        Assert.Equal(2, server.Messages.Count);
    }

    [Fact]
    public async Task Who_reports_reads_of_a_request_in_the_order_in_which_it_happened()
    {
        var request = await Given.ARequestAsync(app, it => it.ByEmail());
        await server.AnswerOnceAsync("DATA", "451 4.3.0 later");
        await app.SendAsync();
        await Given.LaterAsync(app, request, it => it.Accepted());
        // Another one's are not held up by it.
        await Given.ARequestAsync(app, it => it.ByEmail("other@example.com"));

        await app.SendAsync();
        var others = server.Messages.Count;
        app.Time.Advance(TimeSpan.FromMinutes(1));
        while (await app.SendAsync() > 0)
        {
            // The second is due when the first is sent.
        }

        Assert.Equal(1, others);
        var told = (await RequesterRowsAsync()).Where(row => row.ServiceRequestId == request.Id).Select(row => $"outbox.{row.Id:D8}");
        Assert.Equal(told, server.MessagesTo(OutboxTest.Citizen).Select(mail => mail.MessageId![..15]));
        Assert.Equal(2, server.MessagesTo(OutboxTest.Citizen).Count);
    }

    async Task<List<OutboxMessage>> RequesterRowsAsync() => [.. (await app.RowsAsync()).Where(row => row.Recipient == NoticeRecipient.Requester)];
}
