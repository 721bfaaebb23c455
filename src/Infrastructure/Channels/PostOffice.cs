using Microsoft.Extensions.Options;

namespace Songthang.Infrastructure.Channels;

/// <summary>
/// Chooses how messages leave the house: by the SMTP server that is configured, else in the demo into the
/// <see cref="DeveloperInbox"/>, else not at all.
/// </summary>
/// <param name="mail">The SMTP server, if any.</param>
/// <param name="agency">Whose name stands on the letters.</param>
/// <param name="address">Gives message ids their domain.</param>
/// <param name="inbox">The demo's inbox.</param>
/// <param name="isDemo">Whether the inbox may be used.</param>
public sealed class PostOffice(IOptions<Mail> mail, IOptions<Agency> agency, PublicAddress address, DeveloperInbox inbox, bool isDemo)
{
    // RFC 2606: a domain that nobody can have.
    const string DemoSender = "songthang@demo.example", DemoDutyDesk = "duty-desk@demo.example";

    bool HasServer => mail.Value.Host.Length > 0;

    /// <summary>The duty desk's address; empty when none is configured.</summary>
    public string DutyAddress => mail.Value.DutyAddress.Length == 0 && !HasServer && isDemo ? DemoDutyDesk : mail.Value.DutyAddress;

    /// <summary>Whether messages can leave at all.</summary>
    public bool IsOpen => HasServer || isDemo;

    /// <summary>A channel for one batch, or null when there is none and messages must wait.</summary>
    public IMessageChannel? OpenChannel() => HasServer
        ? new SmtpChannel(mail.Value, Layout(mail.Value.From))
        : isDemo ? new DeveloperInboxChannel(inbox, Layout(DemoSender)) : null;

    MailLayout Layout(string from) => new(
        from,
        mail.Value.FromName.Length > 0 ? mail.Value.FromName : agency.Value.ServiceName.Thai,
        from.Contains('@', StringComparison.Ordinal) ? from[(from.LastIndexOf('@') + 1)..] : address.Host);
}
