using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Domain.Publication;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PublicReports;

/// <summary>What everyone may see of one request.</summary>
public sealed class DetailsModel(PublicServiceRequests requests) : PageModel
{
    [FromRoute]
    public string Reference { get; init; } = "";

    /// <summary>Null when there is no such request.</summary>
    public PublicServiceRequestStory? Story { get; private set; }

    /// <summary>The request that goes on for it; null unless it was merged.</summary>
    public PublicServiceRequestStory? Main { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Domain.ServiceRequests.Reference.TryParse(Reference, out var reference))
            return NotThere();
        // Typed with Thai digits or without dashes, it has one address all the same.
        if (Reference != reference.ToString())
            return LocalRedirectPermanent("~" + Links.PublicReport(reference.ToString()));
        Story = await requests.FindAsync(reference, cancellationToken);
        if (Domain.ServiceRequests.Reference.TryParse(Story?.Request.MergedInto, out var main))
            Main = await requests.FindAsync(main, cancellationToken);
        return Story is null ? NotThere() : Page();
    }

    static PageResult NotThere() => new() { StatusCode = StatusCodes.Status404NotFound };
}
