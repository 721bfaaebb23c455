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
        var (number, hash) = (0, "");
        foreach (var entry in timeline)
        {
            number++;
            if (entry.Number != number || entry.HashAfter(hash, reference) != entry.Hash)
                return number;
            hash = entry.Hash;
        }

        return null;
    }

    /// <summary>
    /// The same for a whole request: the newest entry must also fit where the request stands, so that cutting the end
    /// off is found too.
    /// </summary>
    public static int? FirstBroken(ServiceRequest request)
    {
        if (FirstBroken(request.Reference, request.Timeline) is { } broken)
            return broken;
        var last = request.Timeline.Count == 0 ? null : request.Timeline[^1];
        return last is not null && last.At == request.UpdatedAt && last.To == request.Status ? null : request.Timeline.Count + 1;
    }
}
