using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Songthang.Infrastructure.Channels;

/// <summary>
/// Mail through an SMTP server; one connection for a batch. Neither addresses nor the password ever reach a log or an
/// error text.
/// </summary>
sealed partial class SmtpChannel(Mail mail, MailLayout layout) : IMessageChannel
{
    const int LongestError = 300;

    readonly SmtpClient client = new() { Timeout = mail.TimeoutSeconds * 1000 };

    public string Name => "email";

    public async Task<Delivery> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        // MailKit's own timeout counts anew for every line: a server that dawdles could hold a letter for ever.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(mail.TimeoutSeconds));
        try
        {
            var message = layout.LayOut(letter);
            await ConnectAsync(limit.Token);
            await client.SendAsync(message, limit.Token);
            return Delivery.Taken;
        }
        catch (Exception problem) when (IsTimeout(problem) && !cancellationToken.IsCancellationRequested)
        {
            await CloseAsync();
            return new(DeliveryOutcome.Unreachable, $"The mail server did not answer within {mail.TimeoutSeconds} s.");
        }
        catch (SmtpCommandException refusal)
        {
            return Understand(refusal);
        }
        catch (Exception problem) when (problem is IOException or SocketException or ProtocolException or SslHandshakeException
            or AuthenticationException or ServiceNotAuthenticatedException or NotSupportedException)
        {
            await CloseAsync();
            return new(DeliveryOutcome.Unreachable, Shorten($"{Explain(problem)} {problem.Message}"));
        }
    }

    async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (client.IsConnected)
            return;
        await client.ConnectAsync(mail.Host, mail.Port, mail.Security, cancellationToken);
        if (mail.User.Length > 0)
            await client.AuthenticateAsync(mail.User, mail.Password, cancellationToken);
    }

    /// <summary>
    /// A 5xx answer is for good and a 4xx for now (RFC 5321 4.2.1), as far as they speak of this letter. A sender that is
    /// not accepted, or a server that closes, is no fault of the letter: it keeps waiting for a better configuration.
    /// </summary>
    static Delivery Understand(SmtpCommandException refusal)
    {
        var code = (int)refusal.StatusCode;
        var outcome = refusal.ErrorCode switch
        {
            SmtpErrorCode.SenderNotAccepted => DeliveryOutcome.Unreachable,
            _ when code is 421 or 530 or 535 or 538 => DeliveryOutcome.Unreachable,
            _ => code >= 500 ? DeliveryOutcome.Refused : DeliveryOutcome.TryLater,
        };
        return new(outcome, Shorten($"{code} {refusal.Message}"));
    }

    static string Explain(Exception problem) => problem switch
    {
        AuthenticationException or ServiceNotAuthenticatedException => "The mail server does not accept user name and password.",
        SslHandshakeException => "No trusted TLS connection to the mail server.",
        NotSupportedException => "The mail server cannot do what is asked of it (TLS or sign-in).",
        _ => "No connection to the mail server.",
    };

    // Servers like to repeat the address that they refuse.
    static string Shorten(string error)
    {
        var line = string.Join(' ', Address().Replace(error, "…").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestError ? line : line[..LongestError];
    }

    // Our own limit, or the same limit as the socket keeps it: whichever comes first.
    static bool IsTimeout(Exception problem) => problem
        is OperationCanceledException or TimeoutException or SocketException { SocketErrorCode: SocketError.TimedOut }
        || (problem is IOException && problem.InnerException is { } inner && IsTimeout(inner));

    async Task CloseAsync()
    {
        if (client.IsConnected)
            await client.DisconnectAsync(quit: false, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (client.IsConnected)
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await client.DisconnectAsync(quit: true, limit.Token);
            }
        }
        catch (Exception problem) when (problem is IOException or SocketException or ProtocolException or OperationCanceledException)
        {
            // Everything was sent and stored; a server that does not hear the goodbye changes nothing.
        }
        finally
        {
            client.Dispose();
        }
    }

    [GeneratedRegex(@"[^\s<>(),;:""]+@[^\s<>(),;:""]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
