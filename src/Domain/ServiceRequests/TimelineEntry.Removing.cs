using System.Security.Cryptography;

namespace Songthang.Domain.ServiceRequests;

public sealed partial class TimelineEntry
{
    /// <summary>
    /// Whether it has words that may tell of a citizen: written by or about one, and not for everyone. What everyone may read was looked
    /// through by an officer; some kinds hold names of the office alone.
    /// </summary>
    public bool MayTellOfPerson => Text.Length > 0 && Audience != Audience.Public
        && Kind is not (TimelineKind.NoticeSent or TimelineKind.Assigned or TimelineKind.WorkOrdered);

    /// <summary>Whether the hash is over the words themselves, as it was before they could be removed.</summary>
    internal bool IsUnsealed => Text.Length > 0 && TextDigest.Length == 0;

    /// <summary>Puts a digest in the place of the words for the hash.</summary>
    internal void Seal()
    {
        if (!IsUnsealed)
            return;
        Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        TextDigest = WrittenEntry.Digest(Salt, Text);
    }

    /// <summary>Chains it anew.</summary>
    internal void Chain(TimelineEntry? previous, string reference) => Hash = HashAfter(previous?.Hash ?? "", reference);

    /// <summary>The words go, and with the salt the way to find them by guessing.</summary>
    internal void RemoveWords() => (Text, Salt) = ("", "");
}
