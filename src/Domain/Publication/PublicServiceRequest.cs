using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Publication;

/// <summary>
/// The only shape in which the public ever sees a request (PDPA 2562): no name, telephone, email, internal note or
/// secret, and what the citizen wrote only as an officer left it.
/// </summary>
public sealed record PublicServiceRequest
{
    /// <summary>Decimals of a position that everyone may see: about eleven metres, a lamp but no door.</summary>
    public const int PositionDecimals = 4;

    /// <summary>As people know it, such as <c>69-00123-4</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Where it stands; shown in the public's words, see <see cref="PublicStatus"/>.</summary>
    public required ServiceRequestStatus Status { get; init; }

    /// <summary>A code of <see cref="FaultType"/>.</summary>
    public required string FaultCode { get; init; }

    /// <summary>When it was received, UTC.</summary>
    public required DateTime SubmittedAt { get; init; }

    /// <summary>When the repair was done, UTC; null while it is not.</summary>
    public DateTime? CompletedAt { get; init; }

    /// <summary>When anything of it last changed, UTC: what feeds and harvesters go by.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>Whether an officer has checked the details, so that the words below may be read.</summary>
    public bool IsChecked { get; init; }

    /// <summary>The citizen's words as the officer released them; empty before, and when they stay hidden.</summary>
    public string Symptom { get; init; } = "";

    /// <summary>Where: the tambon at once, the words as the officer left them after the check, the position made coarse.</summary>
    public required Place Place
    {
        get;
        init => field = value with { Latitude = Coarse(value.Latitude), Longitude = Coarse(value.Longitude) };
    }

    /// <summary>Reference of the request that goes on for this one too; null unless it was merged.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Where the request <see cref="MergedInto"/> stands.</summary>
    public ServiceRequestStatus? MergedIntoStatus { get; init; }

    /// <summary>A degree as coarse as the public sees it.</summary>
    public static double? Coarse(double? degrees) => degrees is { } exact ? Math.Round(exact, PositionDecimals) : null;
}

/// <summary>A request with its story, as its public page shows it.</summary>
/// <param name="Request">What the list shows of it.</param>
/// <param name="Photos">Only those that an officer approved for everyone, oldest first.</param>
/// <param name="Timeline">What happened without the words between officers and requester, newest first.</param>
/// <param name="Merged">How many other reports were merged into it.</param>
/// <param name="Followers">How many people follow it or one of those; who they are, nobody sees.</param>
public sealed record PublicServiceRequestStory(
    PublicServiceRequest Request, IReadOnlyList<PublicPhoto> Photos, IReadOnlyList<PublicTimelineEntry> Timeline, int Merged, int Followers);

/// <summary>A photo that everyone may see.</summary>
/// <param name="Key">Key of the photo store.</param>
/// <param name="Kind">What it shows.</param>
public sealed record PublicPhoto(string Key, PhotoKind Kind);

/// <summary>Something that happened, without who did it.</summary>
/// <param name="Kind">What; its title is <see cref="TimelineWords.Title"/>.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Result">What was done, or what another authority answered to everyone; empty for everything else.</param>
public sealed record PublicTimelineEntry(TimelineKind Kind, DateTime At, string Result);
