using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Outbox;
using Songthang.Web.Tests.Host;

namespace Songthang.Web.Tests.Outbox;

public sealed class SendingTests : IAsyncLifetime
{
    // After the first, second … failed attempt.
    static readonly int[] WaitMinutes = [1, 5, 15, 60, 240, 720, 1440];

    MailServer server = null!;
    TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        server = await MailServer.StartAsync();
        // Without a duty desk each report is one message, and each fault of the server meets that one.
        app = await OutboxTest.StartAsync(server.SettingsWith(("DutyAddress", "")));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_sent_message_is_not_sent_again()
    {
        await Given.ARequestAsync(app, it => it.ByEmail());

        Assert.Equal(1, await app.SendAsync());
        app.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await app.SendAsync());

        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again_after_a_minute()
    {
        await Given.ARequestAsync(app, it => it.ByEmail());
        await server.AnswerOnceAsync("RCPT", $"450 4.2.1 <{OutboxTest.Citizen}> mailbox busy");

        await app.SendAsync();

        var row = (await RequesterRowsAsync()).Single();
        Assert.Equal(1, row.Attempts);
        Assert.Null(row.SentAt);
        Assert.Equal(TestApp.Monday.UtcDateTime.AddMinutes(1), row.NextAttemptAt);
        Assert.StartsWith("450 ", row.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("@", row.LastError, StringComparison.Ordinal);

        app.Time.Advance(TimeSpan.FromSeconds(59));
        await app.SendAsync();
        Assert.Empty(server.Messages);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await app.SendAsync();

        Assert.Single(server.Messages);
        row = (await RequesterRowsAsync()).Single();
        Assert.Equal(app.Time.GetUtcNow().UtcDateTime, row.SentAt);
        Assert.Equal("", row.LastError);
    }

    [Fact]
    public async Task Waits_grow_until_the_message_is_given_up()
    {
        await Given.ARequestAsync(app, it => it.ByEmail());

        foreach (var minutes in WaitMinutes)
        {
            await server.AnswerOnceAsync("DATA", "451 4.3.0 later");
            Assert.Equal(1, await app.SendAsync());
            var waiting = (await RequesterRowsAsync()).Single();
            Assert.Equal(app.Time.GetUtcNow().UtcDateTime.AddMinutes(minutes), waiting.NextAttemptAt);
            Assert.Null(waiting.GivenUpAt);
            app.Time.Advance(TimeSpan.FromMinutes(minutes));
        }

        await server.AnswerOnceAsync("DATA", "451 4.3.0 later");
        await app.SendAsync();

        var row = (await RequesterRowsAsync()).Single();
        Assert.Equal(app.Time.GetUtcNow().UtcDateTime, row.GivenUpAt);
        Assert.Null(row.NextAttemptAt);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_given_up_at_once_and_the_others_are_sent()
    {
        await Given.ARequestAsync(app, it => it.ByEmail("nobody@example.com"));
        await Given.ARequestAsync(app, it => it.ByEmail());
        await server.AnswerOnceAsync("RCPT", "550 5.1.1 <nobody@example.com>: no such user");

        await app.SendAsync();

        Assert.Single(server.MessagesTo(OutboxTest.Citizen));
        var row = (await RequesterRowsAsync()).First();
        Assert.NotNull(row.GivenUpAt);
        Assert.Equal("550 5.1.1 <…>: no such user", row.LastError);
    }

    [Fact]
    public async Task A_sender_that_the_server_does_not_know_costs_no_message()
    {
        await Given.ARequestAsync(app, it => it.ByEmail());
        await server.AnswerOnceAsync("MAIL", "550 5.7.1 who are you");

        await app.SendAsync();

        Assert.Null((await RequesterRowsAsync()).Single().GivenUpAt);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_again_and_the_rest_waits_its_turn()
    {
        await Given.ARequestAsync(app, it => it.ByEmail());
        await Given.ARequestAsync(app, it => it.ByEmail());
        await server.DropOnceAsync();

        Assert.Equal(1, await app.SendAsync());
        Assert.Empty(server.Messages);
        Assert.Equal(1, await app.SendAsync());
        app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await app.SendAsync());

        Assert.Equal(2, server.Messages.Count);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_left_alone()
    {
        await using var impatient = await OutboxTest.StartAsync(server.SettingsWith(("DutyAddress", ""), ("TimeoutSeconds", "1")));
        await Given.ARequestAsync(impatient, it => it.ByEmail());
        await server.HangOnceAsync();

        await impatient.SendAsync();

        var row = (await impatient.RowsAsync()).Single(row => row.Recipient == NoticeRecipient.Requester);
        Assert.Equal("The mail server did not answer within 1 s.", row.LastError);
        Assert.NotNull(row.NextAttemptAt);
    }

    [Fact]
    public async Task In_doubt_a_message_is_sent_again_under_the_same_id()
    {
        await Given.ARequestAsync(app, it => it.ByEmail());
        await server.KeepAndDropOnceAsync();

        await app.SendAsync();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.SendAsync();

        Assert.Equal(2, server.Messages.Count);
        Assert.Equal(server.Messages[0].MessageId, server.Messages[1].MessageId);
    }

    [Fact]
    public async Task A_sender_that_died_leaves_its_message_to_another_when_the_claim_ends()
    {
        await Given.ARequestAsync(app, it => it.ByEmail());
        var until = TestApp.Monday.UtcDateTime + OutboxSender.Lease;
        await app.WithDbAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, (DateTime?)until)));

        Assert.Equal(0, await app.SendAsync());
        app.Time.Advance(OutboxSender.Lease);
        Assert.Equal(1, await app.SendAsync());

        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task Several_senders_at_once_tell_nothing_twice()
    {
        // Two messages each, so that the senders also meet on the same request.
        for (var i = 0; i < 8; i++)
            await Given.ARequestAsync(app, it => it.ByEmail().Accepted());

        var rounds = Enumerable.Range(0, 4).Select(_ => Task.Run(app.SendAsync)).ToList();
        await Task.WhenAll(rounds);

        Assert.Equal(16, server.Messages.Count);
        Assert.Equal(16, server.Messages.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(await RequesterRowsAsync(), row => Assert.NotNull(row.SentAt));
        Assert.Equal(16, await app.WithDbAsync(db => db.Timeline.CountAsync(entry => entry.Kind == TimelineKind.NoticeSent)));
    }

    [Fact]
    public async Task What_is_stored_as_sent_was_taken_by_the_server_and_the_other_way_round()
    {
        for (var i = 0; i < 25; i++)
            await Given.ARequestAsync(app, it => it.ByEmail($"citizen{i}@example.com"));
        await server.DropOnceAsync();

        for (var round = 0; round < 4; round++)
        {
            await app.SendAsync();
            var sent = (await RequesterRowsAsync()).Where(row => row.SentAt is not null).Select(row => $"outbox.{row.Id:D8}.{row.Entry!.Hash[..16]}");
            Assert.Equal(server.Messages.Select(mail => mail.MessageId!.Split('@')[0]).Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
            app.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(25, server.Messages.Count);
    }

    [Fact]
    public async Task Who_gave_no_email_gets_none()
    {
        await Given.ARequestAsync(app, it => it.From("สมใจ ทดสอบ", "0812345678"));
        await Given.ARequestAsync(app, it => it.From("สมใจ ทดสอบ", "0812345678", "call@example.com", ToldBy.Phone));

        Assert.Empty(await RequesterRowsAsync());
        Assert.Equal(0, await app.SendAsync());
    }

    [Fact]
    public async Task A_letter_without_a_sendable_address_is_given_up_and_says_why()
    {
        await Given.ARequestAsync(app, it => it.ByEmail("not an address"));

        await app.SendAsync();

        Assert.Equal("There is no address to write to.", (await RequesterRowsAsync()).Single().LastError);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public void A_claim_outlasts_the_longest_run() =>
        Assert.True(OutboxSender.Lease > TimeSpan.FromSeconds(40) * OutboxSender.BatchSize);

    [Fact]
    public async Task Without_a_duty_desk_its_messages_wait()
    {
        await Given.ARequestAsync(app);
        Assert.Equal(0, await app.SendAsync());

        var waiting = Assert.Single(await app.RowsAsync());
        Assert.Equal(NoticeRecipient.DutyDesk, waiting.Recipient);
        Assert.NotNull(waiting.NextAttemptAt);
    }

    async Task<List<Infrastructure.Persistence.OutboxMessage>> RequesterRowsAsync() =>
        [.. (await app.RowsAsync()).Where(row => row.Recipient == NoticeRecipient.Requester)];
}
