using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>The report of a completed request as PDF.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class ReportPdfModel(ShowCompletionReport report, CurrentSettings settings, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await report.RunAsync(reference, User.ToActor(), now, cancellationToken) is not { } facts)
            return NotFound();
        var document = new CompletionReport(new PaperWords(settings.Get(Topics.Papers))).Of(facts);
        return this.Paper(document, $"completion-{reference}", facts.Agency.Name.Thai, now);
    }
}
