using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Songthang.Infrastructure.Partners;

/// <summary>A key as its partner holds it: <c>st_</c> and 40 hexadecimal digits, 160 random bits.</summary>
public static class ApiKeySecret
{
    const string Start = "st_";
    const int Digits = 40;

    static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Signs of a key that may be shown: 32 of the bits, so that 128 stay secret.</summary>
    public const int PrefixLength = 11;

    /// <summary>A new key. It is shown once and never stored.</summary>
    public static string New() => Start + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Digits / 2));

    /// <summary>Whether a text can be a key at all.</summary>
    public static bool IsOne(string text) => text.Length == Start.Length + Digits && text.StartsWith(Start, StringComparison.Ordinal)
        && text.AsSpan(Start.Length).IndexOfAnyExcept(Hexadecimal) < 0;

    /// <summary>What is stored of a key: SHA-256 in lower-case hex.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));
}
