using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Songthang.Domain.Thai;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.PolePages;

/// <summary>
/// What the code on a pole leads to: what is known of the lamp, what was reported of it, and one tap to report it. Without a
/// code in the address, or with one that is none, the place to type what stands on the pole.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.PolePolicy)]
public sealed class PoleModel(FindPolePage find) : PageModel
{
    [FromRoute]
    public string? Code { get; set; }

    /// <summary>What was typed on the page itself.</summary>
    [FromQuery(Name = "number")]
    public string? Typed { get; set; }

    public FoundPole Found { get; private set; } = new(null, PoleMissing.NotAsked, []);

    /// <summary>What the form shows: what was typed, or stood in the address.</summary>
    public string Asked => ThaiText.Clean(Code ?? Typed);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Found = await find.RunAsync(Code ?? Typed, cancellationToken);
        if (Found.Pole is not { } shown)
            return new PageResult { StatusCode = Found.Missing is PoleMissing.NotAsked or PoleMissing.Several or PoleMissing.Alike ? StatusCodes.Status200OK : StatusCodes.Status404NotFound };
        var code = shown.Pole.Code.ToString();
        // However it was typed, it has one address. The code of a pole never changes, a painted number may.
        if (Code != code)
            return Code is not null && Domain.Assets.PoleCode.TryParse(Code, out _) ? LocalRedirectPermanent(Links.PolePage(code)) : LocalRedirect(Links.PolePage(code));
        // For a moment, in this browser only: who looks twice need not ask twice, and who reported sees it when coming back later.
        (Response.Headers.CacheControl, Response.Headers.Vary) = ("private, max-age=30", "Cookie");
        return Page();
    }
}
