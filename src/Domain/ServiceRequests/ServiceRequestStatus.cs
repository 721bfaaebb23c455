using Songthang.Domain.Thai;

namespace Songthang.Domain.ServiceRequests;

/// <summary>Where a request stands (design section 3). "Overdue", "sent" and "reopened" are not states.</summary>
public enum ServiceRequestStatus
{
    /// <summary>Received, not decided.</summary>
    Submitted,

    /// <summary>The requester was asked for something.</summary>
    AwaitingInformation,

    /// <summary>The authority takes it on; the seven days run.</summary>
    Accepted,

    /// <summary>A crew works on it.</summary>
    InProgress,

    /// <summary>Repaired.</summary>
    Completed,

    /// <summary>Handed to the authority that owns the lamp.</summary>
    Forwarded,

    /// <summary>Not taken on, with the reason.</summary>
    Declined,

    /// <summary>Merged with an earlier request of the same fault.</summary>
    Duplicate,

    /// <summary>Taken back by the requester.</summary>
    Withdrawn,
}

/// <summary>The words of the states and what they mean to the outside.</summary>
public static class StatusWords
{
    /// <summary>The officers' word for a state.</summary>
    public static Phrase Name(this ServiceRequestStatus status) => status switch
    {
        ServiceRequestStatus.Submitted => new("รอรับเรื่อง", "Submitted"),
        ServiceRequestStatus.AwaitingInformation => new("รอข้อมูลเพิ่มเติมจากผู้แจ้ง", "Waiting for the reporter"),
        ServiceRequestStatus.Accepted => new("รับเรื่องแล้ว", "Accepted"),
        ServiceRequestStatus.InProgress => new("กำลังดำเนินการ", "In progress"),
        ServiceRequestStatus.Completed => new("ดำเนินการแล้ว", "Completed"),
        ServiceRequestStatus.Forwarded => new("ส่งต่อหน่วยงานที่รับผิดชอบ", "Forwarded to the responsible agency"),
        ServiceRequestStatus.Declined => new("ไม่รับดำเนินการ", "Not taken on"),
        ServiceRequestStatus.Duplicate => new("รวมกับเรื่องเดิม", "Merged with an earlier report"),
        ServiceRequestStatus.Withdrawn => new("ผู้แจ้งขอยกเลิก", "Withdrawn by the reporter"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The manual's and the public's word, which knows fewer states than the officers.</summary>
    public static Phrase PublicName(this ServiceRequestStatus status) => status switch
    {
        ServiceRequestStatus.Submitted or ServiceRequestStatus.AwaitingInformation or ServiceRequestStatus.Accepted
            => new("รอดำเนินการ", "Waiting"),
        ServiceRequestStatus.Forwarded => new("ส่งต่อแล้ว", "Forwarded"),
        ServiceRequestStatus.Withdrawn => new("ยกเลิก", "Withdrawn"),
        _ => status.Name(),
    };

    /// <summary>Whether work on the request can still be expected (Open311 <c>open</c>).</summary>
    public static bool IsOpen(this ServiceRequestStatus status) => status
        is ServiceRequestStatus.Submitted or ServiceRequestStatus.AwaitingInformation
        or ServiceRequestStatus.Accepted or ServiceRequestStatus.InProgress;

    /// <summary>The state's name in lower case with hyphens, for style classes, filters and the wire.</summary>
    public static string Slug(this ServiceRequestStatus status) => status switch
    {
        ServiceRequestStatus.AwaitingInformation => "awaiting-information",
        ServiceRequestStatus.InProgress => "in-progress",
        _ => status.ToString().ToLowerInvariant(),
    };

    /// <summary>The state with this <see cref="Slug"/>, or null when there is none.</summary>
    public static ServiceRequestStatus? FromSlug(string? slug)
    {
        foreach (var status in Enum.GetValues<ServiceRequestStatus>())
            if (string.Equals(status.Slug(), slug, StringComparison.OrdinalIgnoreCase))
                return status;
        return null;
    }
}
