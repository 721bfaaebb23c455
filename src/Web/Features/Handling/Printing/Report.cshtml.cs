using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.ServiceRequests;
using Songthang.Infrastructure.Papers;
using Songthang.Infrastructure.Settings;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>The report of a completed request on the screen, fit to be printed; in Thai as every official paper.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class ReportModel(ShowCompletionReport report, CurrentSettings settings, TimeProvider time) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    public CompletionFacts Facts { get; private set; } = null!;

    public TimelineEntry Done { get; private set; } = null!;

    /// <summary>Numbers and dates as the office has them on paper.</summary>
    public PaperWords Words => new(settings.Get(Topics.Papers));

    public IEnumerable<Photo> Photos(bool after) => Facts.Request.Photos.Where(photo =>
        after ? photo.Kind == PhotoKind.After : photo.Kind is PhotoKind.Report or PhotoKind.Answer or PhotoKind.Before);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await report.RunAsync(Reference, User.ToActor(), time.GetUtcNow().UtcDateTime, cancellationToken) is not { } facts)
            return NotFound();
        Facts = facts;
        Done = facts.Request.Timeline.Last(entry => entry.Kind == TimelineKind.Completed);
        return Page();
    }
}
