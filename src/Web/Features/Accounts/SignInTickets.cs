using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <param name="AccountId">Whose password was right.</param>
/// <param name="Stamp">The account's security stamp at that moment: another password in between makes the ticket worthless.</param>
public sealed record SignInTicket(int AccountId, string Stamp);

/// <summary>Says, encrypted in the form that asks for the code, whose password was right a moment ago. By itself it opens nothing.</summary>
public sealed class SignInTickets(IDataProtectionProvider protection)
{
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    readonly IDataProtector protector = protection.CreateProtector("Accounts.SignInTicket");

    public string Issue(OfficerAccount account, DateTime now) => protector.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{account.Id} {now.Ticks} {account.SecurityStamp}"));

    /// <summary>The ticket; null when it is not ours or too old.</summary>
    public SignInTicket? Open(string? ticket, DateTime now)
    {
        if (string.IsNullOrEmpty(ticket)) return null;
        try
        {
            return protector.Unprotect(ticket).Split(' ') is [var id, var at, var stamp]
                && now - new DateTime(long.Parse(at, CultureInfo.InvariantCulture), DateTimeKind.Utc) < Lasts
                ? new(int.Parse(id, CultureInfo.InvariantCulture), stamp)
                : null;
        }
        catch (CryptographicException)
        {
            // Somebody else's text: begin anew.
            return null;
        }
    }
}
