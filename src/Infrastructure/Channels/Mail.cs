using System.ComponentModel.DataAnnotations;
using MailKit.Security;

namespace Songthang.Infrastructure.Channels;

/// <summary>How mail leaves the house; bound to the configuration section <see cref="Section"/>.</summary>
public sealed class Mail
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Songthang:Mail";

    /// <summary>Name or address of the SMTP server; empty while there is none, and messages wait.</summary>
    public string Host { get; init; } = "";

    /// <summary>Port of the SMTP server: 587 for submission, 465 for TLS from the start.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>
    /// <c>StartTls</c> (asked for, and refused without), <c>SslOnConnect</c>, <c>Auto</c>, or <c>None</c> for a server on the
    /// same machine.
    /// </summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.StartTls;

    /// <summary>User name at the server; empty when it asks for none.</summary>
    public string User { get; init; } = "";

    /// <summary>Password at the server.</summary>
    public string Password { get; init; } = "";

    /// <summary>Address that messages come from; needed with <see cref="Host"/>.</summary>
    public string From { get; init; } = "";

    /// <summary>Name that messages come from; empty for the name of the service.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Address of the duty desk that hears of new reports; its messages wait while it is empty.</summary>
    public string DutyAddress { get; init; } = "";

    /// <summary>Seconds that sending one message may take.</summary>
    [Range(1, 40)]
    public int TimeoutSeconds { get; init; } = 30;
}
