using Songthang.Domain.Officers;
using Songthang.Domain.ServiceCatalog;

namespace Songthang.Domain.ServiceRequests;

/// <summary>
/// A citizen's request to put a street light right: its state and an append-only timeline. The verbs in the
/// other parts of this class are the only way to change it. Version, unread mark and times are kept by them.
/// </summary>
public sealed partial class ServiceRequest
{
    readonly List<TimelineEntry> timeline = [];
    readonly List<Photo> photos = [];
    readonly List<Document> documents = [];

    ServiceRequest() { }

    /// <summary>Key in storage.</summary>
    public long Id { get; private set; }

    /// <summary>The reference that people know, such as <c>69-00123-4</c>.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Unguessable part of the requester's own link, 128 random bits in base64url.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>Where the request stands.</summary>
    public ServiceRequestStatus Status { get; private set; }

    /// <summary>What is wrong, a code of <see cref="FaultType"/>.</summary>
    public string FaultCode { get; private set; } = "";

    /// <summary>People may come to harm: sorts first.</summary>
    public bool IsUrgent { get; private set; }

    /// <summary>What the citizen wrote, cleaned but unchanged; at most <see cref="MaxSymptom"/> text elements. Not public.</summary>
    public string Symptom { get; private set; } = "";

    /// <summary>What everyone may read of it, set by the officer who checked the details; null before.</summary>
    public string? PublicSymptom { get; private set; }

    /// <summary>When the citizen noticed it, UTC; null when not said.</summary>
    public DateTime? NoticedAt { get; private set; }

    /// <summary>Where it is.</summary>
    public Place Place { get; private set; } = null!;

    /// <summary>Who reported.</summary>
    public Requester Requester { get; private set; } = null!;

    /// <summary>By which way it came in.</summary>
    public IntakeChannel Channel { get; private set; }

    /// <summary>Where imported history came from, unique; null for everything else.</summary>
    public string? ImportKey { get; private set; }

    /// <summary>The request that this one was merged into.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>When it was received, UTC.</summary>
    public DateTime SubmittedAt { get; private set; }

    /// <summary>Time of the newest entry, UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>When an officer checked the details, UTC: from then on what the officer approved of them is public.</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>When it was last accepted, UTC.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>When it was last completed, UTC; null while it is not.</summary>
    public DateTime? CompletedAt { get; private set; }

    /// <summary>How often it was taken up again; kept for lists and figures, the timeline tells the same.</summary>
    public int ReopenedCount { get; private set; }

    /// <summary>Until when an answer is awaited, UTC; null when nothing was asked.</summary>
    public DateTime? AnswerBy { get; private set; }

    /// <summary>Earliest due time of the running step clocks, UTC. Derived; stored only so that the inbox can sort by it.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Something of the citizen's that no officer has opened yet.</summary>
    public bool IsUnread { get; private set; }

    /// <summary>Raised by every change; two changes of the same version conflict.</summary>
    public int Version { get; private set; }

    /// <summary>How many entries the timeline has: kept beside it, so that one that was cut off at the end is missed.</summary>
    public int TimelineLength { get; private set; }

    /// <summary>Hash of the newest entry, kept for the same reason.</summary>
    public string TimelineHash { get; private set; } = "";

    /// <summary>Everything that happened, oldest first.</summary>
    public IReadOnlyList<TimelineEntry> Timeline => timeline;

    /// <summary>The photos, oldest first.</summary>
    public IReadOnlyList<Photo> Photos => photos;

    /// <summary>The documents that came with answers, oldest first.</summary>
    public IReadOnlyList<Document> Documents => documents;

    /// <summary>
    /// Number of the last entry that a person made. A form carries it; when it has moved on, somebody acted in
    /// between. Deliveries by the program do not count, or an email going out would spoil an officer's form.
    /// </summary>
    public int LastActNumber => timeline.FindLast(entry => entry.ActorKind != ActorKind.System)?.Number ?? 0;

    /// <summary>Stores the derived due time for sorting; called when the request is saved.</summary>
    public void RememberDueTime(DateTime? dueAt) => DueAt = dueAt;

    void Add(
        TimelineKind kind, Actor by, DateTime now, Audience audience,
        string text = "", string detail = "", ServiceRequestStatus? to = null)
    {
        var from = Status;
        if (to is { } next && next != from)
        {
            Workflow.Require(from, next);
            Status = next;
        }

        var previous = timeline.Count == 0 ? null : timeline[^1];
        var at = ToMillisecond(now);
        // A clock set back must not make the story run backwards.
        if (previous is not null && at < previous.At)
            at = previous.At;
        timeline.Add(TimelineEntry.After(previous, Reference, kind, at, by, audience, text, detail, from, Status));
        (TimelineLength, TimelineHash) = (timeline[^1].Number, timeline[^1].Hash);
        UpdatedAt = at;
        Version++;
    }

    static DateTime ToMillisecond(DateTime time) =>
        new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
