using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
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
public sealed class NearbyModel(PublicNearby nearby) : PageModel
{
    [BindProperty]
    public ReportForm Form { get; set; } = new();

    public AlreadyReported? Found { get; private set; }

    public IActionResult OnGet() => NotFound();

    public async Task OnPostAsync(CancellationToken cancellationToken) =>
        Found = new(await nearby.FindAsync(Form.Fault ?? "", Form.ToPlace(), cancellationToken), IsBeforeSending: true);
}
