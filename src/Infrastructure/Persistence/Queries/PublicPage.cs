using System.Globalization;
using Songthang.Domain.Publication;

namespace Songthang.Infrastructure.Persistence.Queries;

/// <summary>What a reader of the public list sees at once.</summary>
/// <param name="Requests">Newest first.</param>
/// <param name="Total">How many there are of all; <see cref="PublicServiceRequests.CountedExactly"/> + 1 means more than that.</param>
/// <param name="Newer">Start of the page before; null on the first page.</param>
/// <param name="Older">Start of the page after; null on the last page.</param>
public sealed record PublicPage(
    IReadOnlyList<PublicServiceRequest> Requests, int Total, PageStart? Newer, PageStart? Older);

/// <summary>Where a page starts: behind or before a request that was shown, wherever that one stands by now.</summary>
/// <param name="At">When that request was received, UTC, to the millisecond.</param>
/// <param name="Id">Its key in storage, for requests of the same moment.</param>
/// <param name="IsBackwards">Towards the newer ones.</param>
public sealed record PageStart(DateTime At, long Id, bool IsBackwards)
{
    /// <summary>The key as an address carries it: <c>1795402800000-42</c>.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{new DateTimeOffset(At, TimeSpan.Zero).ToUnixTimeMilliseconds()}-{Id}");

    /// <summary>Reads a <see cref="Key"/>; null when it is none.</summary>
    public static PageStart? Read(string? key, bool isBackwards)
    {
        var parts = (key ?? "").Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime, id, isBackwards)
                : null;
    }
}
