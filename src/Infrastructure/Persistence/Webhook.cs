using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>What partners can be told of. Stored by name: a name is for ever.</summary>
[Flags]
public enum WebhookEvents
{
    /// <summary>Nothing; a ping belongs to no event.</summary>
    None = 0,

    /// <summary>A request came in.</summary>
    Created = 1,

    /// <summary>An officer checked the details: words and place may be read from now on.</summary>
    Checked = 2,

    /// <summary>The status changed.</summary>
    StatusChanged = 4,
}

/// <summary>Where a partner wants to be told of changes.</summary>
public sealed class WebhookSubscription
{
    /// <summary>Longest <see cref="Partner"/>.</summary>
    public const int MaxPartner = 200;

    /// <summary>Longest <see cref="Url"/>.</summary>
    public const int MaxUrl = 500;

    /// <summary>Failures one after another after which it is paused by itself: with the growing waits, about a day.</summary>
    public const int FailuresUntilPause = 25;

    /// <summary>Key in storage.</summary>
    public int Id { get; set; }

    /// <summary>Who is told, as officers call them.</summary>
    public string Partner { get; set; } = "";

    /// <summary>Where to.</summary>
    public string Url { get; set; } = "";

    /// <summary>The secret that signs, encrypted by the program's own key: a copy of the database signs nothing.</summary>
    public string ProtectedSecret { get; set; } = "";

    /// <summary>Of what.</summary>
    public WebhookEvents Events { get; set; }

    /// <summary>Only of requests in this amphoe (four digits); empty for all.</summary>
    public string AmphoeCode { get; set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Name of the administrator who made it.</summary>
    public string CreatedBy { get; set; } = "";

    /// <summary>Since when nothing is sent, UTC; null while it goes on. What happens meanwhile waits.</summary>
    public DateTime? PausedAt { get; set; }

    /// <summary>Whether it was paused because of failures, not by a person.</summary>
    public bool IsPausedByFailures { get; set; }

    /// <summary>Failures since the last success.</summary>
    public int FailuresInARow { get; set; }

    /// <summary>Not before this moment, UTC: its server rests after failures; null when nothing holds it.</summary>
    public DateTime? RestsUntil { get; set; }

    /// <summary>When it was ended, UTC; its deliveries stay to be looked at.</summary>
    public DateTime? DeletedAt { get; set; }
}

/// <summary>One event for one partner: an outbox row that goes to a program.</summary>
public sealed class WebhookDelivery
{
    /// <summary>Signs kept of an answer.</summary>
    public const int MaxAnswer = 200;

    /// <summary>Key in storage; of one request the smaller one happened before.</summary>
    public long Id { get; set; }

    /// <summary>To whom.</summary>
    public int SubscriptionId { get; set; }

    /// <summary>The id that the partner sees: the same however often it is sent, so that a repetition is recognised.</summary>
    public Guid EventId { get; set; }

    /// <summary>What happened; <see cref="WebhookEvents.None"/> is a ping.</summary>
    public WebhookEvents Event { get; set; }

    /// <summary>The request; null for a ping.</summary>
    public long? ServiceRequestId { get; set; }

    /// <summary>The same, to be stored together with it.</summary>
    public ServiceRequest? ServiceRequest { get; set; }

    /// <summary>Where the request stood when it happened; null for a ping.</summary>
    public ServiceRequestStatus? Status { get; set; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it is due, UTC; null when it was sent or given up.</summary>
    public DateTime? NextAttemptAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When the partner took it, UTC.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>When it was given up, UTC.</summary>
    public DateTime? GivenUpAt { get; set; }

    /// <summary>Status of the last answer; null when there was none.</summary>
    public int? StatusCode { get; set; }

    /// <summary>How the last answer began, or why there was none.</summary>
    public string Answer { get; set; } = "";
}
