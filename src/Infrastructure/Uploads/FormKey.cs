using System.Security.Cryptography;

namespace Songthang.Infrastructure.Uploads;

/// <summary>
/// Names one form that one person fills in: what is uploaded before sending belongs to it, and the same form sent
/// twice is one submission. Unguessable, so that nobody attaches or sees a stranger's photos.
/// </summary>
public static class FormKey
{
    const int Shortest = 32, Longest = 64;

    /// <summary>A new key: 32 hexadecimal digits of 128 random bits.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether the text can be a key: 32 to 64 letters and digits of base64url or hexadecimal.</summary>
    public static bool IsValid(string? key) => key is { Length: >= Shortest and <= Longest }
        && key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');
}
