using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Settings;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Removing;

/// <summary>How much personal data was removed, day by day.</summary>
[Authorize(Policy = Policies.Supervisors)]
public sealed class RemovalsModel(AppDb db, CurrentSettings settings) : PageModel
{
    /// <summary>Days of a page; on most nothing has to be removed, and those are left out.</summary>
    public const int PageSize = 60;

    public Retention Kept => settings.Get(Topics.Retention);

    public IReadOnlyList<RemovalDay> Days { get; private set; } = [];

    /// <summary>Before which day the page begins; null on the first.</summary>
    public DateOnly? Before { get; private set; }

    /// <summary>Whether there are older days.</summary>
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Before = TypedDay.Read(Request.Query["before"]);
        var end = Before ?? DateOnly.MaxValue;
        var days = await db.RemovalDays.AsNoTracking().Where(day => day.Day < end).OrderByDescending(day => day.Day)
            .Take(PageSize + 1).ToListAsync(cancellationToken);
        (Days, HasMore) = ([.. days.Take(PageSize)], days.Count > PageSize);
    }
}
