using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Poles;

namespace Songthang.Web.Features.PoleRegistry;

/// <summary>What the list shows, all pages of it, as a file for a table program.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class ExportCsvModel(ExportPoles export, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        CsvFile.Announce(Response, $"songthang-poles-{TypedDay.Write(ThaiDates.BangkokDate(now))}");
        await export.RunAsync(new(PoleAddress.Read(Request.Query).Filter, IsGeoJson: false, Response.Body), User.ToActor(), now, cancellationToken);
        return new EmptyResult();
    }
}
