using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Announcements;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Announcing;

/// <summary>All announcements, drafts too, newest first.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class ListModel(AppDb db, TimeProvider time) : PageModel
{
    const int Size = 25;

    /// <summary>Number of the last one of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<Announcement> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Announcements.AsNoTracking().Where(one => Before == null || one.Id < Before)
            .OrderByDescending(one => one.Id).Take(Size + 1).ToListAsync(cancellationToken);
        Rows = [.. rows.Take(Size)];
        Next = rows.Count > Size ? Rows[^1].Id : null;
    }
}
