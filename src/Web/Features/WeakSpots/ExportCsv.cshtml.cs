using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.WeakSpots;

/// <summary>The whole list as a file for a table program.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class ExportCsvModel(ExportWeakSpots export, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var address = WeakSpotsAddress.Read(Request.Query);
        CsvFile.Announce(Response, $"songthang-weak-{address.Kind.ToString().ToLowerInvariant()}-{TypedDay.Write(ThaiDates.BangkokDate(now))}");
        await using (var file = new CsvFile(Response.Body))
            await export.RunAsync((address, file), now, cancellationToken);
        return new EmptyResult();
    }
}
