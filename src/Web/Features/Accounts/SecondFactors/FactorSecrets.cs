using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Songthang.Domain.Officers;

namespace Songthang.Web.Features.Accounts.SecondFactors;

/// <summary>The secrets that authenticator apps share with us: encrypted wherever they lie.</summary>
public sealed class FactorSecrets(IDataProtectionProvider protection)
{
    static readonly TimeSpan OfferedFor = TimeSpan.FromHours(1);
    readonly IDataProtector kept = protection.CreateProtector("Accounts.SecondFactor");
    readonly ITimeLimitedDataProtector offered = protection.CreateProtector("Accounts.SecondFactorOffer").ToTimeLimitedDataProtector();

    public static byte[] New() => RandomNumberGenerator.GetBytes(OneTimeCode.SecretBytes);

    /// <summary>What is stored.</summary>
    public string Keep(byte[] secret) => kept.Protect(Convert.ToBase64String(secret));

    /// <summary>The secret again; null when it was stored with keys that are gone.</summary>
    public byte[]? Open(string stored) => Unprotect(() => Convert.FromBase64String(kept.Unprotect(stored)));

    /// <summary>A secret that an account's owner is about to put into the app, carried in the form until the first code proves that it arrived.</summary>
    public string Offer(byte[] secret, int accountId) => offered.Protect(
        string.Create(CultureInfo.InvariantCulture, $"{accountId} {Convert.ToBase64String(secret)}"), OfferedFor);

    /// <summary>The offered secret; null when the form is not ours, another account's or too old.</summary>
    public byte[]? Taken(string? offer, int accountId) => string.IsNullOrEmpty(offer) ? null : Unprotect(() =>
        offered.Unprotect(offer).Split(' ') is [var id, var secret] && id == accountId.ToString(CultureInfo.InvariantCulture)
            ? Convert.FromBase64String(secret)
            : null);

    static byte[]? Unprotect(Func<byte[]?> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
