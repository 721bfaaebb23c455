namespace Songthang.Infrastructure.Persistence;

/// <summary>What a partner's program may do with its key. Stored by name: a name is for ever.</summary>
[Flags]
public enum PartnerScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Hand in requests through Open311.</summary>
    Open311Write = 1,

    /// <summary>Hand in updates on requests through Open311.</summary>
    UpdatesWrite = 2,

    /// <summary>Use the JSON API.</summary>
    Api = 4,

    /// <summary>Be told of changes by webhooks.</summary>
    Webhooks = 8,
}

/// <summary>A key with which a partner's program shows who it is. The key itself is not kept, only its hash.</summary>
public sealed class ApiKey
{
    /// <summary>Longest <see cref="Partner"/> and <see cref="Contact"/>.</summary>
    public const int MaxWords = 200;

    /// <summary>Key in storage.</summary>
    public int Id { get; set; }

    /// <summary>Who uses it, as officers call them.</summary>
    public string Partner { get; set; } = "";

    /// <summary>Whom to write to when something is wrong; may be empty. Only administrators see it.</summary>
    public string Contact { get; set; } = "";

    /// <summary>How the key begins: enough to recognise it, too little to guess the rest.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>SHA-256 of the whole key in lower-case hex; unique. The key has 160 random bits, so no slow hash is needed.</summary>
    public string Hash { get; set; } = "";

    /// <summary>What it may be used for.</summary>
    public PartnerScopes Scopes { get; set; }

    /// <summary>So many calls in one minute.</summary>
    public int PerMinute { get; set; }

    /// <summary>So many calls on one day, Bangkok time.</summary>
    public int PerDay { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Name of the administrator who made it.</summary>
    public string CreatedBy { get; set; } = "";

    /// <summary>When it was revoked, UTC; null while it may be used. A revoked key never works again.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Name of the administrator who revoked it; empty while it may be used.</summary>
    public string RevokedBy { get; set; } = "";
}

/// <summary>How often a key was used on one day.</summary>
public sealed class ApiKeyDay
{
    /// <summary>Which key.</summary>
    public int ApiKeyId { get; set; }

    /// <summary>The day in Bangkok.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Calls that were let in; never more than the key's daily quota at that time.</summary>
    public int Calls { get; set; }

    /// <summary>The last of them, UTC.</summary>
    public DateTime LastAt { get; set; }
}

/// <summary>What a partner said of a request beyond what every request has. Officers see it, nobody else.</summary>
public sealed class PartnerReport
{
    /// <summary>Longest of the texts.</summary>
    public const int MaxText = 2000;

    /// <summary>The request that the partner handed in.</summary>
    public long ServiceRequestId { get; set; }

    /// <summary>The same, to be stored together with it.</summary>
    public Domain.ServiceRequests.ServiceRequest? ServiceRequest { get; set; }

    /// <summary>With which key.</summary>
    public int ApiKeyId { get; set; }

    /// <summary>The partner's account of the person who reported; empty when not said.</summary>
    public string AccountId { get; set; } = "";

    /// <summary>The device that it was reported from; empty when not said.</summary>
    public string DeviceId { get; set; } = "";

    /// <summary>Address of a picture elsewhere, as sent. Never fetched: it may point anywhere.</summary>
    public string MediaUrl { get; set; } = "";
}
