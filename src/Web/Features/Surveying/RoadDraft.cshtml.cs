using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Geodata;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Surveying;

/// <summary>What a file with roads would do: properties chosen, every problem by feature; then taken or not.</summary>
[Authorize(Policy = Policies.Administrators)]
public sealed class RoadDraftModel(ImportRoads import, CurrentRoads current, CurrentSettings settings, AppDb db, TimeProvider time) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    public string CodeProperty { get; set; } = "";

    [BindProperty]
    public string NameProperty { get; set; } = "";

    [BindProperty]
    public string OwnerProperty { get; set; } = "";

    /// <summary>Owner of roads whose feature names none.</summary>
    [BindProperty]
    public string OwnerOtherwise { get; set; } = "";

    [BindProperty]
    public bool Replace { get; set; }

    public CurrentSettings Settings => settings;

    public int Present => current.Map.Roads.Count;

    public string FileName { get; private set; } = "";

    public RoadFile Read { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await RunAsync(columns: null, isTrial: true, cancellationToken))
            return NotFound();
        (CodeProperty, NameProperty, OwnerProperty) = (Read.Columns.Code, Read.Columns.Name, Read.Columns.Owner);
        return Page();
    }

    /// <summary>The same file read by other properties.</summary>
    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancellationToken) =>
        await RunAsync(Chosen, isTrial: true, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await RunAsync(Chosen, isTrial: false, cancellationToken))
            return NotFound();
        if (Read.Problems.Count > 0)
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        await db.RoadDrafts.Where(draft => draft.Id == Id).ExecuteDeleteAsync(cancellationToken);
        this.ShowNext($"นำเข้าถนน {Read.Roads.Count:N0} เส้นแล้ว", $"{Read.Roads.Count:N0} roads were taken over.");
        return Redirect(Url.Content("~" + Links.Roads));
    }

    RoadColumns Chosen => new(CodeProperty ?? "", NameProperty ?? "", OwnerProperty ?? "", OwnerOtherwise ?? "");

    async Task<bool> RunAsync(RoadColumns? columns, bool isTrial, CancellationToken cancellationToken)
    {
        var draft = await db.RoadDrafts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id, cancellationToken);
        if (draft is null || columns is not null && columns.OwnerOtherwise.Length > 0 && settings.Get(Topics.Authorities).Find(columns.OwnerOtherwise) is null)
            return false;
        FileName = draft.FileName;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(draft.Content));
        Read = await import.RunAsync(new(content, draft.FileName, columns, Replace, isTrial), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        return true;
    }
}
