namespace Songthang.Domain.ServiceRequests;

/// <summary>Proves that a timeline is as it was written (the transparency that the manual promises).</summary>
public static class TimelineChain
{
    /// <summary>
    /// Number of the first entry that was altered, or stands where one was removed, moved or put in; null when the
    /// chain is whole. What was cut off at the end leaves no trace in the chain itself.
    /// </summary>
    /// <param name="reference">Reference of the request.</param>
    /// <param name="timeline">All its entries, oldest first.</param>
    public static int? FirstBroken(string reference, IEnumerable<TimelineEntry> timeline)
    {
        var proof = new ChainProof(reference);
        foreach (var entry in timeline)
            proof.Follow(entry.AsWritten());
        return proof.FirstBroken;
    }
}

/// <summary>Follows the chain of one request entry by entry, so that no timeline need be in memory as a whole.</summary>
/// <param name="reference">Reference of the request.</param>
public sealed class ChainProof(string reference)
{
    readonly SortedSet<int> withoutWords = [];
    string hash = "";
    int? broken;

    /// <summary>
    /// Number of the first entry that is not as it was written, or whose words are gone though no later entry says that they were
    /// removed; null when there is none so far.
    /// </summary>
    public int? FirstBroken => withoutWords.Count > 0 && !(broken <= withoutWords.Min) ? withoutWords.Min : broken;

    /// <summary>How many entries were followed.</summary>
    public int Count { get; private set; }

    /// <summary>The next entry, in the order of their numbers.</summary>
    public void Follow(WrittenEntry entry)
    {
        Count++;
        if (broken is null && (entry.Number != Count || !entry.HasItsWords || entry.HashAfter(hash, reference) != entry.Hash))
            broken = Count;
        if (entry.IsWithoutWords)
            withoutWords.Add(Count);
        // What a changed entry says counts for nothing.
        if (broken is null && entry.Kind == nameof(TimelineKind.PersonalDataRemoved))
            withoutWords.ExceptWith(ServiceRequest.WithoutWords(entry.Detail));
        hash = entry.Hash;
    }

    /// <summary>An entry stands there that cannot even be read.</summary>
    public void FollowUnreadable()
    {
        Count++;
        broken ??= Count;
    }

    /// <summary>Number of the first entry that is not as it was written, or that is missing; null when the chain is whole.</summary>
    /// <param name="length">How many entries the request remembers.</param>
    /// <param name="lastHash">The hash of the newest that it remembers.</param>
    public int? End(int length, string lastHash) => FirstBroken
        ?? (Count < length ? Count + 1 : Count > length ? length + 1 : hash == lastHash ? null : Math.Max(1, Count));
}
