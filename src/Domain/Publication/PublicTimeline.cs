using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Publication;

/// <summary>Which things that happened to a request everyone may know of.</summary>
public static class PublicTimeline
{
    /// <summary>That these happened is between the officers and the requester.</summary>
    public static IReadOnlyList<TimelineKind> RequestersOwn { get; } =
        [TimelineKind.MessageWritten, TimelineKind.RequesterWrote, TimelineKind.EvaluationAsked, TimelineKind.Rated, TimelineKind.InformationReminded,
         TimelineKind.LetterRecorded];

    /// <summary>Whether everyone may know that it happened; whether its words are for everyone is another question.</summary>
    public static bool Shows(TimelineKind kind, Audience audience) => audience != Audience.Officers && !RequestersOwn.Contains(kind)
        // What another authority answered is for everyone only when the officer said so.
        && (kind != TimelineKind.AuthorityAnswered || audience == Audience.Public);
}
