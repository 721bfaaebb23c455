using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Geography;
using Songthang.Domain.ServiceCatalog;
using Songthang.Web.Shared;
using Songthang.Web.Shared.Figures;

namespace Songthang.Web.Features.Statistics;

/// <summary>The figures of a period as a file.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class ExportModel(ExportFigures export, Province province, FaultTypes faults, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (PeriodChoice.Read(Request.Query, now, province, faults).Of is not { } of)
            return new UnprocessableEntityResult();
        CsvFile.Announce(Response, $"songthang-statistics-{TypedDay.Write(of.Period.From)}-{TypedDay.Write(of.Period.To)}");
        await export.RunAsync(new(of, Response.Body), User.ToActor(), now, cancellationToken);
        return new EmptyResult();
    }
}
