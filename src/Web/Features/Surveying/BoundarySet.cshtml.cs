using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Surveying;

/// <summary>A set of borders on the map, before it takes effect or afterwards.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class BoundarySetModel(UseBoundaries use, AppDb db, BoundaryStore store, Province province, TimeProvider time) : PageModel
{
    // About twenty metres: nobody sees it on the map of a province.
    const double Tolerance = 0.0002;

    [FromRoute]
    public int Id { get; set; }

    public BoundarySet It { get; private set; } = null!;

    public bool IsInUse { get; private set; }

    /// <summary>Tambon whose known centre lies in none of these borders, or in another's.</summary>
    public IReadOnlyList<Tambon> Doubtful { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.BoundarySets.AsNoTracking().SingleOrDefaultAsync(set => set.Id == Id, cancellationToken) is not { } found)
            return NotFound();
        It = found;
        IsInUse = await db.BoundaryUses.OrderByDescending(one => one.Id).Select(one => one.BoundarySetId).FirstOrDefaultAsync(cancellationToken) == Id;
        var map = new BoundaryMap(BoundaryStore.Read(found.Document));
        Doubtful = [.. province.Tambons.Where(tambon => map.TambonAt(tambon.Centre) != tambon.Code)];
        return Page();
    }

    /// <summary>The borders for the map of this page.</summary>
    public async Task<IActionResult> OnGetShapesAsync(CancellationToken cancellationToken) =>
        await store.FindAsync(Id, cancellationToken) is { } boundaries
            ? File(GeoJsonText.Boundaries(boundaries, province, Tolerance), "application/geo+json")
            : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await use.RunAsync(Id, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken))
            return NotFound();
        this.ShowNext("ใช้ขอบเขตนี้แล้ว", "These borders are in use now.");
        return Redirect(Url.Content("~" + Links.Boundaries));
    }
}
