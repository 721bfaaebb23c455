using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>Leads to the provider: to sign in, or, with a token of a page of ours, to link the own account or to show again who it is.</summary>
[AllowAnonymous]
public sealed class DirectoryStartModel(DirectorySettings settings, DirectoryTokens tokens) : PageModel
{
    /// <param name="returnUrl">Where it goes on afterwards.</param>
    /// <param name="token">Of <see cref="DirectoryTokens"/>.</param>
    public IActionResult OnGet(string? returnUrl, string? token)
    {
        if (!settings.IsOn) return NotFound();
        var session = User.FindFirstValue(Session.IdClaim);
        var properties = new AuthenticationProperties { RedirectUri = Links.IsLocal(returnUrl) ? returnUrl : Links.Inbox };
        if (!string.IsNullOrEmpty(token))
        {
            if (tokens.Open(token, session) is not { } purpose) return LocalRedirect(Links.Account);
            properties.Items[purpose] = session;
        }
        return Challenge(properties, DirectorySetup.Scheme);
    }
}
