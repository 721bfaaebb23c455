using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Evaluations;

/// <summary>The evaluations of a period, a line for each repair, as a file.</summary>
[Authorize(Policy = Policies.Readers)]
[ConfirmFirst(IsFile = true)]
public sealed class ExportModel(ExportEvaluations export, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        CsvFile.Announce(Response, $"songthang-evaluations-{TypedDay.Write(ThaiDates.BangkokDate(now))}");
        await export.RunAsync(
            new EvaluationExport(EvaluationAddress.Read(Request.Query, now), Response.Body), User.ToActor(), now, cancellationToken);
        return new EmptyResult();
    }
}
