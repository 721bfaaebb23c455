using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <param name="AccountId">Whose password was right.</param>
/// <param name="Stamp">The account's security stamp at that moment: another password in between makes the ticket worthless.</param>
/// <param name="Way">How: by the password, or by the directory.</param>
public sealed record SignInTicket(int AccountId, string Stamp, SignInWay Way);

/// <summary>Says, encrypted in the form that asks for the code, whose password was right a moment ago. By itself it opens nothing.</summary>
public sealed class SignInTickets(IDataProtectionProvider protection)
{
    const string Cookie = "ticket";
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    readonly IDataProtector protector = protection.CreateProtector("Accounts.SignInTicket");

    public string Issue(OfficerAccount account, DateTime now, SignInWay way = SignInWay.Password) => protector.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{account.Id} {now.Ticks} {account.SecurityStamp} {way}"));

    /// <summary>Takes the ticket along to the page that asks for the code, where no form does.</summary>
    public static void Carry(HttpContext context, string ticket) => context.Response.Cookies.Append(Cookie, ticket, Options(context));

    /// <summary>The ticket that was taken along, once.</summary>
    public static string? Carried(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } ticket) return null;
        context.Response.Cookies.Delete(Cookie, Options(context));
        return ticket;
    }

    static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = Lasts };

    /// <summary>The ticket; null when it is not ours or too old.</summary>
    public SignInTicket? Open(string? ticket, DateTime now)
    {
        if (string.IsNullOrEmpty(ticket)) return null;
        try
        {
            return protector.Unprotect(ticket).Split(' ') is [var id, var at, var stamp, var way]
                && now - new DateTime(long.Parse(at, CultureInfo.InvariantCulture), DateTimeKind.Utc) < Lasts
                ? new(int.Parse(id, CultureInfo.InvariantCulture), stamp, Enum.Parse<SignInWay>(way))
                : null;
        }
        catch (CryptographicException)
        {
            // Somebody else's text: begin anew.
            return null;
        }
    }
}
