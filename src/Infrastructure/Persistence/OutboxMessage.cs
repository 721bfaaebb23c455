using Songthang.Domain.Notifications;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// A message that is to leave the house: written in the transaction of the timeline entry it tells about, sent
/// later. Its words are made when it is sent, so that the requester's secret link lies in no second place.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>A message that is due at once.</summary>
    public static OutboxMessage For(ServiceRequest request, TimelineEntry entry, NoticeRecipient recipient, long addresseeId = 0) => new()
    {
        ServiceRequest = request,
        Entry = entry,
        Recipient = recipient,
        AddresseeId = addresseeId,
        CreatedAt = entry.At,
        NextAttemptAt = entry.At,
    };

    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>The entry it tells about; null for what the staff is told of many requests.</summary>
    public TimelineEntry? Entry { get; set; }

    /// <summary>Key of <see cref="Entry"/>.</summary>
    public long? EntryId { get; set; }

    /// <summary>The request of the entry.</summary>
    public ServiceRequest? ServiceRequest { get; set; }

    /// <summary>Key of <see cref="ServiceRequest"/>.</summary>
    public long? ServiceRequestId { get; set; }

    /// <summary>Whom it is for.</summary>
    public NoticeRecipient Recipient { get; set; }

    /// <summary>The account it is for, when <see cref="NoticeRecipient.Officer"/>; 0 for everybody else.</summary>
    public int OfficerId { get; set; }

    /// <summary>
    /// One line, when the words are not made from <see cref="Entry"/> but stand here: what the staff is told, in Thai and with
    /// nothing of who reported. Empty for a notice about an entry.
    /// </summary>
    public string Subject { get; set; } = "";

    /// <summary>With a <see cref="Subject"/>: paragraphs with an empty line between them.</summary>
    public string Text { get; set; } = "";

    /// <summary>With a <see cref="Subject"/>: where to read on, a path of this program.</summary>
    public string Path { get; set; } = "";

    /// <summary>With a <see cref="Subject"/>: what the path leads to.</summary>
    public string LinkWords { get; set; } = "";

    /// <summary>
    /// Which one, where a recipient is one of several: key of the merged request whose citizen is told
    /// (<see cref="NoticeRecipient.AlsoReported"/>) or of the follower; 0 where there is only one.
    /// </summary>
    public long AddresseeId { get; set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>How often sending was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this time (UTC) is it tried again; also the end of a sender's claim. Null when sent or given up.</summary>
    public DateTime? NextAttemptAt { get; set; }

    /// <summary>When the channel took it, UTC.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>When it was given up, UTC: a dead letter that an administrator can send again.</summary>
    public DateTime? GivenUpAt { get; set; }

    /// <summary>What went wrong last, without addresses; empty when nothing did.</summary>
    public string LastError { get; set; } = "";
}
