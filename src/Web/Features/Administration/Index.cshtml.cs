using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Administration;

/// <summary>Everything that can be set, with what it holds now.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class IndexModel(Shapes shapes, CurrentSettings settings, AppDb db) : PageModel
{
    public IReadOnlyList<(Shape Shape, Phrase Summary, LastChange? Last)> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var newest = await db.SettingChanges.AsNoTracking()
            .Where(change => !db.SettingChanges.Any(later => later.Topic == change.Topic && later.Number > change.Number))
            .Select(change => new { change.Topic, change.At, change.OfficerName })
            .ToDictionaryAsync(change => change.Topic, change => new LastChange(change.At, change.OfficerName), cancellationToken);
        Topics = [.. shapes.All.Select(shape => (shape, shape.Summary(settings), newest.GetValueOrDefault(shape.Topic.Name)))];
    }

    public sealed record LastChange(DateTime At, string By);
}
