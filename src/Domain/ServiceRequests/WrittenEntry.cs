using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Songthang.Domain.ServiceRequests;

/// <summary>
/// A timeline entry word for word as it stands in storage, whether or not that still means anything: what was tampered with
/// may be no valid entry any more, and must be found all the same.
/// </summary>
/// <param name="Number">1 for the first entry of its request.</param>
/// <param name="Kind">Name of a <see cref="TimelineKind"/>.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ActorKind">Name of an <see cref="Officers.ActorKind"/>.</param>
/// <param name="ActorOfficerId">The account, if any.</param>
/// <param name="ActorName">The officer's name.</param>
/// <param name="Audience">Name of an <see cref="ServiceRequests.Audience"/>.</param>
/// <param name="Text">What was said.</param>
/// <param name="Detail">A code that belongs to the kind.</param>
/// <param name="From">Name of the state before.</param>
/// <param name="To">Name of the state after.</param>
/// <param name="Salt">What the digest of the words was made with; empty when there are none.</param>
/// <param name="TextDigest">The digest of the words; empty when there never were any, or the hash is over the words themselves.</param>
/// <param name="Hash">The hash that was stored with it.</param>
public sealed record WrittenEntry(
    int Number, string Kind, DateTime At, string ActorKind, int? ActorOfficerId, string ActorName, string Audience,
    string Text, string Detail, string From, string To, string Salt, string TextDigest, string Hash)
{
    /// <summary>Its words were removed, which an entry after it must say.</summary>
    public bool IsWithoutWords => TextDigest.Length > 0 && Text.Length + Salt.Length == 0;

    /// <summary>The words are those of the digest, or there is none, or they were removed.</summary>
    public bool HasItsWords => TextDigest.Length == 0 ? Salt.Length == 0 : IsWithoutWords || TextDigest == Digest(Salt, Text);

    /// <summary>SHA-256 in lower-case hex of some words; without the salt nobody finds them by guessing.</summary>
    public static string Digest(string salt, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{text}")));

    /// <summary>The hash that it must have when it follows one with <paramref name="previousHash"/>.</summary>
    /// <param name="previousHash">Hash of the entry before, empty for the first.</param>
    /// <param name="reference">Reference of the request, so that an entry cannot be moved to another one.</param>
    public string HashAfter(string previousHash, string reference)
    {
        // Each part is preceded by its length: no two different entries give the same bytes. One with a digest has a part more.
        var text = new StringBuilder();
        string[] words = TextDigest.Length == 0 ? [Text] : ["", TextDigest];
        foreach (var part in (string[])
            [previousHash, reference, Number.ToString(CultureInfo.InvariantCulture), Kind,
             At.Ticks.ToString(CultureInfo.InvariantCulture), ActorKind,
             ActorOfficerId?.ToString(CultureInfo.InvariantCulture) ?? "", ActorName, Audience, .. words, Detail, From, To])
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
