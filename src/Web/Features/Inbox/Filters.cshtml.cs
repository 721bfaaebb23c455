using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Persistence;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Forms;

namespace Songthang.Web.Features.Inbox;

/// <summary>An officer gives the list of the inbox a name, as it is filtered and sorted, and deletes names again.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class FiltersModel(
    SavedFilterList saved, SaveInboxFilter save, DeleteInboxFilter delete, Province province, FaultTypes faults, TimeProvider time) : PageModel, IShowAgain
{
    /// <summary>What the list showed, the part of its address after the question mark.</summary>
    [BindProperty(SupportsGet = true), AtMost(SavedFilter.MaxQuery)]
    public string? Keep { get; set; }

    [BindProperty, Needed("กรุณาตั้งชื่อตัวกรอง", "Please give the filter a name"), AtMost(SavedFilter.MaxName)]
    public string? Name { get; set; }

    [BindProperty]
    public bool IsDefault { get; set; }

    [BindProperty]
    public bool IsShared { get; set; }

    public IReadOnlyList<SavedFilterLine> Own { get; private set; } = [];

    /// <summary>The same as the list itself would write it: nothing else gets into an address of ours.</summary>
    public string Kept => InboxAddress.Read(new QueryCollection(QueryHelpers.ParseQuery(Keep)), province, faults, Me).Kept;

    int Me => User.ToActor().OfficerId!.Value;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await ShowAgainAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        var name = ThaiText.Clean(Name);
        if (!ModelState.IsValid || Kept.Length > SavedFilter.MaxQuery)
        {
            await ShowAgainAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await save.RunAsync(new NewInboxFilter(name, Kept, IsDefault, IsShared), User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken);
        this.ShowNext($"บันทึกตัวกรอง “{name}” แล้ว", $"The filter “{name}” is saved.");
        return Redirect(Url.Content($"~{Links.Inbox}?{Kept}"));
    }

    public async Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancellationToken)
    {
        await delete.RunAsync(id, User.ToActor(), cancellationToken);
        this.ShowNext("ลบตัวกรองแล้ว", "The filter is deleted.");
        return Redirect(Url.Content($"~{Links.SavedFilters}?keep={Uri.EscapeDataString(Kept)}"));
    }

    public async Task ShowAgainAsync(CancellationToken cancellationToken) =>
        Own = [.. (await saved.ReadAsync(Me, cancellationToken)).Where(filter => filter.IsMine)];
}
