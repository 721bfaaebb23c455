using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>Says that a page of ours sent this very session to the provider, and what for: otherwise another site could begin it.</summary>
public sealed class DirectoryTokens(IDataProtectionProvider protection)
{
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Accounts.Directory").ToTimeLimitedDataProtector();

    public string Issue(string purpose, string session) => protector.Protect($"{purpose} {session}", Lasts);

    /// <summary>What for; null when it is not ours, of another session or too old.</summary>
    public string? Open(string? token, string? session)
    {
        if (string.IsNullOrEmpty(token) || session is null) return null;
        try
        {
            return protector.Unprotect(token).Split(' ') is [var purpose, var of] && of == session ? purpose : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
