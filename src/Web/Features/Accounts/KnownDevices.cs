using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts;

/// <summary>A browser that somebody signed in with before.</summary>
/// <param name="Id">Random, 128 bits: names the browser and nobody in front of it.</param>
/// <param name="AccountIds">Who signed in with it.</param>
public sealed record KnownDevice(string Id, IReadOnlyList<int> AccountIds)
{
    public bool Knows(OfficerAccount account) => AccountIds.Contains(account.Id);
}

/// <summary>
/// Browsers that accounts signed in with before carry a cookie that says so, encrypted. It opens nothing: it only sets its owner apart from
/// strangers who try the same name, so that their wrong passwords hold nobody up but themselves (OWASP: device cookies).
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, TimeProvider time)
{
    const string Cookie = "device";
    const int MostAccounts = 10;
    static readonly TimeSpan Lasts = TimeSpan.FromDays(180);
    readonly IDataProtector protector = protection.CreateProtector("Accounts.KnownDevice");

    /// <summary>Where a try comes from.</summary>
    public SignInFrom From(HttpContext context) => new(
        context.Connection.RemoteIpAddress?.ToString() ?? "", context.Request.Headers.UserAgent.ToString(), Read(context.Request.Cookies[Cookie]));

    /// <summary>From now on the browser is one that this account signed in with.</summary>
    public void Remember(HttpContext context, int accountId)
    {
        var before = Read(context.Request.Cookies[Cookie]);
        var now = time.GetUtcNow();
        var accounts = (before?.AccountIds ?? []).Where(id => id != accountId).Prepend(accountId).Take(MostAccounts);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{(now + Lasts).Ticks} {before?.Id ?? RandomNumberGenerator.GetHexString(32, lowercase: true)} {string.Join(' ', accounts)}");
        context.Response.Cookies.Append(Cookie, protector.Protect(text), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = Lasts,
            IsEssential = true,
        });
    }

    KnownDevice? Read(string? cookie)
    {
        if (string.IsNullOrEmpty(cookie)) return null;
        try
        {
            return protector.Unprotect(cookie).Split(' ') is [var until, var id, .. var accounts]
                && long.Parse(until, CultureInfo.InvariantCulture) > time.GetUtcNow().Ticks
                ? new(id, [.. accounts.Select(account => int.Parse(account, CultureInfo.InvariantCulture))])
                : null;
        }
        catch (CryptographicException)
        {
            // Somebody else's text, or keys of before: a browser like any other.
            return null;
        }
    }
}
