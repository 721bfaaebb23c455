using Microsoft.EntityFrameworkCore.ChangeTracking;
using Songthang.Domain.ServiceRequests;

namespace Songthang.Infrastructure.Persistence;

/// <summary>
/// What is kept beside a request only so that lists can filter and sort by it: folded text, the codes of the
/// place, the due time. All of it can be made anew from the request at any time.
/// </summary>
public sealed class DerivedColumns
{
    /// <summary>Column with all that officers search in.</summary>
    public const string SearchText = nameof(SearchText);

    /// <summary>Column with all that the public searches in.</summary>
    public const string PublicSearchText = nameof(PublicSearchText);

    /// <summary>Column with the tambon's code, for an index (a complex property takes none).</summary>
    public const string TambonCode = nameof(TambonCode);

    /// <summary>Column with the amphoe's code.</summary>
    public const string AmphoeCode = nameof(AmphoeCode);

    readonly string none = "";

    /// <summary>Brings the derived columns of a changed request up to date.</summary>
    public void Refresh(EntityEntry<ServiceRequest> tracked)
    {
        var request = tracked.Entity;
        tracked.Property(TambonCode).CurrentValue = request.Place.TambonCode;
        tracked.Property(AmphoeCode).CurrentValue = request.Place.AmphoeCode;
        tracked.Property(SearchText).CurrentValue = none;
        tracked.Property(PublicSearchText).CurrentValue = none;
    }
}
