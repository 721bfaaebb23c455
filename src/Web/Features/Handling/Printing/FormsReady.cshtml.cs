using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Songthang.Web.Shared;

namespace Songthang.Web.Features.Handling.Printing;

/// <summary>How far the file with many forms is, and where to get it, for whoever asked for it.</summary>
[Authorize(Policy = Policies.Officers)]
public sealed class FormsReadyModel(FormFiles files, TimeProvider time) : PageModel
{
    public FormsProgress Progress { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public IActionResult OnGet(string key)
    {
        if (files.Find(key, User.ToActor(), time.GetUtcNow().UtcDateTime) is not { } found)
            return NotFound();
        (Progress, Key) = (found, key);
        return Page();
    }
}
