using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Publication;

namespace Songthang.Web.Features.Announcing;

/// <summary>What the authority announced, for everyone.</summary>
public sealed class IndexModel(Infrastructure.Persistence.Queries.Announcements announcements, TimeProvider time) : PageModel
{
    const int Size = 20;

    /// <summary>Number of the last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<PublicAnnouncement> Current { get; private set; } = [];

    public IReadOnlyList<PublicAnnouncement> Listed { get; private set; } = [];

    public int? Next { get; private set; }

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Before is null)
            Current = await announcements.CurrentAsync(Now, cancellationToken);
        var rows = await announcements.PublishedAsync(Before, Size + 1, cancellationToken);
        Listed = [.. rows.Take(Size)];
        Next = rows.Count > Size ? Listed[^1].Id : null;
    }
}
