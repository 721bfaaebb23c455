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

    /// <summary>Each citizen whose report was merged into the request, which goes on for all of them.</summary>
    AlsoReported,

    /// <summary>Each citizen who follows the request, or one that was merged into it, instead of reporting the place again.</summary>
    Follower,
}

/// <summary>Somebody is to be told about a timeline entry.</summary>
/// <param name="Recipient">Whom.</param>
/// <param name="Entry">About what.</param>
/// <param name="OfficerId">The account, when it is for an <see cref="NoticeRecipient.Officer"/>.</param>
public sealed record Notice(NoticeRecipient Recipient, TimelineEntry Entry, int? OfficerId = null);

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
            // The officer who took an answer down by phone knows of it too.
            TimelineKind.InformationAnswered when entry.ActorKind != ActorKind.Officer => [ToDutyDesk(entry)],
            TimelineKind.RequesterWrote => [ToDutyDesk(entry)],
            TimelineKind.InformationLapsed => [ToRequester(entry), ToDutyDesk(entry)],
            TimelineKind.Reopened when entry.ActorKind == ActorKind.Requester => [ToRequester(entry), ToDutyDesk(entry), .. ToOthers(entry)],
            // Reports that were merged into it do not end with it: they are split off, which has notices of its own.
            TimelineKind.Withdrawn when entry.ActorKind == ActorKind.Requester
                => [ToRequester(entry), ToDutyDesk(entry), new(NoticeRecipient.Follower, entry)],
            TimelineKind.Withdrawn => [ToRequester(entry), new(NoticeRecipient.Follower, entry)],
            TimelineKind.Assigned => ToAssignee(entry),
            _ when ConcernsOthers(entry.Kind) => [ToRequester(entry), .. ToOthers(entry)],
            _ when ConcernsRequester(entry.Kind) => [ToRequester(entry)],
            _ => [],
        };
    }

    /// <summary>Whether the requester is told of entries of this kind: by the chosen channel and always on the own page.</summary>
    public static bool ConcernsRequester(TimelineKind kind) => kind
        is TimelineKind.Submitted or TimelineKind.Accepted or TimelineKind.InformationAsked or TimelineKind.InformationLapsed
        or TimelineKind.InformationReminded or TimelineKind.AuthorityAnswered or TimelineKind.WorkStarted or TimelineKind.WorkPaused or TimelineKind.Completed or TimelineKind.Reopened
        or TimelineKind.Forwarded or TimelineKind.Declined or TimelineKind.Merged or TimelineKind.SplitOff
        or TimelineKind.Withdrawn or TimelineKind.MessageWritten or TimelineKind.EvaluationAsked;

    /// <summary>Whether everyone who waits for the same repair is told: each step of the work, and how it ends. Questions are the requester's own.</summary>
    public static bool ConcernsOthers(TimelineKind kind) => kind
        is TimelineKind.Accepted or TimelineKind.WorkStarted or TimelineKind.WorkPaused or TimelineKind.Completed
        or TimelineKind.Reopened or TimelineKind.Forwarded or TimelineKind.Declined;

    static Notice[] ToOthers(TimelineEntry entry) => [new(NoticeRecipient.AlsoReported, entry), new(NoticeRecipient.Follower, entry)];

    static Notice ToRequester(TimelineEntry entry) => new(NoticeRecipient.Requester, entry);

    static Notice ToDutyDesk(TimelineEntry entry) => new(NoticeRecipient.DutyDesk, entry);

    /// <summary>Who takes a request up knows of it already; of several at once the first speaks for all.</summary>
    static Notice[] ToAssignee(TimelineEntry entry) =>
        Assignment.Read(entry.Detail) is { Share: not AssignmentShare.Further } assigned && assigned.OfficerId != entry.ActorOfficerId
            ? [new(NoticeRecipient.Officer, entry, assigned.OfficerId)]
            : [];
}
