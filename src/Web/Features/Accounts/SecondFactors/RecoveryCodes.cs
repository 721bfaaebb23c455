using System.Security.Cryptography;
using System.Text;
using Songthang.Infrastructure.Persistence;

namespace Songthang.Web.Features.Accounts.SecondFactors;

/// <summary>Codes on paper for when the app is lost: ten, of 12 signs (59 bits), each good once, kept as slow hashes.</summary>
static class RecoveryCodes
{
    public const int Count = 10;
    const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";
    const int Groups = 3, GroupLength = 4, SaltBytes = 16, HashBytes = 32;

    public static IReadOnlyList<string> Create() => [.. Enumerable.Range(0, Count).Select(_ =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Signs, GroupLength))))];

    public static string NewSalt() => RandomNumberGenerator.GetHexString(2 * SaltBytes, lowercase: true);

    /// <summary>What is stored of a code. One salt for the codes of an account, so that a try costs one hash and not ten.</summary>
    public static string Hash(string code, string salt, int rounds) => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(Clean(code)), Convert.FromHexString(salt), rounds, HashAlgorithmName.SHA512, HashBytes));

    /// <summary>What is stored of all of them.</summary>
    public static IReadOnlyList<RecoveryCode> Hashed(IEnumerable<string> codes, SecondFactor factor) =>
        [.. codes.Select(code => new RecoveryCode { OfficerId = factor.OfficerId, Hash = Hash(code, factor.Salt, factor.Rounds) })];

    /// <summary>Whether it may be one at all; anything else is not worth a hash.</summary>
    public static bool IsOne(string typed) => Clean(typed) is { Length: Groups * GroupLength } signs && signs.All(Signs.Contains);

    static string Clean(string typed) => typed.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
