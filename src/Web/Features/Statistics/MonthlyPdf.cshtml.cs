using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Figures;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Statistics;

/// <summary>The report of a month's results as PDF.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class MonthlyPdfModel(ShowMonthlyReport report, CurrentSettings settings, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken cancellationToken)
    {
        if (Period.Read(month) is not { } period || !period.Code.Contains('m', StringComparison.Ordinal))
            return NotFound();
        var now = time.GetUtcNow().UtcDateTime;
        var facts = await report.RunAsync(period, now, cancellationToken);
        var document = new MonthlyReport(new PaperWords(settings.Get(Topics.Papers))).Of(facts);
        return this.Paper(document, $"report-{period.Code}", facts.Agency.Name.Thai, now);
    }
}
