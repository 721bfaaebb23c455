using Songthang.Domain.Officers;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Domain.Notifications;

/// <summary>Whom a notice is for.</summary>
public enum NoticeRecipient
{
    /// <summary>The citizen who reported.</summary>
    Requester,

    /// <summary>The duty desk of the works division.</summary>
    DutyDesk,

    /// <summary>One officer, by email to the address of the account.</summary>
    Officer,
}

/// <summary>Somebody is to be told about a timeline entry.</summary>
/// <param name="Recipient">Whom.</param>
/// <param name="Entry">About what.</param>
public sealed record Notice(NoticeRecipient Recipient, TimelineEntry Entry);

/// <summary>
/// Who is told of what, decided in one place: each new timeline entry passes here exactly once, in the
/// transaction that stores it, so that nothing can be told twice or forgotten.
/// </summary>
public static class NotificationPolicy
{
    /// <summary>The notices that an entry calls for; none for history that was imported.</summary>
    public static IReadOnlyList<Notice> For(TimelineEntry entry)
    {
        if (entry.ActorKind == ActorKind.Import)
            return [];
        return entry.Kind switch
        {
            // The officer who took a report down knows of it already.
            TimelineKind.Submitted when entry.ActorKind != ActorKind.Officer => [ToRequester(entry), ToDutyDesk(entry)],
            TimelineKind.InformationAnswered => [ToDutyDesk(entry)],
            TimelineKind.InformationLapsed => [ToRequester(entry), ToDutyDesk(entry)],
            TimelineKind.Withdrawn or TimelineKind.Reopened when entry.ActorKind == ActorKind.Requester
                => [ToRequester(entry), ToDutyDesk(entry)],
            _ when ConcernsRequester(entry.Kind) => [ToRequester(entry)],
            _ => [],
        };
    }

    /// <summary>Whether the requester is told of entries of this kind: by the chosen channel and always on the own page.</summary>
    public static bool ConcernsRequester(TimelineKind kind) => kind
        is TimelineKind.Submitted or TimelineKind.Accepted or TimelineKind.InformationAsked or TimelineKind.InformationLapsed
        or TimelineKind.WorkStarted or TimelineKind.WorkPaused or TimelineKind.Completed or TimelineKind.Reopened
        or TimelineKind.Forwarded or TimelineKind.Declined or TimelineKind.Merged or TimelineKind.SplitOff
        or TimelineKind.Withdrawn or TimelineKind.MessageWritten;

    static Notice ToRequester(TimelineEntry entry) => new(NoticeRecipient.Requester, entry);

    static Notice ToDutyDesk(TimelineEntry entry) => new(NoticeRecipient.DutyDesk, entry);
}
