using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>An officer was named in an internal note.</summary>
public sealed class Mention
{
    /// <summary>Key in storage.</summary>
    public long Id { get; set; }

    /// <summary>The request of the note.</summary>
    public ServiceRequest ServiceRequest { get; set; } = null!;

    /// <summary>Key of <see cref="ServiceRequest"/>.</summary>
    public long ServiceRequestId { get; set; }

    /// <summary>The note.</summary>
    public TimelineEntry Entry { get; set; } = null!;

    /// <summary>Key of <see cref="Entry"/>.</summary>
    public long EntryId { get; set; }

    /// <summary>The account of whoever was named.</summary>
    public int OfficerId { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>When the officer opened the request, UTC; null before.</summary>
    public DateTime? SeenAt { get; set; }
}
