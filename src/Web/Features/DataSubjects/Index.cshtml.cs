using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.DataProtection;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.DataSubjects;

/// <summary>What people asked for of their own data: the open ones with the next due first, or the answered ones with the newest first.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class IndexModel(AppDb db, TimeProvider time) : PageModel
{
    public const int PageSize = 25;

    public bool IsAnswered { get; private set; }

    public IReadOnlyList<DataSubjectRequest> Rows { get; private set; } = [];

    /// <summary>Number of the last row, when there are more; null on the last page.</summary>
    public int? Next { get; private set; }

    public bool IsFirst { get; private set; }

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        IsAnswered = Request.Query["list"] == "answered";
        var after = int.TryParse(Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        IsFirst = after == 0;
        // They fall due in the order in which they came, and mostly end in it: the number is the order of both lists.
        var requests = db.DataSubjectRequests.AsNoTracking();
        var rows = IsAnswered
            ? await requests.Where(it => it.ClosedAt != null && (after == 0 || it.Id < after)).OrderByDescending(it => it.Id).Take(PageSize + 1).ToListAsync(cancellationToken)
            : await requests.Where(it => it.ClosedAt == null && it.Id > after).OrderBy(it => it.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Id : null;
    }
}
