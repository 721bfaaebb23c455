using Songthang.Domain.Officers;

namespace Songthang.Domain.ServiceRequests;

/// <summary>What happened. Stored by name: the order here means nothing, a name is for ever.</summary>
public enum TimelineKind
{
    /// <summary>The report was received (starts step 1).</summary>
    Submitted,

    /// <summary>An officer opened it for the first time (stops step 1).</summary>
    Opened,

    /// <summary>An officer checked the details (stops step 2).</summary>
    DetailsChecked,

    /// <summary>What the officer found when checking, point by point.</summary>
    CheckListed,

    /// <summary>Details were put right: which ones.</summary>
    DetailsCorrected,

    /// <summary>How corrected details read before and after.</summary>
    CorrectionNoted,

    /// <summary>The authority takes it on (stops step 5, starts step 6).</summary>
    Accepted,

    /// <summary>The requester was asked for something (step 6 stands still).</summary>
    InformationAsked,

    /// <summary>The requester answered.</summary>
    InformationAnswered,

    /// <summary>The requester was reminded of an open question.</summary>
    InformationReminded,

    /// <summary>Nobody answered in time.</summary>
    InformationLapsed,

    /// <summary>A crew began.</summary>
    WorkStarted,

    /// <summary>The work rests, with a reason.</summary>
    WorkPaused,

    /// <summary>Repaired (stops step 6, starts step 7).</summary>
    Completed,

    /// <summary>Taken up again.</summary>
    Reopened,

    /// <summary>Handed to another authority.</summary>
    Forwarded,

    /// <summary>The letter with which it was forwarded.</summary>
    LetterRecorded,

    /// <summary>The authority to which it was forwarded answered.</summary>
    AuthorityAnswered,

    /// <summary>Not taken on, with the reason.</summary>
    Declined,

    /// <summary>Merged with an earlier request.</summary>
    Merged,

    /// <summary>Split off again.</summary>
    SplitOff,

    /// <summary>Another report of the same fault was merged into this one.</summary>
    DuplicateAdded,

    /// <summary>A report that had been merged into this one goes on by itself again.</summary>
    DuplicateRemoved,

    /// <summary>Taken back by the requester.</summary>
    Withdrawn,

    /// <summary>A message reached the requester's channel (stops steps 3 and 7).</summary>
    NoticeSent,

    /// <summary>An officer told the requester by phone, which counts as a sent notice.</summary>
    RequesterCalled,

    /// <summary>The paper form was printed (stops step 4).</summary>
    FormPrinted,

    /// <summary>The office's registry gave the paper a number, or it was corrected.</summary>
    ReceiveNumberGiven,

    /// <summary>An internal note.</summary>
    NoteAdded,

    /// <summary>A message of an officer to the requester outside the other acts.</summary>
    MessageWritten,

    /// <summary>A message of the requester to the officers, unasked.</summary>
    RequesterWrote,

    /// <summary>The requester was asked once more, in the dark, whether the light works.</summary>
    EvaluationAsked,

    /// <summary>The requester said how satisfied they are with the repair.</summary>
    Rated,

    /// <summary>Put on a work order.</summary>
    WorkOrdered,

    /// <summary>Taken off a work order without a repair.</summary>
    WorkOrderLeft,

    /// <summary>An officer is to see to it: the text is the officer's name, the detail the account.</summary>
    Assigned,

    /// <summary>Nobody in particular sees to it any more.</summary>
    Unassigned,

    /// <summary>What may tell of a person was removed; the detail has the numbers of the entries that lost their words.</summary>
    PersonalDataRemoved,

    /// <summary>Who reported was put right, because the person concerned asked for it; not how it read.</summary>
    RequesterCorrected,
}

/// <summary>Who may read an entry. Each kind of reader also reads what the kinds before it read.</summary>
public enum Audience
{
    /// <summary>Everyone.</summary>
    Public,

    /// <summary>The requester, on the own page.</summary>
    Requester,

    /// <summary>Officers only.</summary>
    Officers,
}

/// <summary>
/// One thing that happened to a request: who, when, what, who may see it. Entries are only ever added. Each
/// carries the SHA-256 of itself and its predecessor, so that altering or removing one can be proved. Of its words only a
/// salted digest is in that hash: they can be removed when their time is over, and nobody can find them by guessing.
/// </summary>
public sealed partial class TimelineEntry
{
    TimelineEntry() { }

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>The request it belongs to.</summary>
    public long ServiceRequestId { get; private set; }

    /// <summary>1 for the first entry of its request, then without gaps.</summary>
    public int Number { get; private set; }

    /// <summary>What happened.</summary>
    public TimelineKind Kind { get; private set; }

    /// <summary>When, in UTC, to the millisecond (both databases keep that exactly).</summary>
    public DateTime At { get; private set; }

    /// <summary>Which kind of person or program did it.</summary>
    public ActorKind ActorKind { get; private set; }

    /// <summary>The account that did it, when an officer.</summary>
    public int? ActorOfficerId { get; private set; }

    /// <summary>The officer's name at that time; shown to officers only.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>Who may read <see cref="Text"/>.</summary>
    public Audience Audience { get; private set; }

    /// <summary>What was said: the message, question, answer, reason or result; empty where the kind says it all.</summary>
    public string Text { get; private set; } = "";

    /// <summary>A code that belongs to the kind: reason of declining or pausing, channel of a notice, number of the entry told about.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>State before; equal to <see cref="To"/> when the state did not change.</summary>
    public ServiceRequestStatus From { get; private set; }

    /// <summary>State after.</summary>
    public ServiceRequestStatus To { get; private set; }

    /// <summary>SHA-256 in lower-case hex of this entry and the hash of the one before.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>128 random bits in lower-case hex that make the digest; gone with the words. Empty where there were none.</summary>
    public string Salt { get; private set; } = "";

    /// <summary>SHA-256 of salt and <see cref="Text"/> in lower-case hex; stays when the words go. Empty where there were none.</summary>
    public string TextDigest { get; private set; } = "";

    internal static TimelineEntry After(
        TimelineEntry? previous, string reference, TimelineKind kind, DateTime at, Actor by,
        Audience audience, string text, string detail, ServiceRequestStatus from, ServiceRequestStatus to)
    {
        var entry = new TimelineEntry
        {
            Number = (previous?.Number ?? 0) + 1,
            Kind = kind,
            At = at,
            ActorKind = by.Kind,
            ActorOfficerId = by.OfficerId,
            ActorName = by.Name,
            Audience = audience,
            Text = text,
            Detail = detail,
            From = from,
            To = to,
        };
        entry.Seal();
        entry.Hash = entry.HashAfter(previous?.Hash ?? "", reference);
        return entry;
    }

    /// <summary>The hash that this entry must have when it follows one with <paramref name="previousHash"/>.</summary>
    /// <param name="previousHash">Hash of the entry before, empty for the first.</param>
    /// <param name="reference">Reference of the request, so that an entry cannot be moved to another one.</param>
    public string HashAfter(string previousHash, string reference) => AsWritten().HashAfter(previousHash, reference);

    /// <summary>The entry as it stands in storage.</summary>
    public WrittenEntry AsWritten() => new(
        Number, Kind.ToString(), At, ActorKind.ToString(), ActorOfficerId, ActorName, Audience.ToString(), Text, Detail,
        From.ToString(), To.ToString(), Salt, TextDigest, Hash);
}
