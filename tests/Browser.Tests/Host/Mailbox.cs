using MimeKit;
using Songthang.Web.Tests.Outbox;

namespace Songthang.Browser.Tests.Host;

/// <summary>Looks at the mail server as people look into their mailboxes: again and again, until the message is there.</summary>
static class Mailbox
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(60), Between = TimeSpan.FromMilliseconds(100);

    /// <summary>The message with these words in its subject.</summary>
    public static async Task<MimeMessage> ReceivedAsync(this MailServer server, string address, string subject)
    {
        using var tooLong = new CancellationTokenSource(Longest);
        using var timer = new PeriodicTimer(Between);
        while (!tooLong.IsCancellationRequested)
        {
            if (server.MessagesTo(address).FirstOrDefault(message => message.Subject?.Contains(subject, StringComparison.Ordinal) == true) is { } found)
                return found;
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        var there = server.MessagesTo(address).Select(message => message.Subject);
        throw new InvalidOperationException($"No '{subject}' for {address}; there is: {string.Join(", ", there)}");
    }
}
