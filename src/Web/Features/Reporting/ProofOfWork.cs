using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Reporting;

/// <summary>
/// Has a browser compute something that costs it a second or so and us a thousandth of that: the protocol of ALTCHA, version 2, with
/// PBKDF2/SHA-256. A proof is for one form alone, and one form is one report: it cannot be spent twice.
/// </summary>
/// <param name="seal">Gives the key, the same on all nodes.</param>
/// <param name="limits">Say how much is computed.</param>
public sealed class ProofOfWork(LinkSeal seal, IOptions<SpamLimits> limits)
{
    const string Algorithm = "PBKDF2/SHA-256", Prefix = "00";
    const int KeyBytes = 32, RandomBytes = 16, LongestPayload = 4000;

    static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    readonly Lazy<byte[]> key = new(() => seal.KeyFor("proof-of-work"));

    /// <summary>What the browser is asked, as JSON.</summary>
    public string Ask(string formKey, DateTime now)
    {
        var parameters = new Parameters(
            limits.Value.ProofRounds, formKey, Seconds(now + GoodFor), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes)),
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes)));
        return $$"""{"parameters":{{parameters.Text}},"signature":"{{Signature(parameters)}}"}""";
    }

    /// <summary>Whether this is the answer to a question of ours about this form, in time.</summary>
    /// <param name="payload">JSON in base64, as ALTCHA's widgets send it.</param>
    /// <param name="formKey">The form that is sent.</param>
    /// <param name="now">UTC.</param>
    public bool Holds(string? payload, string formKey, DateTime now)
    {
        if (payload is not { Length: > 0 and <= LongestPayload })
            return false;
        var bytes = new byte[payload.Length];
        if (!Convert.TryFromBase64String(payload, bytes, out var length))
            return false;
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(0, length), new JsonDocumentOptions { MaxDepth = 8 });
            var (challenge, solution) = (json.RootElement.GetProperty("challenge"), json.RootElement.GetProperty("solution"));
            return Parameters.Read(challenge.GetProperty("parameters")) is { } asked
                && asked.Form == formKey && asked.ExpiresAt >= Seconds(now)
                && SameText(challenge.GetProperty("signature").GetString(), Signature(asked))
                && IsSolved(asked, solution.GetProperty("counter").GetUInt32(), solution.GetProperty("derivedKey").GetString());
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The key that a counter leads to.</summary>
    internal static string Derive(string nonce, string salt, int rounds, uint counter)
    {
        Span<byte> password = stackalloc byte[RandomBytes + sizeof(uint)];
        Convert.FromHexString(nonce).CopyTo(password);
        BinaryPrimitives.WriteUInt32BigEndian(password[RandomBytes..], counter);
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromHexString(salt), rounds, HashAlgorithmName.SHA256, KeyBytes));
    }

    static bool IsSolved(Parameters asked, uint counter, string? derived) =>
        derived is not null && derived.StartsWith(Prefix, StringComparison.Ordinal) && Derive(asked.Nonce, asked.Salt, asked.Rounds, counter) == derived;

    string Signature(Parameters parameters) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(parameters.Text)));

    static bool SameText(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    static long Seconds(DateTime moment) => new DateTimeOffset(moment, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>What is signed. All of it is ours: nothing in it needs escaping.</summary>
    sealed record Parameters(int Rounds, string Form, long ExpiresAt, string Nonce, string Salt)
    {
        /// <summary>In the order of the alphabet, as the protocol signs it.</summary>
        public string Text { get; } = FormattableString.Invariant(
            $$$"""{"algorithm":"{{{Algorithm}}}","cost":{{{Rounds}}},"data":{"form":"{{{Form}}}"},"expiresAt":{{{ExpiresAt}}},"keyLength":{{{KeyBytes}}},"keyPrefix":"{{{Prefix}}}","nonce":"{{{Nonce}}}","salt":"{{{Salt}}}"}""");

        public static Parameters? Read(JsonElement json) => new Parameters(
            json.GetProperty("cost").GetInt32(), json.GetProperty("data").GetProperty("form").GetString() ?? "", json.GetProperty("expiresAt").GetInt64(),
            json.GetProperty("nonce").GetString() ?? "", json.GetProperty("salt").GetString() ?? "") is { Nonce.Length: 2 * RandomBytes, Salt.Length: 2 * RandomBytes } read
            ? read : null;
    }
}
