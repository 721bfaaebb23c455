using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Geography;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Persistence.Auditing;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Surveying;

/// <summary>The roads and whose their lamps are: list, file in, file out, history.</summary>
[Authorize(Policy = Policies.Administrators)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class RoadsModel(
    KeepRoadDraft keep, ClearRoads clear, CurrentRoads current, CurrentSettings settings, AuditLog audit, AppDb db, TimeProvider time) : PageModel
{
    /// <summary>The largest file with the form around it.</summary>
    const long MostBytes = RoadFile.MostBytes + 64 * 1024;

    const int PerPage = 50;

    [BindProperty]
    public IFormFile? Picked { get; set; }

    /// <summary>Part of a name or number.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Only roads of this owner; <c>own</c> for ours.</summary>
    [FromQuery(Name = "owner")]
    public string? Owner { get; set; }

    [FromQuery(Name = "p")]
    public int? Number { get; set; }

    public CurrentSettings Settings => settings;

    public int All => current.Map.Roads.Count;

    public IReadOnlyList<Road> Found { get; private set; } = [];

    public IReadOnlyList<Road> Shown { get; private set; } = [];

    public int First => (Math.Max(Number ?? 1, 1) - 1) * PerPage;

    public IReadOnlyList<RoadChange> Changes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <summary>Keeps the file and leads to what it would do.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Picked is null || Picked.Length == 0)
        {
            ModelState.AddModelError(nameof(Picked), Say.T("กรุณาเลือกไฟล์ GeoJSON", "Please choose a GeoJSON file"));
            await LoadAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        using var reader = new StreamReader(Picked.OpenReadStream(), Encoding.UTF8);
        // A database may not keep it, and no GeoJSON has one.
        var content = (await reader.ReadToEndAsync(cancellationToken)).Replace("\0", "", StringComparison.Ordinal);
        var id = await keep.RunAsync((Path.GetFileName(Picked.FileName), content), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        return Redirect(Url.Content("~" + Links.RoadDraft(id)));
    }

    public async Task<IActionResult> OnPostClearAsync(CancellationToken cancellationToken)
    {
        await clear.RunAsync(User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("ลบถนนทั้งหมดแล้ว", "All roads are removed.");
        return Redirect(Url.Content("~" + Links.Roads));
    }

    /// <summary>All roads as a file that can be brought again.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        await audit.WriteAsync(
            AuditAction.ListExported, User.ToActor(), time.GetUtcNow().UtcDateTime, AuditSubject.Setting("roads"), $"{All}", cancellationToken);
        return File(GeoJsonText.Roads(current.Map.Roads), "application/geo+json", "roads.geojson");
    }

    async Task LoadAsync(CancellationToken cancellationToken)
    {
        var wanted = ThaiText.Fold(Query);
        Found =
        [
            .. current.Map.Roads.Where(road => (wanted.Length == 0 || ThaiText.Fold(road.Title + " " + road.Code).Contains(wanted, StringComparison.Ordinal))
                    && (string.IsNullOrEmpty(Owner) || (Owner == "own" ? road.OwnerCode.Length == 0 : road.OwnerCode == Owner)))
                .OrderBy(road => road.Title, StringComparer.Ordinal).ThenBy(road => road.Id),
        ];
        Shown = [.. Found.Skip(First).Take(PerPage)];
        Changes = await db.RoadChanges.AsNoTracking().OrderByDescending(change => change.Id).Take(20).ToListAsync(cancellationToken);
    }
}
