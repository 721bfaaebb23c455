using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Songthang.Web.Features.Documents;

/// <summary>Lets a document be fetched once more without a session, within two minutes: whoever asked for it had to be somebody.</summary>
/// <param name="protection">Encrypts what the ticket says.</param>
public sealed class DocumentTicket(IDataProtectionProvider protection)
{
    static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(2);

    readonly IDataProtector protector = protection.CreateProtector("Songthang.DocumentTicket");

    /// <summary>A ticket for a document.</summary>
    public string Give(string key, string name, DateTime now) =>
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{(now + GoodFor).Ticks}|{key}|{name}"));

    /// <summary>What it is for; null when it is none of ours or too late.</summary>
    public (string Key, string Name)? Read(string ticket, DateTime now)
    {
        try
        {
            return protector.Unprotect(ticket).Split('|', 3) is [var until, var key, var name]
                && long.Parse(until, CultureInfo.InvariantCulture) >= now.Ticks ? (key, name) : null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
