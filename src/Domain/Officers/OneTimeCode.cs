using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Songthang.Domain.Officers;

/// <summary>
/// The six digits that an authenticator app shows for half a minute: RFC 6238 with HMAC-SHA1, which is what every such app reckons with.
/// </summary>
public static class OneTimeCode
{
    /// <summary>Length of a secret in bytes: 160 bits, as RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    /// <summary>How many digits a code has.</summary>
    public const int Digits = 6;

    const int StepSeconds = 30;

    /// <summary>A clock that is half a minute wrong is still right.</summary>
    const int StepsAround = 1;

    const string Base32Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The half minute, counted from 1970.</summary>
    /// <param name="now">UTC.</param>
    public static long StepAt(DateTime now) => (long)Math.Floor((now - DateTime.UnixEpoch).TotalSeconds / StepSeconds);

    /// <summary>The code of a half minute.</summary>
    /// <param name="secret">Shared with the app.</param>
    /// <param name="step">As <see cref="StepAt"/> counts.</param>
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Not a choice of ours: apps know no other, and HMAC does not need what SHA-1 lost.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var at = hash[^1] & 0xF;
        var number = (BinaryPrimitives.ReadUInt32BigEndian(hash[at..]) & 0x7FFF_FFFF) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The half minute that a typed code belongs to, now or one before or after it; null when it is wrong.</summary>
    /// <param name="secret">Shared with the app.</param>
    /// <param name="typed">Six digits.</param>
    /// <param name="now">UTC.</param>
    public static long? Find(ReadOnlySpan<byte> secret, string typed, DateTime now)
    {
        var tried = Encoding.UTF8.GetBytes(typed);
        long? found = null;
        for (var step = StepAt(now) - StepsAround; step <= StepAt(now) + StepsAround; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(At(secret, step)), tried))
                found = step;
        }

        return found;
    }

    /// <summary>A secret as people type it into an app: base 32 of RFC 4648, without padding.</summary>
    /// <param name="secret">Shared with the app.</param>
    public static string Written(ReadOnlySpan<byte> secret)
    {
        var written = new StringBuilder();
        var (bits, waiting) = (0, 0);
        foreach (var one in secret)
        {
            (bits, waiting) = ((bits << 8 | one) & 0xFFFF, waiting + 8);
            for (; waiting >= 5; waiting -= 5)
                written.Append(Base32Signs[bits >> (waiting - 5) & 0x1F]);
        }

        if (waiting > 0)
            written.Append(Base32Signs[bits << (5 - waiting) & 0x1F]);
        return written.ToString();
    }

    /// <summary>What an app reads from the QR code (the key URI format that all of them know).</summary>
    /// <param name="secret">Shared with the app.</param>
    /// <param name="service">Name of the service, as the app lists it.</param>
    /// <param name="userName">Whose account it is.</param>
    public static string Address(ReadOnlySpan<byte> secret, string service, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString(service)}:{Uri.EscapeDataString(userName)}?secret={Written(secret)}&issuer={Uri.EscapeDataString(service)}";
}
