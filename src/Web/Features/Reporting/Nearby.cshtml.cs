using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Domain.Announcements;
using Songthang.Domain.Publication;
using Songthang.Infrastructure.Persistence.Queries;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Reporting;

/// <summary>
/// A part of the report page, which its script asks for when the position is set. It is sent, not fetched by address, so
/// that the position of a citizen stands in no log.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.NearbyPolicy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NearbyModel(PublicNearby nearby, Announcements announcements, TimeProvider time) : PageModel
{
    [BindProperty]
    public ReportForm Form { get; set; } = new();

    public AlreadyReported? Found { get; private set; }

    public IActionResult OnGet() => NotFound();

    /// <summary>What was announced for this very area; what holds for the whole province stands on the page already.</summary>
    public IReadOnlyList<PublicAnnouncement> Announced { get; private set; } = [];

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        var place = Form.ToPlace();
        Found = new(await nearby.FindAsync(Form.Fault ?? "", place, cancellationToken), IsBeforeSending: true);
        Announced = [.. (await announcements.OfPlaceAsync(place, time.GetUtcNow().UtcDateTime, cancellationToken))
            .Where(one => one.Area.Kind != AreaKind.Province)];
    }
}
