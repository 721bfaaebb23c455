using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Accounts.Directory;

/// <summary>Whoever signed out here signs out of the directory too.</summary>
[AllowAnonymous]
public sealed class DirectorySignOutModel(DirectorySettings settings) : PageModel
{
    public IActionResult OnGet() => settings.IsOn
        ? SignOut(new AuthenticationProperties { RedirectUri = Links.SignIn }, DirectorySetup.Scheme)
        : NotFound();
}
