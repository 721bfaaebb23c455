using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Surveying;

/// <summary>One road: what it is called, whose its lamps are, where it runs.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class RoadModel(ChangeRoad change, CurrentSettings settings, AppDb db, TimeProvider time) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty, AtMost(Domain.Geography.Road.MaxCode)]
    public string? Code { get; set; }

    [BindProperty, AtMost(Domain.Geography.Road.MaxName)]
    public string? Name { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    public CurrentSettings Settings => settings;

    public Domain.Geography.Road It { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
            return NotFound();
        (Code, Name, Owner) = (It.Code, It.Name, It.OwnerCode);
        return Page();
    }

    /// <summary>The road for the map of this page.</summary>
    public async Task<IActionResult> OnGetShapesAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? File(GeoJsonText.Roads([It]), "application/geo+json") : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync(remove: false, cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return SaveAsync(remove: true, cancellationToken);
    }

    async Task<IActionResult> SaveAsync(bool remove, CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        await change.RunAsync(new(Id, Code ?? "", Name ?? "", Owner ?? "", remove), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        if (remove)
            this.ShowNext("ลบถนนแล้ว", "The road is removed.");
        else
            this.ShowNext("บันทึกแล้ว", "Saved.");
        return Redirect(Url.Content("~" + Links.Roads));
    }

    async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await db.Roads.AsNoTracking().SingleOrDefaultAsync(road => road.Id == Id, cancellationToken) is not { } found)
            return false;
        It = found;
        return true;
    }
}
