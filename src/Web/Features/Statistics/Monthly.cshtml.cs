using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Figures;
using Songthang.Domain.Thai;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Statistics;

/// <summary>The report of a month's results on the screen, to be looked at before it is printed; in Thai as every official paper.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class MonthlyModel(ShowMonthlyReport report, CurrentSettings settings, TimeProvider time) : PageModel
{
    const int Offered = 24;

    public MonthlyReportFacts Facts { get; private set; } = null!;

    /// <summary>The months to choose from, the newest first; the shown one too.</summary>
    public IReadOnlyList<Period> Months { get; private set; } = [];

    public PaperWords Words => new(settings.Get(Topics.Papers));

    public async Task<IActionResult> OnGetAsync([FromQuery] string? month, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = ThaiDates.BangkokDate(now);
        var shown = month is null ? Period.Month(today.AddMonths(-1)) : Period.Read(month);
        if (shown is null || !shown.Code.Contains('m', StringComparison.Ordinal))
            return NotFound();
        var months = Enumerable.Range(0, Offered).Select(back => Period.Month(today.AddMonths(-back))).ToList();
        Months = months.Contains(shown) ? months : [.. months, shown];
        Facts = await report.RunAsync(shown, now, cancellationToken);
        return Page();
    }
}
