using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Songthang.Infrastructure.Webhooks;

/// <summary>The secret that a partner and we share: it signs each message, so that the partner knows who sent it and when.</summary>
/// <param name="protection">Encrypts what is stored.</param>
public sealed class WebhookSecret(IDataProtectionProvider protection)
{
    const string Start = "whsec_";

    readonly IDataProtector protector = protection.CreateProtector("Songthang.Webhooks");

    /// <summary>A new secret of 256 random bits, shown once.</summary>
    public static string New() => Start + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored of it.</summary>
    public string Protect(string secret) => protector.Protect(secret);

    /// <summary>The secret again.</summary>
    /// <exception cref="CryptographicException">The program's keys are others than those it was stored with.</exception>
    public string Unprotect(string stored) => protector.Unprotect(stored);

    /// <summary>The header <c>Songthang-Signature</c>: <c>t=…,v1=…</c>, HMAC-SHA256 over <c>t.body</c> in hex.</summary>
    /// <param name="secret">As the partner holds it.</param>
    /// <param name="body">The message as it is sent.</param>
    /// <param name="now">UTC.</param>
    public static string Sign(string secret, ReadOnlySpan<byte> body, DateTime now)
    {
        var seconds = new DateTimeOffset(now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(seconds + "."), .. body];
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
