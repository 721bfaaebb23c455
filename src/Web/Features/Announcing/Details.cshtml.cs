using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Publication;

namespace Songthang.Web.Features.Announcing;

/// <summary>One announcement. Its address stays good after it is over; a draft has none.</summary>
public sealed class DetailsModel(Infrastructure.Persistence.Queries.Announcements announcements, TimeProvider time) : PageModel
{
    public PublicAnnouncement It { get; private set; } = null!;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await announcements.FindAsync(id, cancellationToken) is not { } found)
            return NotFound();
        It = found;
        return Page();
    }
}
