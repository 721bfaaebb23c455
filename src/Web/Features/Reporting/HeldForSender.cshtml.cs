using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Songthang.Infrastructure.Persistence;
using Songthang.Infrastructure.Uploads;

namespace Songthang.Web.Features.Reporting;

/// <summary>
/// What whoever sent a held report sees: that it arrived, and later what became of it. The form's key tells no more than the reference, which
/// opens nothing by itself.
/// </summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class HeldForSenderModel(AppDb db) : PageModel
{
    public HeldReport It { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string formKey, CancellationToken cancellationToken)
    {
        // PostgreSQL refuses some texts with an error instead of finding nothing.
        if (!FormKey.IsValid(formKey))
            return NotFound();
        var found = await db.HeldReports.AsNoTracking().SingleOrDefaultAsync(held => held.FormKey == formKey, cancellationToken);
        It = found!;
        return found is null ? NotFound() : Page();
    }
}
