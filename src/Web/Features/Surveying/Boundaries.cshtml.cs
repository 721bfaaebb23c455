using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Surveying;

/// <summary>The borders of the tambon: which hold, which held before, and a file to bring new ones.</summary>
[Authorize(Policy = Policies.Administrators)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class BoundariesModel(ImportBoundaries import, UseBoundaries use, AppDb db, CurrentBoundaries current, TimeProvider time) : PageModel
{
    /// <summary>The largest file with the form around it.</summary>
    const long MostBytes = BoundaryFile.MostBytes + 64 * 1024;

    const int MostShown = 50;

    [BindProperty]
    public IFormFile? Picked { get; set; }

    [BindProperty, AtMost(BoundarySet.MaxAttribution)]
    public string Attribution { get; set => field = ThaiText.Clean(value); } = "";

    public CurrentBoundaries Current => current;

    /// <summary>Why the file was not taken.</summary>
    public IReadOnlyList<GeoProblem> Problems { get; private set; } = [];

    public IReadOnlyList<SetLine> Sets { get; private set; } = [];

    public IReadOnlyList<UseLine> Uses { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Picked is null || Picked.Length == 0)
            ModelState.AddModelError(nameof(Picked), Say.T("กรุณาเลือกไฟล์ GeoJSON", "Please choose a GeoJSON file"));
        if (ModelState.IsValid)
        {
            await using var content = Picked!.OpenReadStream();
            var now = time.GetUtcNow().UtcDateTime;
            var taken = await import.RunAsync(new(content, Path.GetFileName(Picked.FileName), Attribution), User.ToActor(), now, cancellationToken);
            if (taken.Problems.Count == 0)
                return Redirect(Url.Content("~" + Links.BoundarySet(taken.SetId)));
            Problems = taken.Problems;
            ModelState.AddModelError(nameof(Picked), Say.T(
                $"ไม่ได้นำเข้า พบข้อผิดพลาด {Problems.Count} รายการ ขอบเขตเดิมยังใช้อยู่", $"Nothing was taken over: {Problems.Count} problems. What held before still holds."));
        }

        await LoadAsync(cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>No borders hold from now on.</summary>
    public async Task<IActionResult> OnPostNoneAsync(CancellationToken cancellationToken)
    {
        await use.RunAsync(null, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext("เลิกใช้ขอบเขตตำบลแล้ว", "No borders are used now.");
        return Redirect(Url.Content("~" + Links.Boundaries));
    }

    async Task LoadAsync(CancellationToken cancellationToken)
    {
        Sets = await db.BoundarySets.AsNoTracking().OrderByDescending(set => set.Id).Take(MostShown)
            .Select(set => new SetLine(set.Id, set.At, set.OfficerName, set.FileName, set.Attribution, set.Tambons, set.Positions)).ToListAsync(cancellationToken);
        Uses = await db.BoundaryUses.AsNoTracking().OrderByDescending(one => one.Id).Take(MostShown)
            .Select(one => new UseLine(one.At, one.OfficerName, one.BoundarySetId,
                db.BoundarySets.Where(set => set.Id == one.BoundarySetId).Select(set => set.FileName).FirstOrDefault())).ToListAsync(cancellationToken);
    }

    /// <summary>A set of borders in one line; <paramref name="By"/> is empty for the command line.</summary>
    public sealed record SetLine(int Id, DateTime At, string By, string FileName, string Attribution, int Tambons, int Positions);

    /// <summary>A decision in one line; without <paramref name="SetId"/>, no borders held from then on.</summary>
    public sealed record UseLine(DateTime At, string By, int? SetId, string? FileName);
}
