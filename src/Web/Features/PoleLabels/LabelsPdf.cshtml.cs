using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Infrastructure.Papers;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PoleLabels;

/// <summary>The sheets of labels as PDF; what is too much for that, or impossible, is told by the page.</summary>
[Authorize(Policy = Policies.Readers)]
public sealed class LabelsPdfModel(ShowPoleLabels show, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var choice = LabelChoice.Read(Request.Query);
        var (facts, mistake) = await show.RunAsync(choice, cancellationToken);
        return mistake is not null || facts.Poles.Count > PrintPoleLabels.MostAtOnce
            ? Redirect(Url.Content("~" + choice.Address()))
            : this.Paper(PoleLabelPaper.Of(facts), "pole-labels", facts.Agency.Name.Thai, time.GetUtcNow().UtcDateTime);
    }
}
