using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;

namespace Songthang.Web.Features.Accounts;

/// <summary>A form that was sent after the session had ended.</summary>
/// <param name="Target">Where it was sent to: an address of the staff on this site.</param>
/// <param name="Fields">Its fields as sent, without files, passwords and the token.</param>
/// <param name="HadFiles">Files were sent along, which are not kept.</param>
/// <param name="HadPasswords">Passwords were sent along, which are not kept.</param>
/// <param name="At">When, UTC.</param>
public sealed partial record KeptForm(
    string Target, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles, bool HadPasswords, DateTime At)
{
    /// <summary>What a person reads: without keys, ticks and numbers that the page sent along by itself.</summary>
    public IReadOnlyList<string> Typed => [.. Fields.Where(sent => !sent.Key.StartsWith("__", StringComparison.Ordinal)).Select(sent => sent.Value.Trim())
        .Where(value => value.Length > 1 && value is not ("true" or "false" or "on") && !Key().IsMatch(value))];

    [GeneratedRegex("^([0-9a-f-]{32,}|[0-9]{1,8})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}

/// <summary>What the sign-in page is told about a form that came too late; no form when it was too large to keep.</summary>
public sealed record LateForm(KeptForm? Form);

/// <summary>
/// Carries a late form through the sign-in page: encrypted, in the page itself, so that nothing of somebody who is not
/// signed in is stored here.
/// </summary>
public sealed class KeptForms(IDataProtectionProvider protection)
{
    const int MostBytes = 64 * 1024;
    // Inside the encryption nothing needs escaping, and Thai would take twice the room.
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);
    readonly IDataProtector protector = protection.CreateProtector("Accounts.KeptForm");

    /// <summary>Whether it is small enough to be carried.</summary>
    public static bool Fits(KeptForm form) => JsonSerializer.SerializeToUtf8Bytes(form, Json).Length <= MostBytes;

    public string Protect(KeptForm form) => Convert.ToBase64String(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(form, Json)));

    /// <summary>The form, or null when there is none, it is not ours or too old.</summary>
    public KeptForm? Unprotect(string? kept, DateTime now)
    {
        if (string.IsNullOrEmpty(kept) || kept.Length > 4 * MostBytes) return null;
        try
        {
            var form = JsonSerializer.Deserialize<KeptForm>(protector.Unprotect(Convert.FromBase64String(kept)));
            return form is not null && now - form.At < KeptFor ? form : null;
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException or JsonException)
        {
            // Somebody else's text or keys of before: there is nothing to give back.
            return null;
        }
    }
}
